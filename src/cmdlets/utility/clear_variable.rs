//! `Clear-Variable`: sets variables to null.
use super::variables::{self, Selection};
use crate::cmdlets::prelude::*;
use crate::engine::tables::variable;

cmdlet! {
    /// Deletes the value of a variable.
    ///
    /// ```powershell
    /// $site = 'Rome'
    /// Clear-Variable site
    /// $null -eq $site
    /// # True
    /// ```
    pub struct ClearVariable: "Clear-Variable", alias "clv", should_process,
        output "System.Management.Automation.PSVariable";

    /// The names of the variables; wildcards may be used.
    param name: Vec<Str>, mandatory, position 0, by_name;
    /// Takes only names that fit one of these patterns.
    param include: Vec<Str>;
    /// Leaves out names that fit one of these patterns.
    param exclude: Vec<Str>;
    /// Clears read-only variables too.
    param force: Switch;
    /// Writes the variables.
    param pass_thru: Switch;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>, not_null_or_empty;
}

impl Cmdlet for ClearVariable {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let scope = self.scope.clone().map(|name| variables::scope(cx, &name)).transpose()?;
        let selection = Selection { include: &self.include, exclude: &self.exclude };
        for name in &self.name {
            let found = selection.find(cx.session, name, scope.as_ref());
            if found.variables.is_empty() && !found.filtered {
                variables::not_found(cx, name)?;
            }
            for own in found.variables {
                if !cx.should_process(&format!("Name: {}", own.name.name()), "Clear variable")? {
                    continue;
                }
                let mut options = own.options.get();
                let lifted = *self.force && options.read_only;
                options.read_only &= !lifted;
                own.options.set(options);
                let result = cx.session.write_variable(&own, Value::Null);
                options.read_only |= lifted;
                own.options.set(options);
                match result {
                    Ok(()) if *self.pass_thru => cx.write(variable::value(own))?,
                    Ok(()) => {}
                    Err(flow) => cx.report(flow)?,
                }
            }
        }
        Ok(())
    }
}
