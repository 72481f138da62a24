//! `New-Variable`: makes a variable.
use super::variables;
use crate::cmdlets::prelude::*;
use crate::engine::eval::SESSION_STATE_EXCEPTION;
use crate::engine::tables::variable;
use crate::types::enums::{SCOPED_ITEM_OPTIONS, SESSION_STATE_ENTRY_VISIBILITY};

cmdlet! {
    /// Creates a new variable.
    ///
    /// ```powershell
    /// New-Variable -Name MaxTries -Value 3 -Option ReadOnly
    /// $MaxTries
    /// # 3
    /// ```
    pub struct NewVariable: "New-Variable", alias "nv", confirm_impact ConfirmImpact::Low,
        output "System.Management.Automation.PSVariable";

    /// The name.
    param name: Str, mandatory, position 0, by_name;
    /// The value.
    param value: Value, position 1, pipeline, by_name;
    /// A description.
    param description: Option<Str>;
    /// Whether it can be changed, and where it is seen.
    param option: Value, ty &SCOPED_ITEM_OPTIONS;
    /// Accepted; every variable is public.
    param visibility: Value, ty &SESSION_STATE_ENTRY_VISIBILITY;
    /// Replaces a variable, even a read-only one.
    param force: Switch;
    /// Writes the variable.
    param pass_thru: Switch;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>, not_null_or_empty;
}

impl Cmdlet for NewVariable {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let scope = match self.scope.clone() {
            Some(name) => variables::scope(cx, &name)?,
            None => cx.session.scope(),
        };
        let symbol = Symbol::new(&self.name);
        let exists = cx.session.value_in(&scope, symbol).is_some();
        if exists && !*self.force {
            let text = format!("A variable with name '{}' already exists.", self.name);
            let fault = Fault::new("VariableAlreadyExists", ErrorCategory::ResourceExists, text);
            return cx.error(fault.of(&SESSION_STATE_EXCEPTION).target(Value::Str(self.name.clone())));
        }
        let shown = convert::to_text(cx.session, &self.value)?;
        if !cx.should_process(&format!("Name: {} Value: {shown}", self.name), "New variable")? {
            return Ok(());
        }
        let own = cx.session.variable_in(&scope, symbol);
        if exists && own.options.get().constant {
            return cx.report(variable::not_writable(&self.name));
        }
        own.constraint.replace(None);
        own.put(Some(enumerate::single(self.value.clone())));
        let mut options = variable::options(&self.option);
        options.private |= self.scope.as_ref().is_some_and(|name| name.eq_ignore_ascii_case("private"));
        own.options.set(options);
        own.description.replace(self.description.clone().unwrap_or_default());
        cx.session.bump_epoch();
        if *self.pass_thru { cx.write(variable::value(own)) } else { Ok(()) }
    }
}
