//! `ConvertTo-CliXml`: objects with their types as text.
use super::clixml::write::Writer;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Converts an object to a CliXml-formatted string.
    ///
    /// ```powershell
    /// (6 | ConvertTo-CliXml) -match '<I32>6</I32>'
    /// # True
    /// ```
    pub struct ConvertToCliXml: "ConvertTo-CliXml", output "System.String", class "Microsoft.PowerShell.Commands.ConvertToClixmlCommand";

    /// The objects.
    param input_object: Value, mandatory, pipeline, position 0, allow_null;
    /// How many levels of contained objects are written.
    param depth: Option<i32>, range (1, 2_147_483_647);

    state items: Vec<Value>;
}

impl Cmdlet for ConvertToCliXml {
    fn process(&mut self, _cx: &mut Cx) -> Outcome {
        self.items.push(std::mem::take(&mut self.input_object));
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let mut writer = Writer::new(self.depth.map_or(2, i32::unsigned_abs));
        for item in std::mem::take(&mut self.items) {
            writer.add(cx.session, &item)?;
        }
        cx.write(Value::from(writer.finish()))
    }
}
