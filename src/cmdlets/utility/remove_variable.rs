//! `Remove-Variable`: deletes variables.
use super::variables::{self, Selection};
use crate::cmdlets::prelude::*;
use crate::engine::tables::variable;
use crate::engine::variable::VariableOptions;

cmdlet! {
    /// Deletes a variable and its value.
    ///
    /// ```powershell
    /// $site = 'Rome'
    /// Remove-Variable site
    /// $null -eq $site
    /// # True
    /// ```
    pub struct RemoveVariable: "Remove-Variable", alias "rv", should_process;

    /// The names of the variables; wildcards may be used.
    param name: Vec<Str>, mandatory, position 0, by_name;
    /// Takes only names that fit one of these patterns.
    param include: Vec<Str>;
    /// Leaves out names that fit one of these patterns.
    param exclude: Vec<Str>;
    /// Removes read-only variables too.
    param force: Switch;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>, not_null_or_empty;
}

impl Cmdlet for RemoveVariable {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let scope = match self.scope.clone() {
            Some(name) => variables::scope(cx, &name)?,
            None => cx.session.scope(),
        };
        let selection = Selection { include: &self.include, exclude: &self.exclude };
        for name in &self.name {
            let found = selection.find(cx.session, name, Some(&scope));
            if found.variables.is_empty() && !found.filtered {
                variables::not_found(cx, name)?;
            }
            for own in found.variables {
                let name = own.name.name();
                if !cx.should_process(&format!("Name: {name}"), "Remove variable")? {
                    continue;
                }
                let options = own.options.get();
                if options.constant || options.read_only && !*self.force {
                    let text = format!(
                        "Cannot remove variable {name} because it is constant or read-only. If the variable is \
                         read-only, try the operation again specifying the Force option."
                    );
                    cx.report(variable::refused("VariableNotRemovable", text, &name))?;
                    continue;
                }
                own.put(None);
                own.options.set(VariableOptions::default());
                own.constraint.replace(None);
            }
        }
        Ok(())
    }
}
