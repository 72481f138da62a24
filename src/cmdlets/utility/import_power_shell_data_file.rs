//! `Import-PowerShellDataFile`: the table in a `.psd1` file, without running code.
use super::csv::file;
use crate::cmdlets::management::paths::given;
use crate::cmdlets::prelude::*;
use crate::syntax::{self, Source};
use crate::value::error::INVALID_OPERATION_EXCEPTION;

cmdlet! {
    /// Imports values from a .psd1 file without invoking its contents.
    ///
    /// ```powershell
    /// Set-Content policy.psd1 '@{ MinLength = 6 }'
    /// (Import-PowerShellDataFile policy.psd1).MinLength
    /// # 6
    /// ```
    pub struct ImportPowerShellDataFile: "Import-PowerShellDataFile", default_set "ByPath",
        output "System.Collections.Hashtable";

    /// The files, wildcards allowed.
    param path: Vec<Str>, set "ByPath", mandatory, position 0;
    /// The files, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory, by_name;
    /// Takes tables with more than 500 keys.
    param skip_limit_check: Switch;
}

impl Cmdlet for ImportPowerShellDataFile {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        for name in names.to_vec() {
            let full = cx.session.full_path(&name);
            if std::fs::metadata(&*full).is_err() {
                let text = format!("Cannot find path '{full}' because it does not exist.");
                cx.error(crate::cmdlets::faults::item_not_found("PathNotFound", text, &full))?;
                continue;
            }
            let text = file::read(cx, &name, literal, &Value::Null)?;
            match table(cx, &text, &full) {
                Ok(table) => cx.write(table)?,
                Err(flow) => cx.report(flow)?,
            }
        }
        Ok(())
    }
}

/// The table that the text of a file stands for.
fn table(cx: &mut Cx, text: &str, path: &Str) -> Outcome<Value> {
    let unreadable = || {
        let text = format!("The file '{path}' could not be parsed as a PowerShell Data File.");
        Fault::new("CouldNotParseAsPowerShellDataFile", ErrorCategory::InvalidData, text)
            .of(&INVALID_OPERATION_EXCEPTION)
            .target(Value::Str(path.clone()))
    };
    let parsed = syntax::parse(&Source::new(Some(path.clone()), Str::from(text)));
    if !parsed.faults.is_empty() {
        return Err(unreadable().into());
    }
    // A data section speaks the language that such a file may use, and nothing more.
    let Ok(block) = cx.session.parse_block(&format!("data {{\n{text}\n}}"), None) else {
        let text = "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: .";
        let fault = Fault::new("System.InvalidOperationException", ErrorCategory::NotSpecified, text);
        return Err(fault.of(&INVALID_OPERATION_EXCEPTION).into());
    };
    let value = cx.session.invoke(&Value::native(block), None, &[])?;
    match value.base() {
        Value::Table(_) => Ok(value),
        _ => Err(unreadable().into()),
    }
}
