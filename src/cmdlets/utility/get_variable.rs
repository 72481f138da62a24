//! `Get-Variable`: shows variables.
use super::variables::{self, Selection};
use crate::cmdlets::prelude::*;
use crate::engine::tables::variable;

cmdlet! {
    /// Gets the variables in the current console.
    ///
    /// ```powershell
    /// $site = 'Rome'
    /// Get-Variable site -ValueOnly
    /// # Rome
    /// ```
    pub struct GetVariable: "Get-Variable", alias "gv", output "System.Management.Automation.PSVariable";

    /// The names of the variables; wildcards may be used.
    param name: Vec<Str>, position 0, pipeline, by_name, not_null_or_empty;
    /// Writes the values alone.
    param value_only: Switch;
    /// Takes only names that fit one of these patterns.
    param include: Vec<Str>;
    /// Leaves out names that fit one of these patterns.
    param exclude: Vec<Str>;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>, not_null_or_empty;
}

impl Cmdlet for GetVariable {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let scope = self.scope.clone().map(|name| variables::scope(cx, &name)).transpose()?;
        let any = vec![Str::from("*")];
        let names = if self.name.is_empty() { any } else { self.name.clone() };
        let selection = Selection { include: &self.include, exclude: &self.exclude };
        for name in names {
            let mut found = selection.find(cx.session, &name, scope.as_ref());
            variables::sort(&mut found.variables);
            if found.variables.is_empty() && !found.filtered {
                variables::not_found(cx, &name)?;
            }
            for own in found.variables {
                let value = if *self.value_only { own.get().unwrap_or_default() } else { variable::value(own) };
                cx.write(value)?;
            }
        }
        Ok(())
    }
}
