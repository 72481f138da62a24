//! The list layout: one property a line, labels padded to the longest.

use super::cells::{RESET, cells, head};
use super::record::Field;
use super::style::Style;
use super::wrap::{split_lines, wrap};

const SEPARATOR: &str = " : ";

/// Writes the fields of one object as lines of at most `line` cells.
pub fn list_lines(fields: &[Field], line: usize, style: &Style, by_word: bool, mut write: impl FnMut(&str)) {
    // There must be room for one cell of label and one of value.
    let Some(longest_allowed) = line.checked_sub(SEPARATOR.len() + 1).filter(|room| *room >= 1) else { return };
    let label_width = fields.iter().map(|field| cells(&field.label)).max().unwrap_or(0).min(longest_allowed);
    let indent = " ".repeat(label_width + SEPARATOR.len());
    let room = line - indent.len();
    for field in fields {
        let label = fitted_label(&field.label, label_width);
        for (i, text) in split_lines(&field.text).iter().enumerate() {
            for (k, part) in wrap(text, room, room, by_word).iter().enumerate() {
                let reset = if part.contains('\x1b') && !part.trim_end().ends_with(RESET) { RESET } else { "" };
                if i == 0 && k == 0 {
                    write(&format!("{}{label}{}{part}{reset}", style.accent, style.reset()));
                } else {
                    write(&format!("{indent}{part}{reset}"));
                }
            }
        }
    }
}

fn fitted_label(label: &str, width: usize) -> String {
    let length = cells(label);
    let mut fitted = if length > width { head(label, width, "") } else { label.to_string() };
    fitted.push_str(&" ".repeat(width.saturating_sub(length)));
    fitted.push_str(SEPARATOR);
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(fields: &[(&str, &str)], line: usize) -> Vec<String> {
        let fields: Vec<Field> =
            fields.iter().map(|(label, text)| Field { label: (*label).into(), text: (*text).into() }).collect();
        let mut lines = Vec::new();
        list_lines(&fields, line, &Style::plain(), true, |line| lines.push(line.to_string()));
        lines
    }

    #[test]
    fn labels_are_padded_to_the_longest() {
        assert_eq!(lines(&[("Id", "1"), ("Name", "x\ny")], 79), ["Id   : 1", "Name : x", "       y"]);
    }

    #[test]
    fn long_values_go_on_under_their_start() {
        assert_eq!(lines(&[("A", "one two three")], 12), ["A : one two ", "    three"]);
    }
}
