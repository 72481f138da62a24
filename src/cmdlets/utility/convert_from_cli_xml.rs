//! `ConvertFrom-CliXml`: text as objects with their types.
use super::clixml::read;
use crate::cmdlets::prelude::*;
use crate::value::NativeType;
use crate::value::error::SYSTEM_EXCEPTION;

static XML_EXCEPTION: NativeType = NativeType::class("System.Xml.XmlException", &SYSTEM_EXCEPTION);

cmdlet! {
    /// Converts a CliXml-formatted string to a custom PSObject.
    ///
    /// ```powershell
    /// (6 | ConvertTo-CliXml | ConvertFrom-CliXml) + 1
    /// # 7
    /// ```
    pub struct ConvertFromCliXml: "ConvertFrom-CliXml", class "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand";

    /// The text; texts that come one by one are one document.
    param input_object: Str, mandatory, pipeline, position 0;

    state text: String;
}

impl Cmdlet for ConvertFromCliXml {
    fn process(&mut self, _cx: &mut Cx) -> Outcome {
        self.text.push_str(&self.input_object);
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let text = std::mem::take(&mut self.text);
        match read::values(cx.session, &text)? {
            Ok(values) => values.into_iter().try_for_each(|value| cx.write(value)),
            Err(message) => {
                let fault = Fault::new("System.Xml.XmlException", ErrorCategory::NotSpecified, message);
                Err(cx.stop(fault.of(&XML_EXCEPTION)))
            }
        }
    }
}
