//! Errors for somebody who sits at a terminal: parse errors with their place in the source, names that are close to a
//! mistyped one.

use crate::engine::Session;
use crate::syntax::{self, ParseFault, Source};
use crate::value::{ErrorCategory, ErrorRecord};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use std::fmt;
use std::rc::Rc;

/// What is wrong with a text, as a diagnostic.
#[derive(Debug)]
struct Faulty {
    source: NamedSource<String>,
    faults: Vec<ParseFault>,
    end: usize,
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.faults.as_slice() {
            [only] => f.write_str(&only.message),
            faults => write!(f, "The script cannot be run: it has {} errors.", faults.len()),
        }
    }
}

impl std::error::Error for Faulty {}

impl Diagnostic for Faulty {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.faults.first().map(|fault| Box::new(fault.id) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = |fault: &ParseFault| {
            let start = (fault.span.start as usize).min(self.end);
            let end = (fault.span.end as usize).clamp(start, self.end);
            let text = if self.faults.len() == 1 { "here".to_string() } else { fault.message.clone() };
            LabeledSpan::new(Some(text), start, end - start)
        };
        Some(Box::new(self.faults.iter().map(label)))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let is_incomplete = self.faults.first().is_some_and(|fault| fault.incomplete);
        is_incomplete.then(|| Box::new("The text ends before the statement does.") as Box<dyn fmt::Display>)
    }
}

/// A picture of the faults of a record's source; `None` where the record is of another kind.
pub fn picture(record: &ErrorRecord, width: usize, coloured: bool) -> Option<String> {
    if record.category != ErrorCategory::ParserError {
        return None;
    }
    let source = record.place.borrow().as_ref().map(|place| place.source.clone())?;
    let faults = syntax::parse(&source).faults;
    if faults.is_empty() {
        return None;
    }
    draw(&source, faults, width, coloured)
}

fn draw(source: &Rc<Source>, faults: Vec<ParseFault>, width: usize, coloured: bool) -> Option<String> {
    let name = source.file.as_deref().unwrap_or("input");
    let text = source.text.to_string();
    let faulty = Faulty { end: text.len(), source: NamedSource::new(name, text), faults };
    let theme = if coloured { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut picture = String::new();
    GraphicalReportHandler::new_themed(theme).with_width(width).render_report(&mut picture, &faulty).ok()?;
    Some(picture.trim_end().to_string())
}

/// A hint for a name that no command has; `None` where none is close.
pub fn hint(session: &Session, record: &ErrorRecord) -> Option<String> {
    if &*record.id != "CommandNotFoundException" {
        return None;
    }
    let close = session.similar_commands(record.target.as_str()?);
    if close.is_empty() {
        return None;
    }
    let names: Vec<&str> = close.iter().take(5).map(|name| &**name).collect();
    Some(format!("Close to it: {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Str;

    #[test]
    fn a_fault_is_shown_in_its_line() {
        let source = Source::new(None, Str::from("'one'\nif (1 { 2 }\n"));
        let faults = syntax::parse(&source).faults;
        let picture = draw(&source, faults, 80, false).expect("a picture");
        assert!(picture.contains("if (1 { 2 }"), "{picture}");
        assert!(picture.contains("[input:2:"), "{picture}");
    }
}
