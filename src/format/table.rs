//! The table layout: the widths of columns, header and underline, rows that are cut or broken over lines.

use super::cells::{ELLIPSIS, RESET, cells, first_line, head, tail};
use super::grid::Grid;
use super::record::{Align, Cell, Column};
use super::style::Style;
use super::wrap::wrap;
use std::borrow::Cow;

/// The narrowest line on which a table is printed at all.
const NARROWEST_TABLE: usize = 5;

/// Makes widths fit: columns of width 0 share what is left, and where the sum is too wide the last columns are cut or
/// hidden (0 in the result).
pub fn fit_columns(widths: &[usize], line: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = widths.to_vec();
    let flexible: Vec<usize> = (0..widths.len()).filter(|i| widths.get(*i) == Some(&0)).collect();
    for i in &flexible {
        if let Some(width) = widths.get_mut(*i) {
            *width = 1;
        }
    }
    let total = total_width(&widths);
    if total <= line {
        share(&mut widths, &flexible, line - total);
    } else {
        trim(&mut widths, line);
    }
    widths
}

/// The width of the visible columns with the blanks between them.
fn total_width(widths: &[usize]) -> usize {
    let visible = widths.iter().filter(|width| **width > 0);
    visible.clone().sum::<usize>() + visible.count().saturating_sub(1)
}

fn share(widths: &mut [usize], flexible: &[usize], available: usize) {
    let Some(each) = available.checked_div(flexible.len()) else { return };
    let extra = available % flexible.len();
    for (n, i) in flexible.iter().enumerate() {
        if let Some(width) = widths.get_mut(*i) {
            *width += each + usize::from(n < extra);
        }
    }
}

fn trim(widths: &mut [usize], line: usize) {
    loop {
        let excess = total_width(widths).saturating_sub(line);
        if excess == 0 {
            return;
        }
        let Some(last) = widths.iter_mut().rfind(|width| **width > 0) else { return };
        *last = last.saturating_sub(excess);
    }
}

/// The number of columns of a wide layout whose longest text has `longest` cells.
pub fn wide_columns(longest: usize, line: usize) -> usize {
    if longest == 0 || longest >= line {
        return 1;
    }
    let mut columns = 1;
    while longest * (columns + 1) + columns < line {
        columns += 1;
    }
    columns
}

/// Writes header and rows of one group.
pub struct TableWriter {
    columns: Vec<Layout>,
    grid: Grid,
    /// The header's lines, once they are made.
    header: Vec<String>,
    /// Words are kept whole where long cells are broken.
    by_word: bool,
}

struct Layout {
    /// 0 for a hidden column.
    width: usize,
    align: Align,
    names_property: bool,
}

impl TableWriter {
    /// `None` where the line is too narrow for a table.
    pub fn new(columns: &[Column], widths: &[usize], line: usize, by_word: bool) -> Option<TableWriter> {
        if line < NARROWEST_TABLE {
            return None;
        }
        let fitted = fit_columns(widths, line);
        let visible = fitted.iter().filter(|width| **width > 0).count();
        (visible > 0).then(|| TableWriter {
            grid: Grid::new(visible),
            columns: columns
                .iter()
                .zip(fitted)
                .map(|(column, width)| Layout { width, align: column.align, names_property: column.names_property })
                .collect(),
            header: Vec::new(),
            by_word,
        })
    }

    /// The lines of the header.
    pub fn header(&mut self, labels: &[&str], style: &Style) -> &[String] {
        if self.header.is_empty() {
            let aligns: Vec<Align> = self.columns.iter().map(|column| column.align).collect();
            self.header = self.wrapped_row(labels, &aligns, Some(style));
            let dashes: Vec<String> = self
                .columns
                .iter()
                .zip(labels)
                .map(|(column, label)| match cells(label) {
                    0 => "-".repeat(column.width),
                    length => "-".repeat(length.min(column.width)),
                })
                .collect();
            let dashes: Vec<&str> = dashes.iter().map(String::as_str).collect();
            let underline = self.cut_row(&dashes, &aligns, Some(style));
            self.header.push(underline);
        }
        &self.header
    }

