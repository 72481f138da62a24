//! `ConvertFrom-Json`: JSON text as objects.
use super::json::read::{DateReading, JsonFault, Reader};
use crate::cmdlets::prelude::*;
use crate::value::error::{ARGUMENT_EXCEPTION, INVALID_OPERATION_EXCEPTION};

cmdlet! {
    /// Converts a JSON-formatted string to a custom object or a hash table.
    ///
    /// ```powershell
    /// ('{ "pin": { "length": 6 } }' | ConvertFrom-Json).pin.length
    /// # 6
    /// ```
    pub struct ConvertFromJson: "ConvertFrom-Json";

    /// The text; texts that come one by one are joined by line ends unless the first stands alone.
    param input_object: Str, mandatory, position 0, pipeline, allow_empty_string;
    /// Gives tables instead of objects.
    param as_hashtable: Switch;
    /// How deep objects may nest; 0 for no limit.
    param depth: Option<i32>, range (0, 2_147_483_647);
    /// Writes an array as one object.
    param no_enumerate: Switch;
    /// What texts that look like dates become.
    param date_kind: Value, choices &["Default", "Local", "Utc", "Offset", "String"];

    state lines: Vec<Str>;
}

impl Cmdlet for ConvertFromJson {
    fn process(&mut self, _cx: &mut Cx) -> Outcome {
        self.lines.push(std::mem::take(&mut self.input_object));
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let lines = std::mem::take(&mut self.lines);
        let Some(first) = lines.first() else { return Ok(()) };
        if lines.len() == 1 {
            return self.read(cx, first);
        }
        // The first line tells whether each line is a document or all of them together are one.
        let stands_alone = !first.trim().is_empty() && self.parse(cx, first)?.is_ok();
        if stands_alone {
            return lines.iter().try_for_each(|line| self.read(cx, line));
        }
        let whole = lines.iter().map(Str::as_str).collect::<Vec<_>>().join("\n");
        self.read(cx, &whole)
    }
}

impl ConvertFromJson {
    fn parse(&self, cx: &mut Cx, text: &str) -> Outcome<Result<Value, JsonFault>> {
        let dates = match &*convert::to_text(cx.session, &self.date_kind)?.to_ascii_lowercase() {
            "local" | "1" => DateReading::Local,
            "utc" | "2" => DateReading::Utc,
            "offset" | "3" => DateReading::Offset,
            "string" | "4" => DateReading::String,
            _ => DateReading::Default,
        };
        let limit = self.depth.map_or(1024, |depth| u32::try_from(depth).unwrap_or(0));
        Ok(Reader::new(cx.session, text, limit, *self.as_hashtable, dates).document())
    }

    fn read(&self, cx: &mut Cx, text: &str) -> Outcome {
        if text.trim().is_empty() {
            return Ok(());
        }
        let value = match self.parse(cx, text)? {
            Ok(value) => value,
            Err(fault) => return Err(cx.stop(self.fault(fault))),
        };
        match *self.no_enumerate {
            true => cx.write(value),
            false => cx.write_items(value),
        }
    }

    fn fault(&self, fault: JsonFault) -> Fault {
        match fault {
            JsonFault::Syntax(message) => {
                let text = format!("Conversion from JSON failed with error: {message}");
                Fault::new("System.ArgumentException", ErrorCategory::NotSpecified, text).of(&ARGUMENT_EXCEPTION)
            }
            JsonFault::Casing(first, second) => {
                let text = format!(
                    "Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '{first}' was '{second}'."
                );
                Fault::new("KeysWithDifferentCasingInJsonString", ErrorCategory::InvalidOperation, text)
                    .of(&INVALID_OPERATION_EXCEPTION)
            }
            JsonFault::EmptyKey => {
                let text = "The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.";
                Fault::new("EmptyKeyInJsonString", ErrorCategory::InvalidOperation, text)
                    .of(&INVALID_OPERATION_EXCEPTION)
            }
        }
    }
}
