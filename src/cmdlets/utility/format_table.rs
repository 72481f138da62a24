//! `Format-Table`: lays objects out as a table.

use super::formatting::{Formatting, Shared};
use crate::cmdlets::prelude::*;
use crate::format::ShapeKind;

cmdlet! {
    /// Formats the output as a table.
    ///
    /// ```powershell
    /// [pscustomobject]@{ Pin = '4711'; Length = 4 } | Format-Table Pin -HideTableHeaders
    /// #
    /// # 4711
    /// #
    /// ```
    pub struct FormatTable: "Format-Table", alias "ft";

    /// The properties to show, in this order; a hash table computes one or sets its label, width, alignment or format.
    param property: Vec<Value>, position 0, not_null_or_empty;
    /// Makes the columns as wide as their contents.
    param auto_size: Switch;
    /// Repeats the header on every screen.
    param repeat_header: Switch;
    /// Leaves the header out.
    param hide_table_headers: Switch;
    /// Breaks long cells over lines.
    param wrap: Switch;
    /// The property whose changes begin a new table.
    param group_by: Value;
    /// The name of a view.
    param view: Str;
    /// Writes an error for each expression that fails.
    param show_error: Switch;
    /// Shows `#ERR` where an expression fails.
    param display_error: Switch;
    /// Lays out strings and numbers as well.
    param force: Switch;
    /// What to show of a collection: its items, itself, or both.
    param expand: Str, choices &["CoreOnly", "EnumOnly", "Both"];
    /// The objects to format; normally piped in.
    param input_object: Value, pipeline;

    state formatting: Option<Formatting>;
}

impl Cmdlet for FormatTable {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let shared = Shared {
            property: &self.property,
            group_by: &self.group_by,
            view: &self.view,
            show_error: self.show_error,
            display_error: self.display_error,
            force: self.force,
            expand: &self.expand,
        };
        let mut request = shared.request(ShapeKind::Table)?;
        request.auto_size = cx.is_bound("AutoSize").then_some(*self.auto_size);
        request.hide_header = cx.is_bound("HideTableHeaders").then_some(*self.hide_table_headers);
        request.wrap = cx.is_bound("Wrap").then_some(*self.wrap);
        request.repeat_header = *self.repeat_header;
        self.formatting = Some(Formatting::new(cx, ShapeKind::Table, request));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        match &mut self.formatting {
            Some(formatting) => formatting.feed(cx, &self.input_object),
            None => Ok(()),
        }
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        match &mut self.formatting {
            Some(formatting) => formatting.finish(cx),
            None => Ok(()),
        }
    }
}
