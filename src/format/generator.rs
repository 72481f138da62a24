//! What a document is made of: the shape that was chosen for its first object, and each object's entry in it.

use super::Stream;
use super::browse::Browser;
use super::expression::{Expression, Found};
use super::record::{Body, Cell, Column, Entry, Field, GroupStart, Part, Shape, ShapeKind, Start, TableShape};
use super::request::{DEFAULT_DEPTH, FormatRequest, Parameter};
use super::text::{CellFormat, CellText, cell_text, name_expression};
use super::view::{self, Item, TableView, Token, View, ViewBody, entry_for};
use super::views;
use crate::format::record::Align;
use crate::text::{CaseRule, Str, Symbol};
use crate::value::compare::equals;
use crate::value::{Env, ErrorCategory, ErrorRecord, Flow, Member, OtherMember, Outcome, TypeRef, Value, types};
use std::rc::Rc;

/// An object with this many properties is still a table; with more it is a list.
const MOST_TABLE_PROPERTIES: usize = 4;
/// A table of all properties stops here.
const MOST_TABLE_COLUMNS: usize = 10;
const ERROR_TEXT: &str = "#ERR";
const FORMAT_ERROR_TEXT: &str = "#FMTERR";

/// Makes the records of one document.
pub struct Generator {
    source: Source,
    request: Rc<FormatRequest>,
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

/// A property to show, with what was asked for it.
struct Association {
    expression: Expression,
    parameter: Option<Parameter>,
}

/// What the objects of a group have in common.
struct Grouping {
    key: GroupKey,
    label: Option<Str>,
    current: Value,
    name: Str,
}

enum GroupKey {
    Expression(Expression),
    Item(Item),
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
        limit: i32,
    ) -> Outcome<Generator> {
        let type_names = env.type_names(object);
        let source = match shape {
            None => match view::find(&type_names, None, None) {
                Some(view) => Source::View(view),
                None => {
                    let count = match default_set(object, &type_names) {
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
                    Some(name) => return Err(unknown_view(name, object, kind)),
                    None => Source::of_properties(env, object, &type_names, kind, &request),
                },
            },
        };
        let group = Grouping::of(&source, &request);
        Ok(Generator { source, request, limit, group, failures: Vec::new() })
    }

    /// A list of all properties of one object, for an object that does not fit into the document around it.
    pub fn list(limit: i32) -> Generator {
        Generator {
            source: Source::List,
            request: Rc::new(FormatRequest::default()),
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
                names_property: parameter.is_none_or(|parameter| parameter.label.is_none()),
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
        if matches!(group.current, Value::Void) {
            return Ok(GroupStart::default());
        }
        let view = match self.source {
            Source::View(View { group: Some(group), .. }) => Some(group),
            _ => None,
        };
        if let Some(tokens) = view.and_then(|group| group.heading) {
            return Ok(GroupStart { heading: Some(self.token_parts(env, object, tokens)?) });
        }
        let label = match view.and_then(|group| group.label) {
            Some(label) => Str::from(label),
            None => group.label.clone().unwrap_or_else(|| group.name.clone()),
        };
        let text = match cell_text(env, &group.current.clone(), CellFormat::plain(self.limit))? {
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

impl Association {
    fn plain(name: &str) -> Association {
        Association { expression: Expression::property(name), parameter: None }
    }

    fn label(&self, env: &mut dyn Env) -> Outcome<Str> {
        match self.parameter.as_ref().and_then(|parameter| parameter.label.clone()) {
            Some(label) => Ok(label),
            None => self.expression.label(env),
        }
    }

    fn format(&self) -> Option<&str> {
        self.parameter.as_ref().and_then(|parameter| parameter.format.as_deref())
    }
}

impl Grouping {
    fn of(source: &Source, request: &FormatRequest) -> Option<Grouping> {
        let (key, label) = match (&request.group_by, source) {
            (Some(parameter), _) => (GroupKey::Expression(parameter.expression.clone()), parameter.label.clone()),
            (None, Source::View(View { group: Some(group), .. })) => (GroupKey::Item(group.key), None),
            _ => return None,
        };
        Some(Grouping { key, label, current: Value::Void, name: Str::default() })
    }

    fn next(&mut self, env: &mut dyn Env, object: &Value) -> Outcome<bool> {
        let (found, name) = match &self.key {
            GroupKey::Expression(expression) => {
                let resolved = expression.resolve(env, object).into_iter().next();
                match resolved {
                    Some(resolved) => (resolved.value(env, object)?, resolved.label(env)?),
                    None => return Ok(false),
                }
            }
            GroupKey::Item(Item::Property(name)) if !env.has_property(object, Symbol::new(name)) => return Ok(false),
            GroupKey::Item(Item::Property(name)) => {
                (Found::Value(env.get_property(object, Symbol::new(name))?), Str::from(*name))
            }
            GroupKey::Item(Item::Computed(name, compute)) => (Found::Value(compute(env, object)?), Str::from(*name)),
        };
        let Found::Value(value) = found else { return Ok(false) };
        let old = std::mem::replace(&mut self.current, value.clone());
        let changed = !same_group(env, &value, &old)?;
        if changed {
            self.name = name;
        }
        Ok(changed)
    }
}

/// Whether two keys are of one group: equal as PowerShell compares, texts without regard to case.
fn same_group(env: &mut dyn Env, a: &Value, b: &Value) -> Outcome<bool> {
    equals(env, a, b, CaseRule::Insensitive)
}

/// Numbers, booleans, characters and enums stand at the right of a column.
fn natural_align(env: &mut dyn Env, object: &Value, association: &Association) -> Outcome<Align> {
    let Found::Value(value) = association.expression.value(env, object)? else { return Ok(Align::Left) };
    let text = matches!(value.base(), Value::Str(_));
    Ok(if !text && is_scalar(&value) { Align::Right } else { Align::Left })
}

/// Whether values of the type print as text: strings, numbers, booleans, characters, enums, secure strings.
pub fn is_scalar(value: &Value) -> bool {
    if let Some(name) = changed_type_name(value) {
        return SCALAR_NAMES.iter().any(|scalar| crate::text::symbol::same_name(scalar, &name));
    }
    match value.base() {
        Value::Null | Value::Void | Value::Type(_) | Value::Array(_) | Value::Table(_) | Value::Object(_) => false,
        Value::Instance(_) => false,
        Value::Native(native) => {
            let ty = native.type_ref();
            ty.is_enum() || SCALAR_NAMES.contains(&ty.native().name) && matches!(ty, TypeRef::Native(_))
        }
        _ => true,
    }
}

/// The first type name of an object whose type names a script has changed.
fn changed_type_name(value: &Value) -> Option<Str> {
    value.extra()?.read(|parts| parts.type_names.as_ref().and_then(|names| names.first().cloned()))?
}

const SCALAR_NAMES: &[&str] = &[
    types::STRING.name,
    types::SBYTE.name,
    types::BYTE.name,
    types::INT16.name,
    types::UINT16.name,
    types::INT32.name,
    types::UINT32.name,
    types::INT64.name,
    types::UINT64.name,
    types::CHAR.name,
    types::SINGLE.name,
    types::DOUBLE.name,
    types::BOOLEAN.name,
    types::DECIMAL.name,
    "System.IntPtr",
    "System.Security.SecureString",
    types::BIG_INTEGER.name,
];

/// The properties of a table: those asked for, whether the object has them or not; else the default set; else all.
fn table_properties(
    env: &mut dyn Env,
    object: &Value,
    type_names: &[Str],
    request: &FormatRequest,
) -> Vec<Association> {
    let mut list = Vec::new();
    for parameter in &request.properties {
        let resolved = parameter.expression.resolve(env, object);
        if resolved.is_empty() && !parameter.expression.has_wildcards() {
            let expression = parameter.expression.clone();
            list.push(Association { expression, parameter: Some(parameter.clone()) });
        }
        list.extend(
            resolved.into_iter().map(|expression| Association { expression, parameter: Some(parameter.clone()) }),
        );
    }
    if request.properties.is_empty() {
        list = default_properties(env, object, type_names);
        if default_set(object, type_names).is_empty() {
            list.truncate(MOST_TABLE_COLUMNS);
        }
    }
    exclude(list, request)
}

/// The properties of a list or a custom layout: those asked for that the object has; else the default set; else all.
fn active_properties(
    env: &mut dyn Env,
    object: &Value,
    type_names: &[Str],
    request: &FormatRequest,
) -> Vec<Association> {
    if request.properties.is_empty() {
        return exclude(default_properties(env, object, type_names), request);
    }
    exclude(expand(env, object, request), request)
}

fn expand(env: &mut dyn Env, object: &Value, request: &FormatRequest) -> Vec<Association> {
    let mut list = Vec::new();
    for parameter in &request.properties {
        let resolved = parameter.expression.resolve(env, object).into_iter();
        list.extend(resolved.map(|expression| Association { expression, parameter: Some(parameter.clone()) }));
    }
    list
}

/// The expressions of a custom layout with the depth asked for each.
pub fn custom_properties(
    env: &mut dyn Env,
    object: &Value,
    request: Option<&FormatRequest>,
) -> Vec<(Expression, Option<usize>)> {
    let type_names = env.type_names(object);
    let list = match request {
        Some(request) => active_properties(env, object, &type_names, request),
        None => default_properties(env, object, &type_names),
    };
    list.into_iter()
        .map(|association| (association.expression, association.parameter.and_then(|parameter| parameter.depth)))
        .collect()
}

fn default_properties(env: &mut dyn Env, object: &Value, type_names: &[Str]) -> Vec<Association> {
    let names = match default_set(object, type_names) {
        set if set.is_empty() => env.property_names(object),
        set => set,
    };
    names.iter().map(|name| Association::plain(name)).collect()
}

fn wide_property(env: &mut dyn Env, object: &Value, request: &FormatRequest) -> Option<Association> {
    if !request.properties.is_empty() {
        return exclude(expand(env, object, request), request).into_iter().next();
    }
    let type_names = env.type_names(object);
    let name = match views::default_name(&type_names) {
        Some(name) => Some(Str::from(name)),
        None => name_expression(env, object),
    };
    let list = match name {
        Some(name) => vec![Association::plain(&name)],
        None => default_properties(env, object, &type_names),
    };
    exclude(list, request).into_iter().next()
}

fn exclude(list: Vec<Association>, request: &FormatRequest) -> Vec<Association> {
    if request.exclude.is_empty() {
        return list;
    }
    let excluded = |association: &Association| match &association.expression {
        Expression::Name(name) | Expression::Property(name, _) => {
            request.exclude.iter().any(|pattern| pattern.is_match(name))
        }
        Expression::Script(_) => false,
    };
    list.into_iter().filter(|association| !excluded(association)).collect()
}

/// `PSStandardMembers.DefaultDisplayPropertySet` of the object or its type; empty where there is none.
fn default_set(object: &Value, type_names: &[Str]) -> Vec<Str> {
    own_default_set(object)
        .unwrap_or_else(|| views::default_properties(type_names).iter().map(|name| Str::from(*name)).collect())
}

fn own_default_set(object: &Value) -> Option<Vec<Str>> {
    let Member::Other(standard) = object.extra()?.member(Symbol::new("PSStandardMembers"))? else { return None };
    let OtherMember::MemberSet(members) = &*standard else { return None };
    match members.get(Symbol::new("DefaultDisplayPropertySet"))? {
        Member::Other(set) => match &**set {
            OtherMember::PropertySet(names) => Some(names.clone()),
            _ => None,
        },
        Member::Note(_) => None,
    }
}

/// The error for a view that is not there, which names those that are.
fn unknown_view(name: &Str, object: &Value, kind: ShapeKind) -> Flow {
    let type_name = object.type_ref().map_or_else(String::new, |ty| ty.full_name());
    let shape = shape_name(kind);
    let known = view::names_of(&type_name, kind);
    let message = if known.is_empty() {
        let others: Vec<&str> = view::shapes_of(&type_name, name).into_iter().map(cmdlet_name).collect();
        if others.is_empty() {
            format!(
                "The view name {name} cannot be found. There are no existing {shape} views for {type_name} objects."
            )
        } else {
            format!(
                " The view name {name} cannot be found in the {shape} formatting. Try using one of these other format \
                 cmdlets: {}",
                others.join(", ")
            )
        }
    } else {
        let known = known.join(", ");
        format!(
            "The view name {name} cannot be found. Specify one of the following {shape} views and try again: {known}."
        )
    };
    let exception = crate::value::Exception::new(&PIPELINE_STOPPED, "The pipeline has been stopped.");
    let record = ErrorRecord::new(
        Value::native(exception),
        "FormatViewNotFound",
        ErrorCategory::ObjectNotFound,
        Value::Str(name.clone()),
    );
    record.details.replace(Some(message.into()));
    Flow::Error(Rc::new(record))
}

static PIPELINE_STOPPED: crate::value::NativeType = crate::value::NativeType::class(
    "System.Management.Automation.PipelineStoppedException",
    &crate::value::error::RUNTIME_EXCEPTION,
);

fn shape_name(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Table => "Table",
        ShapeKind::List => "List",
        ShapeKind::Wide => "Wide",
        ShapeKind::Custom => "Custom",
    }
}

fn cmdlet_name(kind: ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Table => "Format-Table",
        ShapeKind::List => "Format-List",
        ShapeKind::Wide => "Format-Wide",
        ShapeKind::Custom => "Format-Custom",
    }
}
