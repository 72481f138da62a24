//! Records of separated values as custom objects.
//!
//! The rules are PowerShell's own: blanks before a field fall away, a quote counts only at a field's start, and what
//! follows the closing quote belongs to the field.

use crate::cmdlets::prelude::*;
use crate::value::object::Shape;
use crate::value::{Members, PsObject};

/// Reads the fields of one text.
struct Fields<'a> {
    text: &'a str,
    delimiter: char,
}

impl Fields<'_> {
    /// The fields of the next record; `None` at the end of the text, no fields for an empty line.
    fn record(&mut self) -> Option<Vec<String>> {
        if self.text.is_empty() {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            let (field, ends) = self.field(fields.is_empty());
            match field {
                Some(field) => fields.push(field),
                None => return Some(fields),
            }
            if ends {
                return Some(fields);
            }
        }
    }

    /// The next field and whether the record ends with it; no field for an empty line.
    fn field(&mut self, is_first: bool) -> (Option<String>, bool) {
        let start = self.text.trim_start_matches([' ', '\t']);
        if self.delimiter != '\t' {
            self.text = start;
        } else {
            self.text = self.text.trim_start_matches(' ');
        }
        if let Some(rest) = self.text.strip_prefix('"') {
            self.text = rest;
            return self.quoted();
        }
        let end = self.text.find([self.delimiter, '\n', '\r']).unwrap_or(self.text.len());
        let field = self.text.get(..end).unwrap_or_default().to_string();
        self.text = self.text.get(end..).unwrap_or_default();
        let ends = self.boundary();
        if is_first && ends && field.is_empty() {
            return (None, true);
        }
        (Some(field), ends)
    }

    fn quoted(&mut self) -> (Option<String>, bool) {
        let mut field = String::new();
        loop {
            let Some(quote) = self.text.find('"') else {
                field.push_str(self.text);
                self.text = "";
                return (Some(field), true);
            };
            field.push_str(self.text.get(..quote).unwrap_or_default());
            self.text = self.text.get(quote + 1..).unwrap_or_default();
            match self.text.strip_prefix('"') {
                Some(rest) => {
                    field.push('"');
                    self.text = rest;
                }
                None => break,
            }
        }
        let end = self.text.find([self.delimiter, '\n', '\r']).unwrap_or(self.text.len());
        field.push_str(self.text.get(..end).unwrap_or_default().trim_end());
        self.text = self.text.get(end..).unwrap_or_default();
        let ends = self.boundary();
        (Some(field), ends)
    }

    /// Steps over a separator or the end of a line; whether the record ends here.
    fn boundary(&mut self) -> bool {
        if let Some(rest) = self.text.strip_prefix(self.delimiter) {
            self.text = rest;
            return false;
        }
        self.text = self.text.strip_prefix("\r\n").or_else(|| self.text.strip_prefix(['\n', '\r'])).unwrap_or("");
        true
    }
}

/// Makes objects of records; the header and the type's name stay over several texts.
pub struct Reader {
    delimiter: char,
    header: Option<Header>,
    type_name: Option<Str>,
    has_looked_for_type: bool,
}

struct Header {
    names: Vec<String>,
    shape: Rc<Shape>,
    /// Whether a name was made up.
    has_gap: bool,
    is_checked: bool,
}

impl Reader {
    /// A reader that takes the names from the first record, or those of `header`.
    pub fn new(delimiter: char, header: &[Str]) -> Reader {
        let given = (!header.is_empty()).then(|| Header::new(header.iter().map(Str::to_string).collect()));
        Reader { delimiter, header: given, type_name: None, has_looked_for_type: false }
    }

    /// Writes the objects of a text's records.
    ///
    /// # Errors
    /// Names that come twice; where the pipeline stops.
    pub fn read(&mut self, cx: &mut Cx, text: &str) -> Outcome {
        let mut text = text;
        if !self.has_looked_for_type && self.type_name.is_none() && self.header.is_none() {
            if let Some(rest) = text.strip_prefix("#TYPE") {
                let end = rest.find('\n').unwrap_or(rest.len());
                let name = rest.get(..end).unwrap_or_default().trim();
                self.type_name = (!name.is_empty()).then(|| Str::from(name));
                text = rest.get(end + 1..).unwrap_or_default();
            }
            self.has_looked_for_type = true;
        }
        let mut fields = Fields { text, delimiter: self.delimiter };
        while let Some(record) = fields.record() {
            if record.is_empty() {
                continue;
            }
            match &mut self.header {
                None => self.header = header_of(record),
                Some(_) => {
                    let object = self.object(cx, record)?;
                    cx.write(object)?;
                }
            }
            self.check(cx)?;
        }
        Ok(())
    }

