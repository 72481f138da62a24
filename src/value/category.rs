//! The parts of an error record's `CategoryInfo`, and its text.

use super::{ErrorRecord, TypeRef, Value};
use crate::text::Str;

/// The longest text that the category line shows of a name.
const LONGEST_NAME: usize = 40;

impl ErrorRecord {
    /// `CategoryInfo.Reason`: what was set, else the name of the exception's type.
    pub fn reason_text(&self) -> Str {
        self.reason
            .borrow()
            .clone()
            .filter(|reason| !reason.is_empty())
            .unwrap_or_else(|| self.exception.type_ref().map_or_else(Str::default, |ty| ty.short_name().into()))
    }

    /// `CategoryInfo.TargetName`.
    pub fn target_name_text(&self) -> Str {
        self.target_name.borrow().clone().unwrap_or_else(|| match self.target.base() {
            Value::Null | Value::Void => Str::default(),
            Value::Str(text) => text.clone(),
            Value::Int(n) => n.to_string().into(),
            Value::Long(n) => n.to_string().into(),
            Value::Bool(b) => if *b { "True" } else { "False" }.into(),
            Value::Enum(value) => value.name(),
            other => other.type_ref().map_or_else(Str::default, |ty| TypeRef::full_name(&ty).into()),
        })
    }

    /// `CategoryInfo.TargetType`.
    pub fn target_type_text(&self) -> Str {
        self.target_type
            .borrow()
            .clone()
            .unwrap_or_else(|| self.target.type_ref().map_or_else(Str::default, |ty| ty.short_name().into()))
    }

    /// `CategoryInfo` as text: `ObjectNotFound: (/nope:String) [Get-Item], ItemNotFoundException`.
    pub fn category_message(&self) -> String {
        let activity = self.activity.borrow().clone().unwrap_or_default();
        format!(
            "{}: ({}:{}) [{}], {}",
            self.category.name(),
            shortened(&self.target_name_text()),
            shortened(&self.target_type_text()),
            shortened(&activity),
            self.reason_text()
        )
    }
}

/// A long name loses its middle.
fn shortened(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    if characters.len() <= LONGEST_NAME {
        return name.to_string();
    }
    let half = LONGEST_NAME / 2 - 1;
    let head: String = characters.iter().take(half).collect();
    let tail: String = characters.iter().skip(characters.len() - half).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_lose_their_middle() {
        let name = format!("/nope{}", "x".repeat(60));
        assert_eq!(shortened(&name), "/nopexxxxxxxxxxxxxx…xxxxxxxxxxxxxxxxxxx");
    }
}
