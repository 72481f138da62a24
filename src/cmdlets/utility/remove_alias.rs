//! `Remove-Alias`: deletes aliases.
use super::aliases;
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Remove an alias from the current session.
    ///
    /// ```powershell
    /// Set-Alias sayit Write-Output
    /// Remove-Alias sayit
    /// Test-Path alias:sayit
    /// # False
    /// ```
    pub struct RemoveAlias: "Remove-Alias", default_set "Default";

    /// The aliases.
    param name: Vec<Str>, mandatory, position 0, pipeline, by_name;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>;
    /// Removes read-only aliases too.
    param force: Switch;
}

impl Cmdlet for RemoveAlias {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        for name in &self.name {
            let found = match &self.scope {
                Some(_) => {
                    let link = aliases::scope(cx, &self.scope)?;
                    aliases::in_scope(cx.session, &link, name)
                }
                None => cx.session.find_alias(Symbol::new(name)),
            };
            let Some(alias) = found else {
                let text = format!(
                    "This command cannot find a matching alias because an alias with the name '{name}' does not exist."
                );
                cx.error(faults::item_not_found("ItemNotFoundException", text, name))?;
                continue;
            };
            if alias.constant || alias.read_only && !*self.force {
                let text = format!("Alias was not removed because alias {name} is constant or read-only.");
                cx.report(aliases::refused("AliasNotRemovable", text, name))?;
                continue;
            }
            cx.session.remove_alias(Symbol::new(name));
        }
        Ok(())
    }
}
