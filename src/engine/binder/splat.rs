//! Names among the items of `$args`: when the list is splatted, they are names again.

use crate::text::{Str, Symbol};
use crate::value::{Member, Members, OtherMember, PsObject, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// The hidden note that says so.
const NOTE: &str = "<CommandParameterName>";

thread_local! {
    static NOTE_SYMBOL: Symbol = Symbol::new(NOTE);
}

/// A name with its dash as an item of `$args`.
pub fn name_argument(text: &Str) -> Value {
    let object = PsObject::wrapping(Value::Str(text.clone()));
    let name = text.trim_start_matches('-').trim_end_matches(':');
    let note = OtherMember::Guarded { value: RefCell::new(Value::from(name)), read_only: true, hidden: true };
    let mut members = Members::default();
    members.set(Str::from(NOTE), Member::Other(Rc::new(note)));
    object.extra.change(|parts| parts.members = members);
    Value::Object(Rc::new(object))
}

/// The parameter that an item of `$args` names, if it is a name.
pub fn parameter_name(item: &Value) -> Option<Str> {
    let Value::Object(object) = item else { return None };
    object.extra.member(NOTE_SYMBOL.with(|symbol| *symbol))?;
    let text = object.base()?.as_str()?;
    Some(Str::from(text.trim_start_matches('-').trim_end_matches(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_a_name_and_a_text_does_not_become_one() {
        let name = name_argument(&Str::from("-Count:"));
        assert_eq!(parameter_name(&name), Some(Str::from("Count")));
        assert_eq!(parameter_name(&Value::from("-Count")), None);
    }
}