    /// Refuses names that come twice and tells of those that are missing, once.
    fn check(&mut self, cx: &mut Cx) -> Outcome {
        let Some(header) = &mut self.header else { return Ok(()) };
        if header.is_checked {
            return Ok(());
        }
        header.is_checked = true;
        let mut seen: Vec<Symbol> = Vec::new();
        for name in &header.names {
            let symbol = Symbol::new(name);
            if seen.contains(&symbol) {
                let text = format!("The member \"{name}\" is already present.");
                let id = "AlreadyPresentPSMemberInfoInternalCollectionAdd";
                return Err(cx.stop(
                    Fault::new(id, ErrorCategory::NotSpecified, text)
                        .of(&crate::value::error::EXTENDED_TYPE_SYSTEM_EXCEPTION),
                ));
            }
            seen.push(symbol);
        }
        if header.has_gap {
            cx.warning(
                "One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers.",
            )?;
        }
        Ok(())
    }

    fn object(&mut self, cx: &mut Cx, record: Vec<String>) -> Outcome<Value> {
        self.check(cx)?;
        let Some(header) = &self.header else { return Ok(Value::Null) };
        let width = header.names.len();
        let values = record.into_iter().take(width).map(Value::from).collect();
        let object = Value::Object(Rc::new(PsObject::with_members(Members::with_shape(header.shape.clone(), values))));
        if let (Some(name), Some(extra)) = (&self.type_name, object.extra()) {
            let names = vec![name.clone(), Str::from(format!("CSV:{name}"))];
            extra.change(|parts| parts.type_names = Some(names));
        }
        Ok(object)
    }
}

impl Header {
    fn new(names: Vec<String>) -> Header {
        let mut missing = 0;
        let names: Vec<String> = names
            .into_iter()
            .map(|name| match name.is_empty() {
                true => {
                    missing += 1;
                    format!("H{missing}")
                }
                false => name,
            })
            .collect();
        let shape = Members::shape_of(names.iter().map(String::as_str));
        Header { names, shape, has_gap: missing > 0, is_checked: false }
    }
}

/// The names in a record; none in a line that begins with `#`, unless that lists the fields of a log.
fn header_of(mut record: Vec<String>) -> Option<Header> {
    while record.len() > 1 && record.last().is_some_and(String::is_empty) {
        record.pop();
    }
    let first = record.first_mut()?;
    if let Some(rest) = first.strip_prefix("#Fields: ") {
        *first = rest.to_string();
    } else if first.starts_with('#') {
        return None;
    }
    Some(Header::new(record))
}

/// The fields of the first record that has any, for appending to a file.
pub fn first_record(text: &str, delimiter: char) -> Vec<String> {
    let mut fields = Fields { text, delimiter };
    while let Some(record) = fields.record() {
        if record.first().is_some_and(|first| !first.starts_with('#')) {
            return record;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<Vec<String>> {
        let mut fields = Fields { text, delimiter: ',' };
        std::iter::from_fn(|| fields.record()).collect()
    }

    #[test]
    fn quotes_count_at_the_start_of_a_field_only() {
        assert_eq!(fields("1,\"a \"\"b\"\"\",x \"y\"\n"), [["1", "a \"b\"", "x \"y\""]]);
        assert_eq!(fields("1,\"two\nlines\"tail ,z"), [["1", "two\nlinestail", "z"]]);
    }

    #[test]
    fn blanks_before_a_field_fall_away() {
        assert_eq!(fields("a , b,\" c \""), [["a ", "b", " c "]]);
    }

    #[test]
    fn an_empty_line_has_no_fields() {
        assert_eq!(fields("\na\n"), [vec![], vec!["a".to_string()]]);
        assert_eq!(fields(",\n"), [["", ""]]);
    }
}