    /// The lines of a row.
    pub fn row(&mut self, row: &[Cell], broken: bool) -> Vec<String> {
        let mut texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        texts.resize(self.columns.len(), "");
        let aligns: Vec<Align> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| match row.get(i).map(|cell| cell.align) {
                Some(Align::Undefined) => column.align,
                Some(align) => align,
                None => Align::Left,
            })
            .collect();
        if broken { self.wrapped_row(&texts, &aligns, None) } else { vec![self.cut_row(&texts, &aligns, None)] }
    }

    /// A row on one line.
    fn cut_row(&mut self, texts: &[&str], aligns: &[Align], header: Option<&Style>) -> String {
        let last = self.columns.len().saturating_sub(1);
        let mut parts = Vec::with_capacity(self.columns.len());
        for (i, column) in self.columns.iter().enumerate().filter(|(_, column)| column.width > 0) {
            let (Some(text), Some(align)) = (texts.get(i), aligns.get(i)) else { break };
            let mut part = fit_cell(text, column.width, *align, i < last);
            match header {
                Some(style) => part = format!("{}{part}{}", style.table_header, style.reset()),
                None if part.contains('\x1b') && !part.trim_end().ends_with(RESET) => part.push_str(RESET),
                None => {}
            }
            parts.push(part);
        }
        self.grid.line(&parts)
    }

    /// A row whose cells take as many lines as they need.
    fn wrapped_row(&mut self, texts: &[&str], aligns: &[Align], header: Option<&Style>) -> Vec<String> {
        let visible: Vec<usize> =
            (0..self.columns.len()).filter(|i| self.columns.get(*i).is_some_and(|c| c.width > 0)).collect();
        let last = visible.len().saturating_sub(1);
        let mut fields: Vec<Vec<String>> = Vec::with_capacity(visible.len());
        for (n, i) in visible.iter().enumerate() {
            let (Some(column), Some(text), Some(align)) = (self.columns.get(*i), texts.get(*i), aligns.get(*i)) else {
                continue;
            };
            fields.push(self.field_lines(text, column.width, *align, n < last));
        }
        let height = fields.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).map(|line| self.assemble(&fields, &visible, line, height, header)).collect()
    }

    fn field_lines(&self, text: &str, width: usize, align: Align, pad: bool) -> Vec<String> {
        let mut lines = wrap(text, width, width, self.by_word);
        if pad || matches!(align, Align::Right | Align::Center) {
            for line in &mut lines {
                if cells(line) < width {
                    *line = fit_cell(line, width, align, pad);
                }
            }
        }
        lines
    }

    /// One line of a row of several; the last field that has text on it ends the line without blanks.
    fn assemble(
        &mut self,
        fields: &[Vec<String>],
        visible: &[usize],
        line: usize,
        height: usize,
        header: Option<&Style>,
    ) -> String {
        let end = fields.iter().rposition(|field| field.len() > line).unwrap_or(0);
        let mut parts = Vec::with_capacity(end + 1);
        for (n, field) in fields.iter().enumerate().take(end + 1) {
            let layout = visible.get(n).and_then(|i| self.columns.get(*i));
            let text = match field.get(line) {
                Some(text) => Cow::Borrowed(text.as_str()),
                None => Cow::Owned(" ".repeat(layout.map_or(0, |layout| layout.width))),
            };
            let text = if n == end && height > 1 { text.trim_end() } else { &*text };
            let gap = if n > 0 { " " } else { "" };
            parts.push(match header {
                Some(style) if layout.is_some_and(|layout| layout.names_property) => {
                    format!("{}{gap}{text}{}", style.table_header, style.reset())
                }
                Some(style) => format!("{gap}{}{text}{}", style.custom_table_header, style.reset()),
                None => text.to_string(),
            });
        }
        // The colour of a label covers the blank before it.
        let joined = if header.is_some() { parts.concat() } else { self.grid.line(&parts) };
        if height > 1 && header.is_none_or(|style| !style.colours) { joined.trim_end().to_string() } else { joined }
    }
}

