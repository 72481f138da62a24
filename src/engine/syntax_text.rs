//! How a command is called, as `Get-Command -Syntax` and help write it.

use super::binder::common;
use super::binder::plan::{ParamPlan, Plan};
use super::signature::{Check, Param, Signature};
use crate::text::Str;
use crate::value::{TypeRef, type_name, types};

/// One line a parameter set, the default one first; of a command without sets there is one.
pub fn syntax(signature: &Signature) -> Vec<Str> {
    let plan = signature.plan();
    let line = |set: u32| Str::from(format!("{} {}", signature.name, parameters(signature, plan, set)));
    match plan.set_names.len() {
        0 => vec![line(u32::MAX)],
        count => (0..count.min(32)).map(|bit| line(1 << bit)).collect(),
    }
}

/// The parameters of each set without the command's name, as `CommandParameterSetInfo.ToString()` gives them.
pub fn parameter_sets(signature: &Signature) -> Vec<(Str, Str)> {
    let plan = signature.plan();
    match plan.set_names.len() {
        0 => vec![(Str::from(super::binder::plan::ALL_SETS), Str::from(parameters(signature, plan, u32::MAX)))],
        _ => {
            let sets = plan.set_names.iter().take(32).enumerate();
            sets.map(|(bit, name)| (name.clone(), Str::from(parameters(signature, plan, 1 << bit)))).collect()
        }
    }
}

fn parameters(signature: &Signature, plan: &Plan, set: u32) -> String {
    let in_set: Vec<(&Param, &ParamPlan)> =
        signature.params.iter().zip(&plan.params).filter(|(_, own)| own.is_in(set)).collect();
    let entry = |own: &ParamPlan| own.use_in(set);
    let mut positional: Vec<(i32, String)> = Vec::new();
    let mut mandatory = Vec::new();
    let mut named = Vec::new();
    let mut common_ones = Vec::new();
    for (param, own) in in_set {
        let Some(entry) = entry(own) else { continue };
        let text = one(param, entry.mandatory, entry.position.is_some());
        match entry.position {
            // The last of several at one position wins.
            Some(position) => {
                positional.retain(|(known, _)| *known != position);
                positional.push((position, text));
            }
            None if entry.mandatory => mandatory.push(text),
            None if common::names().any(|name| param.name == name) => common_ones.push(text),
            None => named.push(text),
        }
    }
    positional.sort_by_key(|(position, _)| *position);
    if common_ones.len() == common::names().count() {
        common_ones = vec!["[<CommonParameters>]".to_string()];
    }
    let positional = positional.into_iter().map(|(_, text)| text);
    positional.chain(mandatory).chain(named).chain(common_ones).collect::<Vec<_>>().join(" ")
}

fn one(param: &Param, mandatory: bool, positional: bool) -> String {
    let name = &param.name;
    if param.is_switch {
        return if mandatory { format!("-{name}") } else { format!("[-{name}]") };
    }
    let ty = type_text(param);
    match (mandatory, positional) {
        (true, true) => format!("[-{name}] <{ty}>"),
        (true, false) => format!("-{name} <{ty}>"),
        (false, true) => format!("[[-{name}] <{ty}>]"),
        (false, false) => format!("[-{name} <{ty}>]"),
    }
}

/// The type of a parameter as the syntax names it.
pub fn type_text(param: &Param) -> String {
    for check in &param.checks {
        if let Check::TypeName(name) = check {
            let short = name.rsplit('.').next().filter(|short| !short.is_empty()).unwrap_or(name).to_string();
            let is_array = matches!(param.ty, TypeRef::Array(_)) && !short.contains("[]");
            return if is_array { format!("{short}[]") } else { short };
        }
    }
    short_name(&param.ty)
}

/// A type's accelerator, or its name without the namespace.
fn short_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Array(array) => {
            format!("{}[{}]", short_name(&array.0), ",".repeat(array.1.saturating_sub(1) as usize))
        }
        TypeRef::Generic(generic) => match generic.1.as_slice() {
            [inner] if std::ptr::eq(generic.0, &types::NULLABLE) => short_name(inner),
            arguments => {
                let name = generic.0.short_name().split('`').next().unwrap_or_default();
                let arguments: Vec<String> = arguments.iter().map(short_name).collect();
                format!("{name}[{}]", arguments.join(","))
            }
        },
        other => {
            let name = type_name(other);
            name.rsplit(['.', '+']).next().unwrap_or(&name).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::signature::ParamUse;

    #[test]
    fn positions_come_first_and_brackets_mean_optional() {
        let mut signature = Signature { name: Str::from("Get-It"), ..Signature::default() };
        let mut name = Param::new("Name", TypeRef::Native(&types::STRING));
        name.uses = vec![ParamUse { position: Some(0), mandatory: true, ..ParamUse::default() }];
        let force = Param::new("Force", TypeRef::Native(&types::SWITCH_PARAMETER));
        let id = Param::new("Id", TypeRef::array_of(TypeRef::Native(&types::INT32)));
        signature.params = vec![force, id, name];
        signature.index();
        assert_eq!(syntax(&signature), [Str::from("Get-It [-Name] <string> [-Force] [-Id <int[]>]")]);
    }
}
