//! `System.Globalization.CultureInfo`: a language and region with its conventions.

use super::arguments::Arguments;
use super::known;
use crate::text::{Culture, Str};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value, convert};

/// A culture.
pub struct CultureInfo(pub &'static Culture);

impl Native for CultureInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::CULTURE_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.0.name)))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.0.name))
    }
}

/// The culture of a format provider; null and unknown providers stand for the current culture.
pub(super) fn of_provider(env: &dyn Env, provider: &Value) -> &'static Culture {
    match provider.downcast::<CultureInfo>() {
        Some(culture) => culture.0,
        None => convert::current_culture(env),
    }
}

/// The culture of the argument at a place; the current one where there is no such argument.
pub(super) fn of_argument(env: &dyn Env, arguments: &[Value], place: usize) -> &'static Culture {
    of_provider(env, &arguments.value(place))
}
