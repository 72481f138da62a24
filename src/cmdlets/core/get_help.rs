//! `Get-Help`: what a command does, how it is written, what its parameters mean, and examples.
use super::help_page::Page;
use crate::cmdlets::prelude::*;
use crate::value::{Member, PsObject};

cmdlet! {
    /// Displays information about commands.
    ///
    /// ```powershell
    /// (Get-Help Out-Null).Synopsis
    /// # Hides the output instead of sending it down the pipeline or displaying it.
    /// ```
    pub struct GetHelp: "Get-Help", default_set "AllUsersView", module "Microsoft.PowerShell.Core";

    /// The command; wildcards list all that fit.
    param name: Str, position 0, by_name;
    /// Only help of these kinds.
    param category: Vec<Str>;
    /// Adds the parameters and the examples.
    param detailed: Switch, set "DetailedView", mandatory;
    /// Adds everything.
    param full: Switch, set "AllUsersView";
    /// The examples only.
    param examples: Switch, set "Examples", mandatory;
    /// These parameters only.
    param parameter: Vec<Str>, set "Parameters", mandatory;
    /// Accepted; help is part of the program.
    param online: Switch, set "Online", mandatory;
}

impl Cmdlet for GetHelp {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let name = if self.name.is_empty() { Str::from("Get-Help") } else { self.name.clone() };
        if crate::text::wildcard::contains_wildcards(&name) {
            return self.list(cx, &name);
        }
        let Some(command) = cx.session.find_command(&name)? else {
            let text = format!(
                "Get-Help could not find {name} in a help file in this session. To find help, try Get-Command with a \
                 part of the name."
            );
            return cx
                .error(Fault::new("HelpNotFound", ErrorCategory::ResourceUnavailable, text).target(Value::Str(name)));
        };
        let page = Page::of(cx.session, &command);
        let text = match () {
            () if *self.examples => page.examples_text(),
            () if !self.parameter.is_empty() => page.parameters_text(&self.parameter),
            () if *self.full || *self.detailed => page.full_text(),
            () => page.short_text(),
        };
        cx.write(help_object(&page, text))
    }
}

impl GetHelp {
    /// One line for each command that a pattern fits.
    fn list(&self, cx: &mut Cx, pattern: &str) -> Outcome {
        for meta in cx.session.cmdlets {
            if crate::cmdlets::management::paths::fits(pattern, meta.name) {
                let page = Page::of(cx.session, &crate::engine::command::Command::Cmdlet(meta));
                cx.write(Value::object([
                    ("Name", Value::from(meta.name)),
                    ("Category", Value::from("Cmdlet")),
                    ("Module", Value::from(meta.module())),
                    ("Synopsis", Value::from(page.synopsis)),
                ]))?;
            }
        }
        Ok(())
    }
}

/// The page's text with its parts as properties.
fn help_object(page: &Page, text: String) -> Value {
    let object = PsObject::wrapping(Value::from(text));
    let texts = |lines: &[String]| Value::array(lines.iter().map(|line| Value::from(line.as_str())).collect());
    let notes = [
        ("Name", Value::from(page.name.as_str())),
        ("Category", Value::from(page.category)),
        ("Synopsis", Value::from(page.synopsis.as_str())),
        ("Syntax", texts(&page.syntax)),
        ("Description", Value::from(page.description.as_str())),
        ("Examples", texts(&page.examples)),
    ];
    object.extra.change(|parts| {
        for (name, value) in notes {
            parts.members.set(Str::from(name), Member::Note(value));
        }
    });
    Value::Object(Rc::new(object))
}
