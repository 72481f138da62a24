//! `Format-Wide`: lays objects out in columns, one property of each.

use super::formatting::{Formatting, Shared, exclusive};
use crate::cmdlets::prelude::*;
use crate::format::ShapeKind;

cmdlet! {
    /// Formats objects as a wide table that shows one property of each.
    ///
    /// ```powershell
    /// 'a', 'b' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | Format-Wide -Column 1
    /// #
    /// # a
    /// # b
    /// #
    /// ```
    pub struct FormatWide: "Format-Wide", alias "fw";

    /// The property to show; a hash table computes it or sets its format.
    param property: Value, position 0;
    /// Makes as many columns as the longest text allows.
    param auto_size: Switch;
    /// The number of columns.
    param column: i32, range (1, 2_147_483_647);
    /// The property whose changes begin a new group.
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

impl Cmdlet for FormatWide {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let property = match &self.property {
            Value::Null | Value::Void => Vec::new(),
            property => vec![property.clone()],
        };
        let shared = Shared {
            property: &property,
            group_by: &self.group_by,
            view: &self.view,
            show_error: self.show_error,
            display_error: self.display_error,
            force: self.force,
            expand: &self.expand,
        };
        let mut request = shared.request(ShapeKind::Wide)?;
        if *self.auto_size && cx.is_bound("Column") {
            return Err(exclusive("FormatCannotSpecifyAutosizeAndColumns", "AutoSize and Column"));
        }
        request.auto_size = cx.is_bound("AutoSize").then_some(*self.auto_size);
        request.columns = usize::try_from(self.column).ok().filter(|columns| *columns > 0);
        self.formatting = Some(Formatting::new(cx, ShapeKind::Wide, request));
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
