//! What the cmdlets for variables share: which variables a name and the filters stand for.

use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::frame::Link;
use crate::engine::variable::Variable;
use crate::text::wildcard::{Wildcard, contains_wildcards};
use crate::text::{CaseRule, collate};
use crate::types::exceptions::PS_ARGUMENT_OUT_OF_RANGE_EXCEPTION;

/// Variables whose value is computed when it is read.
const COMPUTED: &[&str] = &["?", "ExecutionContext", "Host", "PSHOME", "PWD"];

/// The filters of a command.
pub struct Selection<'a> {
    pub include: &'a [Str],
    pub exclude: &'a [Str],
}

/// What was found, and whether something was left out by wildcards or filters.
pub struct Found {
    pub variables: Vec<Rc<Variable>>,
    pub filtered: bool,
}

/// The scope that a parameter names.
///
/// # Errors
/// A name that stands for no scope, a number beyond the scopes.
pub fn scope(cx: &mut Cx, name: &str) -> Outcome<Link> {
    if let Some(link) = cx.session.scope_named(name) {
        return Ok(link);
    }
    if name.parse::<u32>().is_ok() {
        let text = format!(
            "The scope number '{name}' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was \
             {name}."
        );
        let fault = Fault::new("ArgumentOutOfRange", ErrorCategory::InvalidArgument, text);
        return Err(cx.stop(fault.of(&PS_ARGUMENT_OUT_OF_RANGE_EXCEPTION)));
    }
    let text = "Cannot process argument because the value of parameter \"Scope\" is not valid. Valid values are \
                \"Global\", \"Local\", or \"Script\", or a number relative to the current scope (0 through the number \
                of scopes where 0 is the current scope and 1 is its parent). Change the value of the \"Scope\" \
                parameter and run the operation again.";
    Err(cx.stop(faults::ps_argument("Argument", ErrorCategory::InvalidArgument, text, "")))
}

impl Selection<'_> {
    /// The variables of a name, by wildcards too, in one scope or as the running code sees them.
    pub fn find(&self, session: &mut Session, name: &str, scope: Option<&Link>) -> Found {
        let name = if name.is_empty() { "*" } else { name };
        if !contains_wildcards(name) {
            if !self.takes(name) {
                return Found { variables: Vec::new(), filtered: true };
            }
            return Found { variables: one(session, name, scope).into_iter().collect(), filtered: false };
        }
        let Ok(pattern) = Wildcard::new(name, CaseRule::Insensitive) else {
            return Found { variables: Vec::new(), filtered: false };
        };
        let mut names: Vec<Symbol> = Vec::new();
        let links = match scope {
            Some(link) => vec![link.clone()],
            None => session.scopes(),
        };
        for link in links {
            names.extend(session.variables_in(&link));
        }
        if scope.is_none_or(|link| matches!(link, Link::Module(module) if Rc::ptr_eq(module, &session.global))) {
            names.extend(COMPUTED.iter().map(|name| Symbol::new(name)));
        }
        let mut seen: Vec<Symbol> = Vec::new();
        let mut variables = Vec::new();
        for symbol in names {
            let text = symbol.name();
            if seen.contains(&symbol) || !pattern.is_match(&text) || !self.takes(&text) {
                continue;
            }
            seen.push(symbol);
            variables.extend(one(session, &text, scope));
        }
        Found { variables, filtered: true }
    }

    fn takes(&self, name: &str) -> bool {
        let any = |patterns: &[Str]| {
            let mut patterns = patterns.iter().filter_map(|text| Wildcard::new(text, CaseRule::Insensitive).ok());
            patterns.any(|pattern| pattern.is_match(name))
        };
        (self.include.is_empty() || any(self.include)) && !any(self.exclude)
    }
}

fn one(session: &mut Session, name: &str, scope: Option<&Link>) -> Option<Rc<Variable>> {
    let symbol = Symbol::new(name);
    let found = match scope {
        Some(link) => session.value_in(link, symbol).is_some().then(|| session.variable_in(link, symbol)),
        None => session.find_variable(symbol),
    };
    found.or_else(|| {
        let is_outer = scope.is_none_or(|link| matches!(link, Link::Module(_)));
        let value =
            session.lookup(symbol).filter(|_| is_outer && COMPUTED.iter().any(|own| own.eq_ignore_ascii_case(name)))?;
        let variable = Variable::with_value(symbol, value);
        let read_only = name == "?" || name.eq_ignore_ascii_case("PWD");
        let mut options = variable.options.get();
        options.all_scope = !name.eq_ignore_ascii_case("PWD");
        options.read_only = read_only && options.all_scope;
        options.constant = !read_only;
        variable.options.set(options);
        Some(Rc::new(variable))
    })
}

/// Sorts variables by name.
pub fn sort(variables: &mut [Rc<Variable>]) {
    variables.sort_by(|a, b| collate::compare(&a.name.name(), &b.name.name(), CaseRule::Insensitive));
}

/// Says that there is no variable of a name.
///
/// # Errors
/// What the error preference makes of it.
pub fn not_found(cx: &mut Cx, name: &str) -> Outcome {
    let text = format!("Cannot find a variable with the name '{name}'.");
    cx.error(faults::item_not_found("VariableNotFound", text, name))
}
