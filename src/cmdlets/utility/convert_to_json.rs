//! `ConvertTo-Json`: objects as JSON text.
use super::json::write::{Escape, Writer};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Converts an object to a JSON-formatted string.
    ///
    /// ```powershell
    /// [ordered]@{ Identity = 'desk'; MinLength = 6 } | ConvertTo-Json -Compress
    /// # {"Identity":"desk","MinLength":6}
    /// ```
    pub struct ConvertToJson: "ConvertTo-Json", output "System.String";

    /// The objects.
    param input_object: Value, mandatory, position 0, pipeline, allow_null;
    /// How many levels of contained objects are written; those below become texts.
    param depth: Option<i32>, range (0, 100);
    /// Leaves out blanks and line ends.
    param compress: Switch;
    /// Writes enum values by name.
    param enums_as_strings: Switch;
    /// Writes an array even for a single object.
    param as_array: Switch;
    /// Which characters are escaped.
    param escape_handling: Value, choices &["Default", "EscapeNonAscii", "EscapeHtml"];

    state collected: Vec<Value>;
}

impl Cmdlet for ConvertToJson {
    fn process(&mut self, _cx: &mut Cx) -> Outcome {
        self.collected.push(std::mem::take(&mut self.input_object));
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let mut items = std::mem::take(&mut self.collected);
        if items.is_empty() {
            return Ok(());
        }
        let value = match items.len() == 1 && !*self.as_array {
            true => items.pop().unwrap_or_default(),
            false => Value::array(items),
        };
        let escape = match &*convert::to_text(cx.session, &self.escape_handling)?.to_ascii_lowercase() {
            "escapenonascii" | "1" => Escape::NonAscii,
            "escapehtml" | "2" => Escape::Html,
            _ => Escape::Default,
        };
        let depth = self.depth.unwrap_or(2);
        let mut writer = Writer::new(depth, *self.compress, *self.enums_as_strings, escape);
        let text = writer.write(cx.session, &value)?;
        if writer.is_truncated {
            cx.warning(format!("Resulting JSON is truncated as serialization has exceeded the set depth of {depth}."))?;
        }
        cx.write(Value::from(text))
    }
}
