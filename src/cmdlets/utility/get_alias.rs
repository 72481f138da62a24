//! `Get-Alias`: lists aliases.
use super::aliases;
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::engine::module::Alias;
use crate::text::wildcard::{Wildcard, contains_wildcards};
use crate::text::{CaseRule, collate};

cmdlet! {
    /// Gets the aliases for the current session.
    ///
    /// ```powershell
    /// (Get-Alias -Definition ForEach-Object).Name
    /// # %
    /// # foreach
    /// ```
    pub struct GetAlias: "Get-Alias", alias "gal", default_set "Default",
        output "System.Management.Automation.AliasInfo";

    /// The aliases; wildcards may be used.
    param name: Vec<Str>, not_null_or_empty, set "Default", position 0, pipeline, by_name;
    /// Aliases to leave out; wildcards may be used.
    param exclude: Vec<Str>;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>;
    /// The commands that the aliases stand for; wildcards may be used.
    param definition: Vec<Str>, not_null_or_empty, set "Definition";
}

impl Cmdlet for GetAlias {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let by_definition = !self.definition.is_empty();
        let patterns = match (by_definition, self.name.is_empty()) {
            (true, _) => self.definition.clone(),
            (false, true) => vec![Str::from("*")],
            (false, false) => self.name.clone(),
        };
        for pattern in patterns {
            self.list(cx, &pattern, by_definition)?;
        }
        Ok(())
    }
}

impl GetAlias {
    fn list(&self, cx: &mut Cx, pattern: &str, by_definition: bool) -> Outcome {
        let Ok(wildcard) = Wildcard::new(pattern, CaseRule::Insensitive) else { return Ok(()) };
        let excluded: Vec<Wildcard> =
            self.exclude.iter().filter_map(|text| Wildcard::new(text, CaseRule::Insensitive).ok()).collect();
        let mut found: Vec<Rc<Alias>> = match &self.scope {
            Some(_) => {
                let link = aliases::scope(cx, &self.scope)?;
                aliases::all_in_scope(cx.session, &link)
            }
            None => cx.session.visible_aliases(),
        };
        let mut left_out = false;
        found.retain(|alias| {
            let fits = wildcard.is_match(if by_definition { &alias.definition } else { &alias.name });
            let is_excluded = excluded.iter().any(|pattern| pattern.is_match(&alias.name));
            left_out |= fits && is_excluded;
            fits && !is_excluded
        });
        found.sort_by(|a, b| collate::compare(&a.name, &b.name, CaseRule::Insensitive));
        if found.is_empty() && !left_out && !contains_wildcards(pattern) {
            let kind = if by_definition { "definition" } else { "name" };
            let text = format!(
                "This command cannot find a matching alias because an alias with the {kind} '{pattern}' does not exist."
            );
            return cx.error(faults::item_not_found("ItemNotFoundException", text, pattern));
        }
        for alias in found {
            let value = aliases::value(cx.session, &alias)?;
            cx.write(value)?;
        }
        Ok(())
    }
}
