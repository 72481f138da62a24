//! One row of fitted cells as a line.

use comfy_table::{ContentArrangement, Table, presets};

/// Joins cells that already have their columns' widths, one blank between them.
pub fn join(cells: &[String]) -> String {
    // The grid gives an empty column a width all the same.
    if let Some((last, others)) = cells.split_last()
        && last.is_empty()
    {
        return if others.is_empty() { String::new() } else { join(others) + " " };
    }
    // The grid counts widths in 16 bits.
    if cells.iter().any(|cell| cell.len() > usize::from(u16::MAX)) {
        return cells.join(" ");
    }
    let mut grid = Table::new();
    grid.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled).add_row(cells);
    let last = cells.len().saturating_sub(1);
    for (i, column) in grid.column_iter_mut().enumerate() {
        column.set_padding((0, u16::from(i < last)));
    }
    grid.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_blanks() {
        let cells = ["a  ".to_string(), "  b".to_string(), " c ".to_string()];
        assert_eq!(join(&cells), "a     b  c ");
        assert_eq!(join(&["日本".into(), "\u{7}\t".into(), String::new()]), "日本 \u{7}\t ");
        assert_eq!(join(&["\x1b[31mred\x1b[0m".into(), "x".into()]), "\x1b[31mred\x1b[0m x");
    }
}
