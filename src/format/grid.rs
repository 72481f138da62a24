//! Rows of fitted cells as lines.

use comfy_table::{ContentArrangement, Row, Table, presets};

/// A grid without borders that is filled row by row.
pub struct Grid {
    table: Table,
    columns: usize,
}

impl Grid {
    pub fn new(columns: usize) -> Grid {
        let mut table = Table::new();
        table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        table.add_row(vec![""; columns]);
        let last = columns.saturating_sub(1);
        for (i, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, u16::from(i < last)));
        }
        Grid { table, columns }
    }

    /// The line of cells that already have their columns' widths, one blank between them.
    pub fn line(&mut self, cells: &[String]) -> String {
        // A grid makes room for empty cells, and counts widths in 16 bits.
        let is_ordinary = |cell: &String| !cell.is_empty() && cell.len() <= usize::from(u16::MAX);
        if cells.len() == self.columns
            && cells.iter().all(is_ordinary)
            && let Some(row) = self.table.row_iter_mut().next()
        {
            *row = Row::from(cells);
            return self.table.lines().next().unwrap_or_default();
        }
        cells.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_string()).collect();
        let mut grid = Grid::new(cells.len());
        grid.line(&["x".into()]);
        grid.line(&vec!["longer than the next".to_string(); cells.len()]);
        grid.line(&cells)
    }

    #[test]
    fn cells_keep_their_blanks() {
        assert_eq!(line(&["a  ", "  b", " c "]), "a     b  c ");
        assert_eq!(line(&["日本", "\u{7}\t", ""]), "日本 \u{7}\t ");
        assert_eq!(line(&["\x1b[31mred\x1b[0m", "x"]), "\x1b[31mred\x1b[0m x");
    }
}
