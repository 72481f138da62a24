//! `Set-Variable`: sets the value and the options of variables.
use super::variables::{self, Selection};
use crate::cmdlets::prelude::*;
use crate::engine::frame::Link;
use crate::engine::tables::variable;
use crate::engine::variable::Variable;
use crate::types::enums::{SCOPED_ITEM_OPTIONS, SESSION_STATE_ENTRY_VISIBILITY};

cmdlet! {
    /// Sets the value of a variable. Creates the variable if one with the requested name does not exist.
    ///
    /// ```powershell
    /// Set-Variable -Name site -Value 'Rome'
    /// $site
    /// # Rome
    /// ```
    pub struct SetVariable: "Set-Variable", alias "set", alias "sv", should_process,
        output "System.Management.Automation.PSVariable";

    /// The names of the variables.
    param name: Vec<Str>, mandatory, position 0, by_name;
    /// The value; several objects of the pipeline become an array.
    param value: Option<Value>, position 1, pipeline, by_name;
    /// Takes only names that fit one of these patterns.
    param include: Vec<Str>;
    /// Leaves out names that fit one of these patterns.
    param exclude: Vec<Str>;
    /// A description.
    param description: Option<Str>;
    /// Whether it can be changed, and where it is seen.
    param option: Value, ty &SCOPED_ITEM_OPTIONS;
    /// Changes read-only variables too.
    param force: Switch;
    /// Accepted; every variable is public.
    param visibility: Value, ty &SESSION_STATE_ENTRY_VISIBILITY;
    /// Writes the variables.
    param pass_thru: Switch;
    /// Adds the value to those that the variable has.
    param append: Switch;
    /// The scope: `Global`, `Local`, `Script`, or how many levels up.
    param scope: Option<Str>, not_null_or_empty;

    state name_given: bool;
    state value_given: bool;
    state values: Option<Vec<Value>>;
}

impl Cmdlet for SetVariable {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        self.name_given = !self.name.is_empty();
        self.value_given = self.value.is_some();
        if !*self.append {
            return Ok(());
        }
        let [name] = self.name.as_slice() else {
            let fault = Fault::new("SetVariableAppend", ErrorCategory::InvalidOperation, "SetVariableAppend");
            return Err(cx.stop(fault.of(&crate::value::error::INVALID_OPERATION_EXCEPTION)));
        };
        let old = cx.session.lookup(Symbol::new(name));
        self.values = old.map(|old| enumerate::items_of(&old).unwrap_or_else(|| vec![old]));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if !self.name_given {
            let value = self.value.clone();
            return self.set(cx, value);
        }
        if self.value_given && !*self.append {
            return Ok(());
        }
        if let Some(value) = self.value.clone().filter(|value| !matches!(value, Value::Void)) {
            self.values.get_or_insert_default().push(value);
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        if !self.name_given {
            return Ok(());
        }
        let value = match self.values.take() {
            Some(values) if *self.append => Some(Value::array(values)),
            Some(mut values) if values.len() == 1 => values.pop(),
            Some(values) => Some(Value::array(values)),
            None => self.value.clone(),
        };
        self.set(cx, value)
    }
}

impl SetVariable {
    fn set(&mut self, cx: &mut Cx, value: Option<Value>) -> Outcome {
        let value = value.filter(|value| !matches!(value, Value::Void));
        let scope = match self.scope.clone() {
            Some(name) => variables::scope(cx, &name)?,
            None => cx.session.scope(),
        };
        for name in self.name.clone() {
            let selection = Selection { include: &self.include, exclude: &self.exclude };
            let found = selection.find(cx.session, &name, Some(&scope));
            let is_new = found.variables.is_empty() && !found.filtered;
            let variables = if is_new { vec![(name, None)] } else { named(found.variables) };
            for (name, known) in variables {
                let shown = convert::to_text(cx.session, &value.clone().unwrap_or_default())?;
                if !cx.should_process(&format!("Name: {name} Value: {shown}"), "Set variable")? {
                    continue;
                }
                let result = match known {
                    Some(known) => self.change(cx, &known, value.clone()).map(|()| known),
                    None => self.make(cx, &scope, &name, value.clone()),
                };
                match result {
                    Ok(own) if *self.pass_thru => cx.write(variable::value(own))?,
                    Ok(_) => {}
                    Err(flow) => cx.report(flow)?,
                }
            }
        }
        Ok(())
    }

    fn make(&self, cx: &mut Cx, scope: &Link, name: &str, value: Option<Value>) -> Outcome<Rc<Variable>> {
        let symbol = Symbol::new(name);
        // A variable that spans all scopes is set where it is.
        let outer = cx.session.global.find_variable(symbol).filter(|outer| outer.options.get().all_scope);
        if let Some(outer) = outer {
            self.change(cx, &outer, value)?;
            return Ok(outer);
        }
        let own = cx.session.variable_in(scope, symbol);
        own.put(Some(value.unwrap_or_default()));
        let mut options = variable::options(&self.option);
        options.private |= self.scope.as_ref().is_some_and(|name| name.eq_ignore_ascii_case("private"));
        own.options.set(options);
        own.description.replace(self.description.clone().unwrap_or_default());
        Ok(own)
    }

    fn change(&self, cx: &mut Cx, own: &Rc<Variable>, value: Option<Value>) -> Outcome {
        let mut options = own.options.get();
        let was_read_only = *self.force && options.read_only;
        if was_read_only {
            options.read_only = false;
            own.options.set(options);
        }
        if let Some(value) = value {
            cx.session.write_variable(own, value)?;
        }
        if let Some(description) = &self.description {
            own.description.replace(description.clone());
        }
        if !self.option.is_null() {
            return variable::change_options(own, variable::options(&self.option), false);
        }
        if was_read_only {
            options.read_only = true;
            own.options.set(options);
        }
        Ok(())
    }
}

fn named(variables: Vec<Rc<Variable>>) -> Vec<(Str, Option<Rc<Variable>>)> {
    variables.into_iter().map(|own| (own.name.name(), Some(own))).collect()
}
