//! `Test-Json`: whether a text is JSON, and whether it keeps to a schema.
use crate::cmdlets::prelude::*;
use crate::text::{Regex, RegexOptions};
use serde_json::Value as Json;

cmdlet! {
    /// Tests whether a string is a valid JSON document.
    ///
    /// ```powershell
    /// Test-Json '{ "pin": 6 }'
    /// # True
    /// ```
    pub struct TestJson: "Test-Json", default_set "JsonString", output "System.Boolean";

    /// The text.
    param json: Str, set "JsonString", mandatory, position 0, pipeline, set "JsonStringWithSchemaString", mandatory, position 0, pipeline,
        set "JsonStringWithSchemaFile", mandatory, position 0, pipeline;
    /// The file with the text.
    param path: Str, set "JsonPath", mandatory, position 0, pipeline, by_name, set "JsonPathWithSchemaString", mandatory, position 0, pipeline, by_name,
        set "JsonPathWithSchemaFile", mandatory, position 0, pipeline, by_name;
    /// The file with the text, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "JsonLiteralPath", mandatory, position 0, by_name;
    /// The schema.
    param schema: Option<Str>, position 1, set "JsonStringWithSchemaString", mandatory, set "JsonPathWithSchemaString", mandatory;
    /// The file with the schema.
    param schema_file: Option<Str>, position 1, set "JsonStringWithSchemaFile", mandatory, set "JsonPathWithSchemaFile", mandatory;
    /// Allows comments and commas at the end.
    param options: Vec<Str>;
}

impl Cmdlet for TestJson {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let path = if self.path.is_empty() { self.literal_path.clone() } else { self.path.clone() };
        let text = match path.is_empty() {
            true => self.json.to_string(),
            false => super::csv::file::read(cx, &path, self.path.is_empty(), &Value::Null)?,
        };
        let schema = match (&self.schema, &self.schema_file) {
            (Some(schema), _) => Some(schema.to_string()),
            (None, Some(path)) => Some(super::csv::file::read(cx, path, false, &Value::Null)?),
            (None, None) => None,
        };
        let Ok(document) = serde_json::from_str::<Json>(&text) else {
            let text = "Cannot parse the JSON.";
            let fault = Fault::new("InvalidJson", ErrorCategory::InvalidData, text);
            cx.error(
                fault.of(&crate::value::error::EXTENDED_TYPE_SYSTEM_EXCEPTION).target(Value::Str(self.json.clone())),
            )?;
            return cx.write(Value::Bool(false));
        };
        let Some(schema) = schema else { return cx.write(Value::Bool(true)) };
        let Ok(schema) = serde_json::from_str::<Json>(&schema) else {
            let fault = Fault::new("InvalidJsonSchema", ErrorCategory::InvalidData, "Cannot parse the JSON schema.");
            return Err(cx.stop(fault.of(&crate::value::error::EXTENDED_TYPE_SYSTEM_EXCEPTION)));
        };
        let mut faults = Vec::new();
        check(&schema, &document, "", &mut faults);
        for (place, message) in &faults {
            let text = format!("The JSON is not valid with the schema: {message} at '{place}'");
            let fault = Fault::new("InvalidJsonAgainstSchemaDetailed", ErrorCategory::InvalidData, text);
            cx.error(fault.of(&crate::value::error::EXTENDED_TYPE_SYSTEM_EXCEPTION))?;
        }
        cx.write(Value::Bool(faults.is_empty()))
    }
}

