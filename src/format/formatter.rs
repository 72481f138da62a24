//! Formatters: they turn objects into format records.

use super::generator::Generator;
use super::record::{Body, Entry, Part, Record, ShapeKind};
use super::request::{Expansion, FormatRequest};
use super::scalar::is_scalar;
use super::style::Style;
use super::text::{DEFAULT_ENUMERATION_LIMIT, display_text, enumerated};
use super::view::{self, ViewBody};
use super::{Stream, error};
use crate::value::{Env, ErrorRecord, Outcome, Value};
use std::rc::Rc;

/// Turns the objects of one pipeline into records.
pub struct Formatter {
    /// `None` leaves the shape to the first object.
    shape: Option<ShapeKind>,
    request: Rc<FormatRequest>,
    style: Rc<Style>,
    /// `$FormatEnumerationLimit`, once it is read.
    limit: Option<i32>,
    generator: Option<Generator>,
    in_group: bool,
}

impl Formatter {
    /// A formatter whose shape the first object decides.
    pub fn automatic(style: Style) -> Formatter {
        Formatter {
            shape: None,
            request: Rc::new(FormatRequest::default()),
            style: Rc::new(style),
            limit: None,
            generator: None,
            in_group: false,
        }
    }

    /// The formatter of a `Format-*` cmdlet.
    pub fn shaped(shape: ShapeKind, request: FormatRequest, style: Style) -> Formatter {
        Formatter { shape: Some(shape), request: Rc::new(request), ..Formatter::automatic(style) }
    }

    /// Takes an object; what it becomes is appended to `out`.
    pub fn feed(&mut self, env: &mut dyn Env, value: &Value, stream: Stream, out: &mut Vec<Record>) -> Outcome {
        if value.is_null() {
            return Ok(());
        }
        let Some(items) = enumerated(value) else { return self.object(env, value, stream, out) };
        match self.request.expand.unwrap_or(Expansion::EnumOnly) {
            Expansion::CoreOnly => return self.object(env, value, stream, out),
            Expansion::EnumOnly => {}
            Expansion::Both => self.core(env, value, items.len(), stream, out)?,
        }
        for item in items {
            let item = if item.is_null() { Value::from("") } else { item };
            self.object(env, &item, stream, out)?;
        }
        Ok(())
    }

    /// The collection itself, before its items.
    fn core(
        &mut self,
        env: &mut dyn Env,
        value: &Value,
        count: usize,
        stream: Stream,
        out: &mut Vec<Record>,
    ) -> Outcome {
        out.push(Record::aside(Body::Raw("The following object supports IEnumerable:".into())));
        out.extend(self.aside(env, value, stream, true)?);
        let message = match count {
            0 => "The IEnumerable contains no objects.".to_string(),
            1 => "The IEnumerable contains the following object:".to_string(),
            _ => format!("The IEnumerable contains the following {count} objects:"),
        };
        out.push(Record::aside(Body::Raw(message.into())));
        Ok(())
    }

    fn object(&mut self, env: &mut dyn Env, value: &Value, stream: Stream, out: &mut Vec<Record>) -> Outcome {
        if let Some(record) = value.downcast::<Record>() {
            out.push(record.clone());
            return Ok(());
        }
        let may_stand_aside = self.shape.is_none() || !self.request.force;
        if may_stand_aside && let Some(record) = self.aside(env, value, stream, false)? {
            out.push(record);
            return Ok(());
        }
        let begins = self.generator.is_none();
        let mut generator = match self.generator.take() {
            Some(generator) => generator,
            None => {
                let limit = self.limit(env);
                let generator =
                    Generator::choose(env, value, self.shape, self.request.clone(), (self.style.clone(), limit))?;
                out.push(Record::Start(Rc::new(generator.start(env, value)?)));
                generator
            }
        };
        let result = self.payload(env, value, stream, &mut generator, begins, out);
        self.generator = Some(generator);
        result
    }

    fn payload(
        &mut self,
        env: &mut dyn Env,
        value: &Value,
        stream: Stream,
        generator: &mut Generator,
        begins: bool,
        out: &mut Vec<Record>,
    ) -> Outcome {
        let may_stand_aside = self.shape.is_none() || !self.request.force;
        if may_stand_aside
            && !begins
            && !generator.fits(env, value)
            && let Some(record) = self.aside(env, value, stream, true)?
        {
            out.push(record);
            return Ok(());
        }
        let new_group = generator.next_group(env, value)?;
        if self.in_group && new_group {
            out.push(Record::aside(Body::Custom(Vec::new())));
            out.push(Record::GroupEnd);
        }
        if !self.in_group || new_group {
            out.push(Record::GroupStart(Rc::new(generator.group_start(env, value)?)));
            self.in_group = true;
        }
        out.push(Record::Entry(Rc::new(generator.entry(env, value, stream)?)));
        for failure in generator.take_failures() {
            out.extend(self.aside(env, &Value::native(failure), stream, true)?);
        }
        Ok(())
    }

    /// The record of an object that is printed outside any document; `None` where it belongs into one.
    ///
    /// `forced` makes a list of an object that does not fit into the document around it.
    fn aside(&mut self, env: &mut dyn Env, value: &Value, stream: Stream, forced: bool) -> Outcome<Option<Record>> {
        let entry = |body| Record::Entry(Rc::new(Entry { out_of_band: true, stream, body }));
        if is_plain_object(value) && !forced {
            return Ok(None);
        }
        if is_scalar(value) {
            return Ok(Some(entry(Body::Raw(display_text(env, value)?))));
        }
        let type_names = env.type_names(value);
        if let Some(view) = view::find_out_of_band(&type_names) {
            if let (ViewBody::Error, Some(record)) = (&view.body, value.downcast::<Rc<ErrorRecord>>()) {
                let text = error::error_text(env, record, &self.style)?;
                return Ok(Some(entry(Body::Custom(vec![Part::Text(text.into())]))));
            }
            let body = Generator::of_view(view, self.limit(env)).entry(env, value, stream)?.body;
            return Ok(Some(entry(body)));
        }
        if env.property_names(value).is_empty() {
            return Ok(Some(entry(Body::Raw(display_text(env, value)?))));
        }
        if !forced {
            return Ok(None);
        }
        Ok(Some(entry(Generator::list(self.limit(env)).entry(env, value, stream)?.body)))
    }

    /// Ends the document that is open; the formatter can begin another one.
    pub fn finish(&mut self, out: &mut Vec<Record>) {
        if self.generator.take().is_none() {
            return;
        }
        if std::mem::take(&mut self.in_group) {
            out.push(Record::GroupEnd);
        }
        out.push(Record::End);
    }

    fn limit(&mut self, env: &dyn Env) -> i32 {
        *self.limit.get_or_insert_with(|| match env.variable("FormatEnumerationLimit").as_ref().map(Value::base) {
            Some(Value::Int(limit)) => *limit,
            _ => DEFAULT_ENUMERATION_LIMIT,
        })
    }
}

/// A custom object with properties and without a type name of its own: no view is for it.
fn is_plain_object(value: &Value) -> bool {
    let Value::Object(object) = value else { return false };
    object.base().is_none()
        && object
            .extra
            .read(|parts| parts.type_names.is_none() && parts.members.iter().any(|(_, member)| member.is_property()))
            .unwrap_or(false)
}
