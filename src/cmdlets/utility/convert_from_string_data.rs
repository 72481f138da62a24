//! `ConvertFrom-StringData`: lines of `name=value` as a table.
use crate::cmdlets::prelude::*;
use crate::text::regex;
use crate::types::exceptions::PS_INVALID_OPERATION_EXCEPTION;

cmdlet! {
    /// Converts a string containing one or more key and value pairs to a hash table.
    ///
    /// ```powershell
    /// ('Pin = 123456' | ConvertFrom-StringData).Pin
    /// # 123456
    /// ```
    pub struct ConvertFromStringData: "ConvertFrom-StringData", output "System.Collections.Hashtable";

    /// The lines.
    param string_data: Str, mandatory, position 0, pipeline, allow_empty_string;
    /// What stands between name and value.
    param delimiter: Option<Value>, position 1, ty &crate::value::types::CHAR;
}

impl Cmdlet for ConvertFromStringData {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let delimiter = match &self.delimiter {
            Some(value) => convert::to_text(cx.session, value)?.chars().next().unwrap_or('='),
            None => '=',
        };
        let table = Table::new(TableKind::Hashtable);
        for line in self.string_data.lines() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let refused = |text: String| {
                Fault::new("InvalidOperation", ErrorCategory::InvalidOperation, text)
                    .of(&PS_INVALID_OPERATION_EXCEPTION)
            };
            let Some((name, value)) = line.split_once(delimiter) else {
                return Err(cx.stop(refused(format!("Data line '{line}' is not in 'name=value' format."))));
            };
            let name = Value::from(name.trim());
            if table.contains(&name) {
                let name = convert::to_text(cx.session, &name)?;
                return Err(cx.stop(refused(format!("Data item '{name}' in line '{line}' is already defined."))));
            }
            let value = match regex::unescape(value.trim()) {
                Ok(value) => value,
                Err(error) => {
                    let fault = Fault::new(
                        "System.Text.RegularExpressions.RegexParseException",
                        ErrorCategory::NotSpecified,
                        error.to_string(),
                    );
                    return Err(cx.stop(fault.of(&crate::value::error::REGEX_PARSE_EXCEPTION)));
                }
            };
            table.set(name, Value::from(value));
        }
        cx.write(Value::Table(Rc::new(table)))
    }
}
