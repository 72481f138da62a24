//! A key and its value, as enumerating a dictionary gives them.

use crate::text::Str;
use crate::value::types::DICTIONARY_ENTRY;
use crate::value::{Env, Native, Outcome, TypeRef, Value};

/// `System.Collections.DictionaryEntry`.
pub struct DictionaryEntry {
    pub key: Value,
    pub value: Value,
}

impl Native for DictionaryEntry {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&DICTIONARY_ENTRY)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        let key = super::display_text(env, &self.key)?;
        let value = match self.value.base() {
            Value::Array(array) => array.type_ref().full_name().into(),
            _ => super::display_text(env, &self.value)?,
        };
        Ok(Some(format!("[{key}, {value}]").into()))
    }

    fn dynamic_property(&self, name: &str) -> Option<Value> {
        match name.to_ascii_lowercase().as_str() {
            "key" | "name" => Some(self.key.clone()),
            "value" => Some(self.value.clone()),
            _ => None,
        }
    }

    fn dynamic_properties(&self) -> Vec<Str> {
        ["Key", "Value", "Name"].map(Str::from).to_vec()
    }
}
