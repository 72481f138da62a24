//! CLIXML text as values.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::text::date::TimeSpan;
use crate::value::{Member, Members, PsObject};
use base64::Engine as _;
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// An element with all below it.
#[derive(Default)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    text: String,
}

/// The deepest nesting that is read.
const DEEPEST: usize = 500;

/// The values that a text holds; the message of the fault where it is no CLIXML.
pub fn values(session: &mut Session, text: &str) -> Outcome<Result<Vec<Value>, String>> {
    let root = match parse(text) {
        Ok(root) if root.tag == "Objs" => root,
        Ok(root) => {
            return Ok(Err(format!("Element 'Objs' with namespace name '{}' was not found.", root.tag)));
        }
        Err(message) => return Ok(Err(message)),
    };
    let mut reader = Reader { session, objects: HashMap::new(), type_lists: HashMap::new() };
    let mut values = Vec::with_capacity(root.children.len());
    for element in &root.children {
        values.push(reader.value(element)?);
    }
    Ok(Ok(values))
}

fn parse(text: &str) -> Result<Element, String> {
    let mut xml = XmlReader::from_str(text.trim_start_matches('\u{feff}').trim());
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = xml.read_event().map_err(|error| error.to_string())?;
        let Some(current) = open.last_mut() else { return Err("Unexpected end of the document.".to_string()) };
        match event {
            Event::Start(start) => {
                if open.len() > DEEPEST {
                    return Err("The document is nested too deeply.".to_string());
                }
                open.push(element(&start));
            }
            Event::Empty(start) => current.children.push(element(&start)),
            Event::End(_) => {
                let Some(done) = open.pop() else { continue };
                if let Some(parent) = open.last_mut() {
                    parent.children.push(done);
                }
            }
            Event::Text(part) => current.text.push_str(&part.decode().map_err(|error| error.to_string())?),
            Event::CData(part) => current.text.push_str(&part.decode().map_err(|error| error.to_string())?),
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|error| error.to_string())?;
                match (reference.resolve_char_ref(), quick_xml::escape::resolve_predefined_entity(&name)) {
                    (Ok(Some(c)), _) => current.text.push(c),
                    (_, Some(text)) => current.text.push_str(text),
                    _ => return Err(format!("Reference to undeclared entity '{name}'.")),
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut top = open.into_iter();
    match (top.next(), top.next()) {
        (Some(mut document), None) => match document.children.pop() {
            Some(root) => Ok(root),
            None => Err("Data at the root level is invalid. Line 1, position 1.".to_string()),
        },
        _ => Err("Unexpected end of file has occurred.".to_string()),
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start
        .attributes()
        .flatten()
        .map(|attribute| {
            let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            (name, attribute.unescape_value().map(|value| value.into_owned()).unwrap_or_default())
        })
        .collect();
    let tag = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    Element { tag, attributes, ..Element::default() }
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn child(&self, tag: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.tag == tag)
    }
}

struct Reader<'a> {
    session: &'a mut Session,
    objects: HashMap<String, Value>,
    type_lists: HashMap<String, Vec<Str>>,
}

