//! `Export-Alias`: writes aliases to a file.
use crate::cmdlets::prelude::*;
use crate::engine::module::Alias;
use crate::text::{CaseRule, Wildcard, collate};
use crate::types::enums::EXPORT_ALIAS_FORMAT;
use crate::types::exceptions::IO_EXCEPTION;
use std::io::Write;

cmdlet! {
    /// Exports information about currently defined aliases to a file.
    ///
    /// ```powershell
    /// Set-Alias sayit Write-Output
    /// Export-Alias sayit.txt sayit -As Script
    /// Get-Content sayit.txt | Select-Object -Last 1
    /// # set-alias -Name:"sayit" -Value:"Write-Output" -Description:"" -Option:"None"
    /// ```
    pub struct ExportAlias: "Export-Alias", alias "epal", default_set "ByPath", should_process,
        output "System.Management.Automation.AliasInfo";

    /// The file.
    param path: Str, set "ByPath", mandatory, position 0;
    /// The file, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory, by_name;
    /// The aliases; wildcards may be used.
    param name: Vec<Str>, position 1, by_name;
    /// Writes the aliases.
    param pass_thru: Switch;
    /// `Csv`, or `Script` for commands that make the aliases.
    param r#as: Value, name "As", ty &EXPORT_ALIAS_FORMAT;
    /// Adds to the file.
    param append: Switch;
    /// Overwrites a file that is read-only.
    param force: Switch;
    /// Leaves a file alone that is there.
    param no_clobber: Switch, alias "NoOverwrite";
    /// A line at the start of the file.
    param description: Str;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>;
}

impl Cmdlet for ExportAlias {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let given = if self.path.is_empty() { &self.literal_path } else { &self.path };
        let path = cx.session.full_path(given);
        if !cx.should_process(&path, "Export-Alias")? {
            return Ok(());
        }
        let patterns: Vec<Wildcard> =
            self.name.iter().filter_map(|text| Wildcard::new(text, CaseRule::Insensitive).ok()).collect();
        let mut found: Vec<Rc<Alias>> = match &self.scope {
            Some(_) => {
                let link = super::aliases::scope(cx, &self.scope)?;
                super::aliases::all_in_scope(cx.session, &link)
            }
            None => cx.session.visible_aliases(),
        };
        found.retain(|alias| self.name.is_empty() || patterns.iter().any(|pattern| pattern.is_match(&alias.name)));
        found.sort_by(|a, b| collate::compare(&a.name, &b.name, CaseRule::Insensitive));
        let as_script = matches!(self.r#as.base(), Value::Enum(value) if value.value == 1);
        let mut text = String::new();
        let user = cx.session.environment.get("USER").cloned().unwrap_or_default();
        text.push_str(&format!("# Alias File\n# Exported by : {user}\n"));
        if !self.description.is_empty() {
            text.push_str(&format!("# {}\n", self.description));
        }
        for alias in &found {
            text.push_str(&line(alias, as_script));
        }
        let exists = std::path::Path::new(path.as_str()).exists();
        let result = if *self.no_clobber && exists {
            Err(std::io::Error::other(format!("The file '{path}' already exists.")))
        } else {
            std::fs::OpenOptions::new()
                .create(true)
                .write(true)
                .append(*self.append)
                .truncate(!*self.append)
                .open(path.as_str())
                .and_then(|mut file| file.write_all(text.as_bytes()))
        };
        if let Err(error) = result {
            let text = format!("Cannot open file {path} to export the alias. {error}");
            let fault = Fault::new("FileOpenFailure", ErrorCategory::OpenError, text).of(&IO_EXCEPTION);
            return cx.error(fault.target(Value::Str(path)));
        }
        if *self.pass_thru {
            for alias in &found {
                let value = super::aliases::value(cx.session, alias)?;
                cx.write(value)?;
            }
        }
        Ok(())
    }
}

fn line(alias: &Alias, as_script: bool) -> String {
    let options: Vec<&str> = [
        (alias.read_only, "ReadOnly"),
        (alias.constant, "Constant"),
        (alias.private, "Private"),
        (alias.all_scope, "AllScope"),
    ]
    .into_iter()
    .filter_map(|(holds, name)| holds.then_some(name))
    .collect();
    let options = if options.is_empty() { "None".to_string() } else { options.join(", ") };
    let quoted = |text: &str| text.replace('"', "\"\"");
    let (name, value) = (quoted(&alias.name), quoted(&alias.definition));
    let description = quoted(&alias.description);
    if as_script {
        return format!(
            "set-alias -Name:\"{name}\" -Value:\"{value}\" -Description:\"{description}\" -Option:\"{options}\"\n"
        );
    }
    format!("\"{name}\",\"{value}\",\"{description}\",\"{options}\"\n")
}