/// A text cut or padded to a width; the last column is not padded on its right.
fn fit_cell(text: &str, width: usize, align: Align, pad: bool) -> String {
    let text = first_line(text);
    let length = cells(&text);
    let mut fitted = if length < width {
        let blanks = width - length;
        match align {
            Align::Right => format!("{}{text}", " ".repeat(blanks)),
            Align::Center => {
                let left = blanks / 2;
                let right = if pad { blanks - left } else { 0 };
                format!("{}{text}{}", " ".repeat(left), " ".repeat(right))
            }
            _ if pad => format!("{text}{}", " ".repeat(blanks)),
            _ => return text.into_owned(),
        }
    } else if length > width {
        match (align, width) {
            (Align::Right, 0..=1) => tail(&text, width, ""),
            (Align::Right, _) => tail(&text, width - 1, ELLIPSIS),
            (_, 0..=1) => head(&text, width, ""),
            _ => head(&text, width - 1, ELLIPSIS),
        }
    } else {
        return text.into_owned();
    };
    // A wide character that was cut in half leaves a blank.
    if cells(&fitted) != width {
        match align {
            Align::Right => fitted.insert(0, ' '),
            _ if pad => fitted.push(' '),
            _ => {}
        }
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Str;

    fn column(width: usize, align: Align) -> Column {
        Column { label: Str::default(), width, align, names_property: true }
    }

    fn row(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell { text: (*text).into(), align: Align::Undefined }).collect()
    }

    #[test]
    fn columns_without_a_width_share_what_is_left() {
        assert_eq!(fit_columns(&[0, 0], 79), [39, 39]);
        assert_eq!(fit_columns(&[30, 0], 79), [30, 48]);
        assert_eq!(fit_columns(&[0, 0, 0], 80), [26, 26, 26]);
    }

    #[test]
    fn columns_that_do_not_fit_are_hidden_from_the_right() {
        assert_eq!(fit_columns(&[50, 50], 40), [40, 0]);
        assert_eq!(fit_columns(&[15, 50, 10, 0], 79), [15, 50, 10, 1]);
        assert_eq!(fit_columns(&[15, 60, 10, 0], 79), [15, 60, 2, 0]);
    }

    #[test]
    fn a_hidden_last_column_leaves_the_one_before_it_padded() {
        let writer = TableWriter::new(&[column(0, Align::Left), column(0, Align::Left)], &[50, 50], 40, true);
        let lines = writer.map(|mut writer| writer.row(&row(&["a", "b"]), false)).unwrap_or_default();
        assert_eq!(lines, [format!("a{}", " ".repeat(39))]);
    }

    #[test]
    fn cells_are_cut_at_the_side_away_from_their_alignment() {
        assert_eq!(fit_cell("abcdef", 4, Align::Left, true), "abc…");
        assert_eq!(fit_cell("123456", 4, Align::Right, true), "…456");
        assert_eq!(fit_cell("ab\ncd", 6, Align::Left, true), "ab…   ");
        assert_eq!(fit_cell("日本語", 4, Align::Left, true), "日… ");
    }

    #[test]
    fn a_long_label_is_broken_over_lines() {
        let columns = [column(0, Align::Left), column(0, Align::Left)];
        let mut writer = TableWriter::new(&columns, &[77, 1], 79, true).expect("wide enough");
        let lines = writer.header(&["Name", "Path"], &Style::plain());
        assert_eq!(lines.len(), 5);
        assert_eq!(lines.first().map(String::as_str), Some(format!("Name{}P", " ".repeat(74)).as_str()));
        assert_eq!(lines.get(1).map(String::as_str), Some(format!("{}a", " ".repeat(78)).as_str()));
    }
}
