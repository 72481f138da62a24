//! `Format-List`: lays objects out as lists of their properties.

use super::formatting::{Formatting, Shared};
use crate::cmdlets::prelude::*;
use crate::format::ShapeKind;

cmdlet! {
    /// Formats the output as a list of properties, one a line.
    ///
    /// ```powershell
    /// [pscustomobject]@{ Pin = '4711'; Length = 4 } | Format-List
    /// #
    /// # Pin    : 4711
    /// # Length : 4
    /// #
    /// ```
    pub struct FormatList: "Format-List", alias "fl";

    /// The properties to show, in this order; a hash table computes one or sets its label or format.
    param property: Vec<Value>, position 0, not_null_or_empty;
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

impl Cmdlet for FormatList {
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
        let request = shared.request(ShapeKind::List)?;
        self.formatting = Some(Formatting::new(cx, ShapeKind::List, request));
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
