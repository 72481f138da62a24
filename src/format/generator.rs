//! What a document is made of: the shape that was chosen for its first object, and each object's entry in it.

use super::Stream;
use super::browse::Browser;
use super::detail::detailed;
use super::expression::Found;
use super::group::Grouping;
use super::missing_view::missing_view;
use super::properties::{Association, active_properties, default_set, natural_align, table_properties, wide_property};
use super::record::{Align, Body, Cell, Column, Entry, Field, GroupStart, Part, Shape, ShapeKind, Start, TableShape};
use super::request::{DEFAULT_DEPTH, FormatRequest};
use super::style::Style;
use super::text::{CellFormat, CellText, cell_text};
use super::view::{self, Item, TableView, Token, View, ViewBody, entry_for};
use crate::text::{Str, Symbol};
use crate::value::{Env, ErrorCategory, ErrorRecord, Flow, Outcome, Value};
use std::rc::Rc;

/// An object with this many properties is still a table; with more it is a list.
const MOST_TABLE_PROPERTIES: usize = 4;
const ERROR_TEXT: &str = "#ERR";
const FORMAT_ERROR_TEXT: &str = "#FMTERR";

/// Makes the records of one document.
pub struct Generator {
    source: Source,
    request: Rc<FormatRequest>,
    style: Rc<Style>,
    limit: i32,
    group: Option<Grouping>,
    /// The failures of the last entry, where they are to be shown.
    failures: Vec<Rc<ErrorRecord>>,
}

enum Source {
    View(&'static View),
    Table(Vec<Association>),
    List,
    Wide,
    Custom,
}

impl Generator {
    /// Chooses the layout for a document that begins with `object`.
    ///
    /// # Errors
    /// A view that was asked for by name and is not there.
    pub fn choose(
        env: &mut dyn Env,
        object: &Value,
        shape: Option<ShapeKind>,
        request: Rc<FormatRequest>,
        (style, limit): (Rc<Style>, i32),
    ) -> Outcome<Generator> {
        let type_names = env.type_names(object);
        let source = match shape {
            None => match view::find(&type_names, None, None) {
                Some(view) => Source::View(view),
                None => {
                    let count = match default_set(env, object, &type_names) {
                        set if set.is_empty() => env.property_names(object).len(),
                        set => set.len(),
                    };
                    let kind = if count <= MOST_TABLE_PROPERTIES { ShapeKind::Table } else { ShapeKind::List };
                    Source::of_properties(env, object, &type_names, kind, &request)
                }
            },
            Some(kind) if !request.properties.is_empty() => {
                Source::of_properties(env, object, &type_names, kind, &request)
            }
            Some(kind) => match view::find(&type_names, Some(kind), request.view.as_deref()) {
                Some(view) => Source::View(view),
                None => match &request.view {
                    Some(name) => return Err(missing_view(name, object, kind)),
                    None => Source::of_properties(env, object, &type_names, kind, &request),
                },
            },
        };
        let group = match (&request.group_by, &source) {
            (Some(parameter), _) => Some(Grouping::asked(parameter)),
            (None, Source::View(View { group: Some(group), .. })) => Some(Grouping::of_view(group)),
            _ => None,
        };
        Ok(Generator { source, request, style, limit, group, failures: Vec::new() })
    }

    /// A list of all properties of one object, for an object that does not fit into the document around it.
    pub fn list(limit: i32) -> Generator {
        Generator {
            source: Source::List,
            request: Rc::new(FormatRequest::default()),
            style: Rc::default(),
            limit,
            group: None,
            failures: Vec::new(),
        }
    }

    /// The layout of a view.
    pub fn of_view(view: &'static View, limit: i32) -> Generator {
        Generator { source: Source::View(view), ..Generator::list(limit) }
    }

    /// Whether an object fits into the document: any does, unless a view was chosen that is not for its type.
    pub fn fits(&self, env: &mut dyn Env, object: &Value) -> bool {
        match self.source {
            Source::View(view) => view.applies_to(&env.type_names(object)),
            _ => true,
        }
    }

    pub fn start(&self, env: &mut dyn Env, object: &Value) -> Outcome<Start> {
        let (shape, view_size) = match &self.source {
            Source::View(View { body: ViewBody::Table(table), .. }) => {
                (Shape::Table(self.view_header(env, object, table)), Some(table.auto_size))
            }
            Source::View(view) => (self.simple_shape(view.kind()), None),
            Source::Table(columns) => (Shape::Table(self.property_header(env, object, columns)?), None),
            Source::List => (Shape::List, None),
            Source::Wide => (self.simple_shape(ShapeKind::Wide), None),
            Source::Custom => (Shape::Custom, None),
        };
        Ok(Start { shape, auto_size: self.request.auto_size.or(view_size).unwrap_or(false) })
    }

    fn simple_shape(&self, kind: ShapeKind) -> Shape {
        match kind {
            ShapeKind::Wide if self.request.auto_size == Some(true) => Shape::Wide(0),
            ShapeKind::Wide => Shape::Wide(self.request.columns.unwrap_or(0)),
            ShapeKind::Custom => Shape::Custom,
            ShapeKind::Table | ShapeKind::List => Shape::List,
        }
    }

