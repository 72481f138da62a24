//! `Get-Verb`: lists the verbs that commands are named with.
use super::verbs::VERBS;
use crate::cmdlets::facts::{self, Facts};
use crate::cmdlets::prelude::*;
use crate::text::{CaseRule, Wildcard};
use crate::types::{Property, TypeTable};
use crate::value::{NativeType, types};

cmdlet! {
    /// Gets approved PowerShell verbs.
    ///
    /// ```powershell
    /// Get-Verb -Group Security | ForEach-Object Verb
    /// # Block
    /// # Grant
    /// # Protect
    /// # Revoke
    /// # Unblock
    /// # Unprotect
    /// ```
    pub struct GetVerb: "Get-Verb", types TABLES, output "System.Management.Automation.VerbInfo";

    /// The verbs; wildcards may be used.
    param verb: Vec<Str>, position 0, pipeline, by_name;
    /// The groups of verbs.
    param group: Vec<Str>, position 1, pipeline, by_name,
        choices &["Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"];
}

static VERB_INFO: NativeType = NativeType::class("System.Management.Automation.VerbInfo", &types::OBJECT);
static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable(
            "Verb",
            "string",
            |_, this| facts::get(this, 0),
            |_, this, value| facts::set(this, 0, value),
        ),
        Property::settable(
            "AliasPrefix",
            "string",
            |_, this| facts::get(this, 1),
            |_, this, value| facts::set(this, 1, value),
        ),
        Property::settable(
            "Group",
            "string",
            |_, this| facts::get(this, 2),
            |_, this, value| facts::set(this, 2, value),
        ),
        Property::settable(
            "Description",
            "string",
            |_, this| facts::get(this, 3),
            |_, this, value| facts::set(this, 3, value),
        ),
    ],
    ..TypeTable::of(&VERB_INFO)
};
const TABLES: &[&TypeTable] = &[&TABLE];

impl Cmdlet for GetVerb {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let patterns: Vec<Wildcard> =
            self.verb.iter().filter_map(|text| Wildcard::new(text, CaseRule::Insensitive).ok()).collect();
        for (verb, alias, group, description) in VERBS {
            let in_group = self.group.is_empty() || self.group.iter().any(|own| own.eq_ignore_ascii_case(group));
            let fits = self.verb.is_empty() || patterns.iter().any(|pattern| pattern.is_match(verb));
            if in_group && fits {
                let values = [verb, alias, group, description].map(|text| Value::from(*text)).to_vec();
                cx.write(Facts::value(&VERB_INFO, values))?;
            }
        }
        Ok(())
    }
}