/// Compares a value with a schema; each fault tells its place as a JSON pointer.
fn check(schema: &Json, value: &Json, place: &str, faults: &mut Vec<(String, String)>) {
    let Json::Object(rules) = schema else {
        if *schema == Json::Bool(false) {
            faults.push((place.to_string(), "All values fail against the false schema".to_string()));
        }
        return;
    };
    for (rule, wanted) in rules {
        if let Some(message) = broken(rule, wanted, value) {
            faults.push((place.to_string(), message));
        }
    }
    if let Json::Object(members) = value {
        let known = rules.get("properties").and_then(Json::as_object);
        for (name, member) in members {
            let below = format!("{place}/{name}");
            match (known.and_then(|known| known.get(name)), rules.get("additionalProperties")) {
                (Some(schema), _) | (None, Some(schema)) => check(schema, member, &below, faults),
                (None, None) => {}
            }
        }
    }
    if let (Json::Array(items), Some(schema)) = (value, rules.get("items")) {
        for (i, item) in items.iter().enumerate() {
            check(schema, item, &format!("{place}/{i}"), faults);
        }
    }
    let passes = |schema: &Json| {
        let mut found = Vec::new();
        check(schema, value, place, &mut found);
        found.is_empty()
    };
    let counted = |rule: &str| {
        rules.get(rule).and_then(Json::as_array).map(|list| list.iter().filter(|schema| passes(schema)).count())
    };
    let all = rules.get("allOf").and_then(Json::as_array).map_or(0, Vec::len);
    let is_broken = counted("anyOf") == Some(0)
        || counted("oneOf").is_some_and(|count| count != 1)
        || counted("allOf").is_some_and(|count| count != all)
        || rules.get("not").is_some_and(passes);
    if is_broken {
        faults.push((place.to_string(), "The value does not suit the combined schemas".to_string()));
    }
}

/// What a rule that looks at the value alone finds wrong.
fn broken(rule: &str, wanted: &Json, value: &Json) -> Option<String> {
    let number = value.as_f64();
    let limit = wanted.as_f64();
    let count = |length: Option<usize>, is_fine: fn(f64, f64) -> bool| {
        let (length, limit) = (length? as f64, limit?);
        (!is_fine(length, limit)).then(|| format!("The length {length} breaks {rule} {limit}"))
    };
    let compare = |is_fine: fn(f64, f64) -> bool| {
        let (number, limit) = (number?, limit?);
        (!is_fine(number, limit)).then(|| format!("{number} breaks {rule} {limit}"))
    };
    let text = value.as_str();
    match rule {
        "type" => {
            let names: Vec<&str> = match wanted {
                Json::Array(names) => names.iter().filter_map(Json::as_str).collect(),
                name => name.as_str().into_iter().collect(),
            };
            let is_one = names.iter().any(|name| is_type(value, name));
            (!is_one).then(|| format!("Value is \"{}\" but should be \"{}\"", type_of(value), names.join("\" or \"")))
        }
        "required" => {
            let members = value.as_object()?;
            let missing: Vec<&str> = wanted
                .as_array()?
                .iter()
                .filter_map(Json::as_str)
                .filter(|name| !members.contains_key(*name))
                .collect();
            (!missing.is_empty())
                .then(|| format!("Required properties [\"{}\"] are not present", missing.join("\",\"")))
        }
        "enum" => (!wanted.as_array()?.contains(value))
            .then(|| "Value should match one of the values specified by the enum".to_string()),
        "const" => (wanted != value).then(|| format!("Expected {wanted}")),
        "minimum" => compare(|number, limit| number >= limit),
        "maximum" => compare(|number, limit| number <= limit),
        "exclusiveMinimum" => compare(|number, limit| number > limit),
        "exclusiveMaximum" => compare(|number, limit| number < limit),
        "multipleOf" => compare(|number, step| (number / step).fract() == 0.0),
        "minLength" => count(text.map(|text| text.chars().count()), |length, limit| length >= limit),
        "maxLength" => count(text.map(|text| text.chars().count()), |length, limit| length <= limit),
        "minItems" => count(value.as_array().map(Vec::len), |length, limit| length >= limit),
        "maxItems" => count(value.as_array().map(Vec::len), |length, limit| length <= limit),
        "minProperties" => count(value.as_object().map(serde_json::Map::len), |length, limit| length >= limit),
        "maxProperties" => count(value.as_object().map(serde_json::Map::len), |length, limit| length <= limit),
        "pattern" => {
            let expression = Regex::new(wanted.as_str()?, RegexOptions::NONE).ok()?;
            (!expression.is_match(text?).unwrap_or(false))
                .then(|| "The string value is not a match for the indicated regular expression".to_string())
        }
        _ => None,
    }
}

fn type_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) if is_type(value, "integer") => "integer",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}

fn is_type(value: &Json, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