impl Reader<'_> {
    fn value(&mut self, element: &Element) -> Outcome<Value> {
        let text = unescaped(&element.text);
        let by_type = |reader: &mut Self, name: &str| -> Outcome<Value> {
            let Some(ty) = reader.session.find_type(name) else { return Ok(Value::from(text.clone())) };
            convert::convert(reader.session, &Value::from(text.clone()), &ty)
        };
        match &*element.tag {
            "Nil" => Ok(Value::Null),
            "S" | "XD" | "SS" => Ok(Value::from(text)),
            "B" => Ok(Value::Bool(text.trim().eq_ignore_ascii_case("true"))),
            "C" => Ok(Value::Char(text.trim().parse().unwrap_or_default())),
            "SB" => by_type(self, "sbyte"),
            "By" => by_type(self, "byte"),
            "I16" => by_type(self, "int16"),
            "U16" => by_type(self, "uint16"),
            "I32" => by_type(self, "int"),
            "U32" => by_type(self, "uint32"),
            "I64" => by_type(self, "long"),
            "U64" => by_type(self, "uint64"),
            "Sg" => by_type(self, "single"),
            "Db" => by_type(self, "double"),
            "D" => by_type(self, "decimal"),
            "G" => by_type(self, "guid"),
            "URI" => by_type(self, "uri"),
            "Version" => by_type(self, "version"),
            "DT" => self.moment(&text),
            "TS" => Ok(Value::native(TimeSpan { ticks: duration(text.trim()) })),
            "SBK" => Ok(Value::from(text)),
            "BA" => {
                let bytes = base64::engine::general_purpose::STANDARD.decode(text.trim()).unwrap_or_default();
                Ok(crate::types::byte_array(&bytes))
            }
            "Ref" => Ok(element.attribute("RefId").and_then(|id| self.objects.get(id)).cloned().unwrap_or_default()),
            "Obj" => self.object(element),
            _ => Ok(Value::from(text)),
        }
    }

    /// A moment as it was written, with its kind.
    fn moment(&mut self, text: &str) -> Outcome<Value> {
        use crate::text::date::{DateContext, DateStyles, DateTime};
        let zone = crate::types::time::local_zone(self.session);
        let now = crate::types::time::now(self.session);
        let context = DateContext { culture: crate::text::Culture::invariant(), zone: &zone, now };
        let read = DateTime::parse(text, DateStyles::ROUND_TRIP_KIND, context);
        crate::types::fault::lift(read).map(Value::native)
    }

    fn object(&mut self, element: &Element) -> Outcome<Value> {
        let names = self.type_names(element);
        let value = self.content(element, &names)?;
        if let Some(extra) = value.extra()
            && !matches!(value.base(), Value::Table(_))
        {
            let names = names.iter().map(|name| Str::from(format!("Deserialized.{name}"))).collect();
            extra.change(|parts| parts.type_names = Some(names));
        }
        if let Some(id) = element.attribute("RefId") {
            self.objects.insert(id.to_string(), value.clone());
        }
        Ok(value)
    }

    fn type_names(&mut self, element: &Element) -> Vec<Str> {
        if let Some(list) = element.child("TN") {
            let names: Vec<Str> = list.children.iter().map(|name| Str::from(unescaped(&name.text))).collect();
            if let Some(id) = list.attribute("RefId") {
                self.type_lists.insert(id.to_string(), names.clone());
            }
            return names;
        }
        let reference = element.child("TNRef").and_then(|reference| reference.attribute("RefId"));
        reference.and_then(|id| self.type_lists.get(id)).cloned().unwrap_or_default()
    }

    fn content(&mut self, element: &Element, names: &[Str]) -> Outcome<Value> {
        if let Some(dictionary) = element.child("DCT") {
            let is_ordered = names.first().is_some_and(|name| name.ends_with("OrderedDictionary"));
            let table = Table::new(if is_ordered { TableKind::Ordered } else { TableKind::Hashtable });
            for entry in &dictionary.children {
                let mut parts = [Value::Null, Value::Null];
                for (part, child) in parts.iter_mut().zip(&entry.children) {
                    *part = self.value(child)?;
                }
                let [key, value] = parts;
                table.set(key, value);
            }
            return Ok(Value::Table(Rc::new(table)));
        }
        let list = ["LST", "IE", "STK", "QUE"].into_iter().find_map(|tag| element.child(tag));
        if let Some(list) = list {
            let mut items = Vec::with_capacity(list.children.len());
            for child in &list.children {
                items.push(self.value(child)?);
            }
            let items = Value::array(items);
            let Some(ty) = self.session.find_type("System.Collections.ArrayList") else { return Ok(items) };
            return self.session.construct(&ty, std::slice::from_ref(&items)).unwrap_or(Ok(items));
        }
        let mut members = Members::default();
        for group in ["Props", "MS"].into_iter().filter_map(|tag| element.child(tag)) {
            for child in &group.children {
                let name = child.attribute("N").map(unescaped).unwrap_or_default();
                let value = self.value(child)?;
                members.set(Str::from(name), Member::Note(value));
            }
        }
        const STRUCTURE: [&str; 5] = ["TN", "TNRef", "ToString", "Props", "MS"];
        let own = element.children.iter().find(|child| !STRUCTURE.contains(&&*child.tag));
        let object = match own {
            Some(child) => PsObject::wrapping(self.value(child)?),
            None => PsObject::new(),
        };
        object.extra.change(|parts| parts.members = members);
        Ok(Value::Object(Rc::new(object)))
    }
}

/// Text with `_xHHHH_` as the characters that they stand for.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(rest.get(..at).unwrap_or_default());
        let digits = rest.get(at + 2..at + 6).unwrap_or_default();
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        match code.and_then(char::from_u32) {
            Some(c) => {
                plain.push(c);
                rest = rest.get(at + 7..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = rest.get(at + 2..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The ticks of a duration such as `PT1M30S`.
fn duration(text: &str) -> i64 {
    let is_negative = text.starts_with('-');
    let (mut ticks, mut number, mut in_time) = (0.0, String::new(), false);
    for c in text.chars() {
        let unit = match c {
            'T' => {
                in_time = true;
                continue;
            }
            'D' => 864_000_000_000.0,
            'H' => 36_000_000_000.0,
            'M' if in_time => 600_000_000.0,
            'S' => 10_000_000.0,
            c => {
                if c.is_ascii_digit() || c == '.' {
                    number.push(c);
                }
                continue;
            }
        };
        ticks += number.parse::<f64>().unwrap_or_default() * unit;
        number.clear();
    }
    let ticks = ticks.round() as i64;
    if is_negative { -ticks } else { ticks }
}

#[cfg(test)]
mod tests {
    use super::{duration, unescaped};

    #[test]
    fn control_characters_are_written_as_codes() {
        assert_eq!(unescaped("a_x000A_b_x005F_x0041_"), "a\nb_x0041_");
    }

    #[test]
    fn durations_have_days_and_fractions() {
        assert_eq!(duration("PT1M30S"), 900_000_000);
        assert_eq!(duration("-P1DT0.5S"), -864_005_000_000);
    }
}