    fn view_header(&self, env: &mut dyn Env, object: &Value, table: &TableView) -> TableShape {
        let columns = table
            .columns
            .iter()
            .map(|column| Column {
                label: column.label.unwrap_or(column.item.name()).into(),
                width: column.width,
                align: if column.align == Align::Undefined { column.cell_align } else { column.align },
                names_property: column.label.is_none_or(|label| env.has_property(object, Symbol::new(label))),
            })
            .collect();
        self.table_shape(columns)
    }

    fn property_header(&self, env: &mut dyn Env, object: &Value, associations: &[Association]) -> Outcome<TableShape> {
        let mut columns = Vec::with_capacity(associations.len());
        for association in associations {
            let parameter = association.parameter.as_ref();
            let asked = parameter.map_or(Align::Undefined, |parameter| parameter.align);
            columns.push(Column {
                label: association.label(env)?,
                width: parameter.and_then(|parameter| parameter.width).unwrap_or(0),
                align: if asked == Align::Undefined { natural_align(env, object, association)? } else { asked },
                names_property: true,
            });
        }
        Ok(self.table_shape(columns))
    }

    fn table_shape(&self, columns: Vec<Column>) -> TableShape {
        TableShape {
            columns,
            hide_header: self.request.hide_header.unwrap_or(false),
            repeat_header: self.request.repeat_header,
        }
    }

    /// The entry of an object.
    pub fn entry(&mut self, env: &mut dyn Env, object: &Value, stream: Stream) -> Outcome<Entry> {
        let body = match &self.source {
            Source::View(view) => self.view_body(env, object, view)?,
            Source::Table(_) => self.row(env, object)?,
            Source::List => self.fields(env, object)?,
            Source::Wide => self.wide(env, object)?,
            Source::Custom => {
                let depth = self.request.depth.unwrap_or(DEFAULT_DEPTH);
                let browser = Browser { limit: self.limit, request: &self.request };
                Body::Custom(browser.parts(env, object, depth)?)
            }
        };
        Ok(Entry { out_of_band: false, stream, body })
    }

    /// The failures of the last entry.
    pub fn take_failures(&mut self) -> Vec<Rc<ErrorRecord>> {
        std::mem::take(&mut self.failures)
    }

    fn view_body(&mut self, env: &mut dyn Env, object: &Value, view: &'static View) -> Outcome<Body> {
        Ok(match &view.body {
            ViewBody::Table(table) => {
                let mut cells = Vec::with_capacity(table.columns.len());
                for column in table.columns {
                    let text = self.item_text(env, object, column.item, None)?;
                    cells.push(Cell { text, align: column.cell_align });
                }
                Body::Row { cells, wrap: self.request.wrap.unwrap_or(table.wrap) }
            }
            ViewBody::List(entries) => {
                let names = env.type_names(object);
                let mut fields = Vec::new();
                for field in entry_for(entries, |entry| entry.types, &names).map_or(&[][..], |entry| entry.fields) {
                    let label = field.label.unwrap_or(field.item.name()).into();
                    fields.push(Field { label, text: self.item_text(env, object, field.item, None)? });
                }
                Body::List(fields)
            }
            ViewBody::Wide(entries) => {
                let names = env.type_names(object);
                match entry_for(entries, |entry| entry.types, &names) {
                    Some(entry) => Body::Wide(self.item_text(env, object, entry.item, entry.format)?),
                    None => Body::Wide(Str::default()),
                }
            }
            ViewBody::Custom(tokens) => Body::Custom(self.token_parts(env, object, tokens)?),
            ViewBody::Detail => Body::Custom(vec![Part::Text(detailed(env, object, &self.style)?.into())]),
            ViewBody::Error => Body::Custom(Vec::new()),
        })
    }

    fn token_parts(&mut self, env: &mut dyn Env, object: &Value, tokens: &[Token]) -> Outcome<Vec<Part>> {
        let mut parts = Vec::with_capacity(tokens.len());
        for token in tokens {
            parts.push(match token {
                Token::Text(text) => Part::Text((*text).into()),
                Token::NewLine => Part::NewLine,
                Token::Item(item) => Part::Text(self.item_text(env, object, *item, None)?),
                Token::Frame(left, tokens) => {
                    let parts = self.token_parts(env, object, tokens)?;
                    Part::Frame { first: 0, left: *left, right: 0, parts }
                }
            });
        }
        Ok(parts)
    }

    fn item_text(&mut self, env: &mut dyn Env, object: &Value, item: Item, format: Option<&str>) -> Outcome<Str> {
        let found = match item {
            Item::Property(name) => env.get_property(object, Symbol::new(name)),
            Item::Computed(_, compute) => compute(env, object),
        };
        let found = match found {
            Ok(value) => Found::Value(value),
            Err(Flow::Error(record)) => Found::Failed(record),
            Err(flow) => return Err(flow),
        };
        self.found_text(env, object, found, item.name(), CellFormat { format, ..CellFormat::plain(self.limit) })
    }

