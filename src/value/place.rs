//! Where something stands in a script, as messages show it.

use super::error::Place;
use crate::syntax::{Source, Span};
use crate::text::redact::without_pins;

/// The longest part of a line that is shown.
const LONGEST_LINE: usize = 69;

impl Place {
    /// The number of the first line, from 1.
    pub fn line_number(&self) -> usize {
        self.source.position(self.span.start).0
    }

    /// The line with a mark under what is meant; see [`marked_line`].
    pub fn marked_line(&self) -> Option<(String, String)> {
        marked_line(&self.source, self.span)
    }

    /// `InvocationInfo.PositionMessage`.
    pub fn message(&self) -> String {
        position_message(&self.source, self.span)
    }
}

/// The line of a span, and a line with marks under the span; `None` for an empty line.
///
/// Of a long line the part around the mark is shown. PINs in it are covered.
pub fn marked_line(source: &Source, span: Span) -> Option<(String, String)> {
    let (line_number, column) = source.position(span.start);
    let (end_line, end_column) = source.position(span.end);
    let text = without_pins(source.line(line_number).trim_end());
    if text.is_empty() {
        return None;
    }
    let line: Vec<char> = text.chars().collect();
    let before = line.len().min(chars_before(&text, column));
    let end = if line_number == end_line { chars_before(&text, end_column).min(line.len()) } else { line.len() };
    let marked = end.saturating_sub(before);
    let (head, rest) = line.split_at_checked(before).unwrap_or((&line, &[]));
    let (mark, tail) = rest.split_at_checked(marked).unwrap_or((rest, &[]));
    let (head, mark, tail) = (tabs_expanded(head), tabs_expanded(mark), tabs_expanded(tail));
    Some(excerpt(&head, &mark, &tail))
}

/// `At FILE:LINE char:COLUMN`, the line, and marks below what is meant.
pub fn position_message(source: &Source, span: Span) -> String {
    let (line, column) = source.position(span.start);
    let file = source.file.as_deref().unwrap_or("line");
    let marked = marked_line(source, span).map_or_else(String::new, |(text, mark)| format!("{text}\n+ {mark}"));
    format!("At {file}:{line} char:{column}\n+ {marked}")
}

/// The characters before a column, which counts UTF-16 units from 1.
fn chars_before(line: &str, column: usize) -> usize {
    let mut units = 0;
    line.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < column
        })
        .count()
}

fn tabs_expanded(part: &[char]) -> Vec<char> {
    part.iter().flat_map(|c| if *c == '\t' { vec![' '; 4] } else { vec![*c] }).collect()
}

/// The line and its mark, cut where the line is too long: the mark with some of what stands before and behind it.
fn excerpt(head: &[char], mark: &[char], tail: &[char]) -> (String, String) {
    let length = head.len() + mark.len() + tail.len();
    let mut before = head.len();
    let mut marked = mark.len();
    let mut cut_before = false;
    let mut cut_behind = false;
    let mut line: String = head.iter().chain(mark).chain(tail).collect();
    if length > LONGEST_LINE {
        let mut prefix = head.len().min(12);
        let mut suffix = tail.len().min(8);
        let candidate = prefix + marked + suffix;
        if candidate >= LONGEST_LINE {
            marked = marked.min(LONGEST_LINE - prefix);
            cut_behind = true;
        } else {
            prefix += (head.len() - prefix).min(LONGEST_LINE - candidate);
            let candidate = prefix + marked + suffix;
            suffix += tail.len().min(LONGEST_LINE - candidate);
            cut_behind = suffix < tail.len();
        }
        cut_before = prefix < head.len();
        let start = head.len() - prefix;
        line = line.chars().skip(start).take(LONGEST_LINE).collect();
        before = prefix;
        marked = marked.min(LONGEST_LINE - before);
    }
    let text = format!("{}{line}{}", if cut_before { "… " } else { "" }, if cut_behind { " …" } else { "" });
    let indent = before + if cut_before { 2 } else { 0 };
    (text, format!("{}{}", " ".repeat(indent), "~".repeat(marked.max(1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, what: &str) -> Place {
        let start = text.find(what).unwrap_or(0);
        Place { source: Source::new(Some("/a.ps1".into()), text.into()), span: Span::new(start, start + what.len()) }
    }

    #[test]
    fn the_mark_stands_under_what_is_meant() {
        assert_eq!(place("$x = 1/0\n", "1/0").message(), "At /a.ps1:1 char:6\n+ $x = 1/0\n+      ~~~");
        assert_eq!(place("\tGet-Item /nope", "Get-Item").marked_line().unwrap_or_default().1, "    ~~~~~~~~");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = "\tGet-Item /nope; Get-Item \"this is a very long line with many characters that goes beyond the \
                    maximum of the line length\"";
        let second = text.split_once("; ").map_or("", |(_, second)| second);
        let (line, mark) = place(text, second).marked_line().unwrap_or_default();
        assert_eq!(line, "… Item /nope; Get-Item \"this is a very long line with many characters t …");
        assert!(mark.starts_with("              ~~~~"));
        let (line, _) = place(text, "Get-Item /nope").marked_line().unwrap_or_default();
        assert_eq!(line, "    Get-Item /nope; Get-Item \"this is a very long line with many char …");
    }
}
