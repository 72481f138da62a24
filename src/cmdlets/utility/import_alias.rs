//! `Import-Alias`: reads aliases from a file.
use super::aliases::{self, Wanted};
use crate::cmdlets::prelude::*;
use crate::types::enums::SCOPED_ITEM_OPTIONS;
use crate::types::exceptions::FILE_NOT_FOUND_EXCEPTION;

cmdlet! {
    /// Imports an alias list from a file.
    ///
    /// ```powershell
    /// Set-Content aliases.csv '"sayit","Write-Output","","None"'
    /// Import-Alias aliases.csv
    /// sayit hello
    /// # hello
    /// ```
    pub struct ImportAlias: "Import-Alias", alias "ipal", default_set "ByPath", should_process,
        output "System.Management.Automation.AliasInfo";

    /// The file.
    param path: Str, set "ByPath", mandatory, position 0, pipeline, by_name;
    /// The file, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory, pipeline, by_name;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>, not_null_or_empty;
    /// Writes the aliases.
    param pass_thru: Switch;
    /// Replaces aliases that are there.
    param force: Switch;
}

impl Cmdlet for ImportAlias {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let given = if self.path.is_empty() { &self.literal_path } else { &self.path };
        let path = cx.session.full_path(given);
        let text = match std::fs::read(path.as_str()) {
            Ok(bytes) => crate::text::decode(&bytes),
            Err(error) => {
                let text = format!("Cannot open file {path} to import the alias. {error}");
                let fault = Fault::new("FileOpenFailure", ErrorCategory::OpenError, text);
                return cx.error(fault.of(&FILE_NOT_FOUND_EXCEPTION).target(Value::Str(path)));
            }
        };
        let link = aliases::scope(cx, &self.scope)?;
        for (i, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fields = fields(line);
            let [name, value, description, option] = fields.as_slice() else {
                let text = format!(
                    "Cannot import an alias. Line number {} in the file '{path}' is not a properly-formatted, \
                     comma-separated values (CSV) line for aliases. Change the line to contain four values separated \
                     by commas. If the value text itself contains a comma, then the value must be contained in \
                     quotation marks.",
                    i + 1
                );
                let fault = Fault::new("ImportAliasFileFormatError", ErrorCategory::ReadError, text);
                return Err(cx.stop(fault.of(&crate::value::error::FORMAT_EXCEPTION)));
            };
            if !cx.should_process(&format!("Name: {name} Value: {value}"), "Import Alias")? {
                continue;
            }
            let option = Value::Str(option.clone());
            let option = convert::convert(cx.session, &option, &TypeRef::Native(&SCOPED_ITEM_OPTIONS))?;
            let wanted = Wanted {
                name,
                value,
                description,
                option: &option,
                force: *self.force,
                is_new: true,
                keep_options: false,
            };
            match aliases::put(cx.session, &link, &wanted) {
                Ok(alias) if *self.pass_thru => {
                    let value = aliases::value(cx.session, &alias)?;
                    cx.write(value)?;
                }
                Ok(_) => {}
                Err(flow) => cx.report(flow)?,
            }
        }
        Ok(())
    }
}

/// The fields of a line, quotes around them taken off.
fn fields(line: &str) -> Vec<Str> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(Str::from(std::mem::take(&mut field))),
            other => field.push(other),
        }
    }
    fields.push(Str::from(field));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_commas_and_doubled_quotes_are_one() {
        assert_eq!(fields("\"a,b\",c,\"d\"\"e\",\"\""), ["a,b", "c", "d\"e", ""].map(Str::from));
    }
}