    fn row(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<Body> {
        let Source::Table(associations) = std::mem::replace(&mut self.source, Source::List) else {
            return Ok(Body::Custom(Vec::new()));
        };
        let mut cells = Vec::with_capacity(associations.len());
        let mut result = Ok(());
        for association in &associations {
            let format = association.format();
            let format = CellFormat { format, fixed_fractions: format.is_none(), limit: self.limit };
            match self.association_text(env, object, association, format) {
                Ok(text) => cells.push(Cell { text, align: Align::Undefined }),
                Err(flow) => {
                    result = Err(flow);
                    break;
                }
            }
        }
        self.source = Source::Table(associations);
        result?;
        Ok(Body::Row { cells, wrap: self.request.wrap.unwrap_or(false) })
    }

    fn fields(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<Body> {
        let type_names = env.type_names(object);
        let mut fields = Vec::new();
        for association in active_properties(env, object, &type_names, &self.request.clone()) {
            let format = CellFormat { format: association.format(), ..CellFormat::plain(self.limit) };
            let text = self.association_text(env, object, &association, format)?;
            fields.push(Field { label: association.label(env)?, text });
        }
        Ok(Body::List(fields))
    }

    fn wide(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<Body> {
        let Some(association) = wide_property(env, object, &self.request.clone()) else {
            return Ok(Body::Wide(Str::default()));
        };
        let format = CellFormat { format: association.format(), ..CellFormat::plain(self.limit) };
        Ok(Body::Wide(self.association_text(env, object, &association, format)?))
    }

    fn association_text(
        &mut self,
        env: &mut dyn Env,
        object: &Value,
        association: &Association,
        format: CellFormat,
    ) -> Outcome<Str> {
        let found = association.expression.value(env, object)?;
        let failed = matches!(found, Found::Failed(_));
        let name = if failed { association.expression.label(env)? } else { Str::default() };
        self.found_text(env, object, found, &name, format)
    }

    fn found_text(
        &mut self,
        env: &mut dyn Env,
        object: &Value,
        found: Found,
        name: &str,
        format: CellFormat,
    ) -> Outcome<Str> {
        match found {
            Found::Nothing => Ok(Str::default()),
            Found::Failed(record) => {
                let message = format!("Failed to evaluate expression \"{name}\".");
                self.fail("PSPropertyExpressionError", message, record.exception.clone(), object);
                Ok(if self.request.display_error { ERROR_TEXT } else { "" }.into())
            }
            Found::Value(value) => match cell_text(env, &value, format)? {
                CellText::Text(text) => Ok(text),
                CellText::BadFormat(_) if self.request.display_error => Ok(FORMAT_ERROR_TEXT.into()),
                CellText::BadFormat(_) => match cell_text(env, &value, CellFormat { format: None, ..format })? {
                    CellText::Text(text) | CellText::BadFormat(text) => Ok(text),
                },
            },
        }
    }

    fn fail(&mut self, id: &str, message: String, exception: Value, object: &Value) {
        if !self.request.show_error {
            return;
        }
        let record = ErrorRecord::new(exception, id, ErrorCategory::InvalidArgument, object.clone());
        record.details.replace(Some(message.into()));
        self.failures.push(Rc::new(record));
    }

    /// Whether the object begins a new group; the first of a document always does.
    pub fn next_group(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<bool> {
        match &mut self.group {
            Some(group) => group.next(env, object),
            None => Ok(false),
        }
    }

    pub fn group_start(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<GroupStart> {
        let Some(group) = &self.group else { return Ok(GroupStart::default()) };
        let Some(key) = group.current() else { return Ok(GroupStart::default()) };
        let view = match self.source {
            Source::View(View { group: Some(group), .. }) => Some(group),
            _ => None,
        };
        if let Some(tokens) = view.and_then(|group| group.heading) {
            return Ok(GroupStart { heading: Some(self.token_parts(env, object, tokens)?) });
        }
        let label = match view.and_then(|group| group.label) {
            Some(label) => Str::from(label),
            None => group.label().clone(),
        };
        let text = match cell_text(env, &key.clone(), CellFormat::plain(self.limit))? {
            CellText::Text(text) | CellText::BadFormat(text) => text,
        };
        Ok(GroupStart { heading: Some(vec![Part::Text(format!("   {label}: ").into()), Part::Text(text)]) })
    }
}

impl Source {
    fn of_properties(
        env: &mut dyn Env,
        object: &Value,
        type_names: &[Str],
        kind: ShapeKind,
        request: &FormatRequest,
    ) -> Source {
        match kind {
            ShapeKind::Table => Source::Table(table_properties(env, object, type_names, request)),
            ShapeKind::List => Source::List,
            ShapeKind::Wide => Source::Wide,
            ShapeKind::Custom => Source::Custom,
        }
    }
}

impl Item {
    /// The property's name, or what stands for a computation.
    pub fn name(self) -> &'static str {
        match self {
            Item::Property(name) | Item::Computed(name, _) => name,
        }
    }
}
