//! Views: how the objects of a type are laid out by default, and which view an object gets.

use super::record::{Align, ShapeKind};
use super::views;
use crate::text::Str;
use crate::text::symbol::same_name;
use crate::value::{Env, Outcome, Value};

/// The layout of the objects of some types.
pub struct View {
    /// What `-View` takes.
    pub name: &'static str,
    /// The type names that it is for.
    pub types: &'static [&'static str],
    pub group: Option<Group>,
    pub body: ViewBody,
    /// Objects are printed on their own, whatever document is around them.
    pub out_of_band: bool,
}

pub enum ViewBody {
    Table(TableView),
    /// The first entry whose types fit is used; the last has none and fits all.
    List(&'static [ListEntry]),
    Wide(&'static [WideEntry]),
    Custom(&'static [Token]),
    /// The message of an error record.
    Error,
    /// All that an error record or exception holds.
    Detail,
}

/// What starts a new group, and its heading.
pub struct Group {
    pub key: Item,
    pub label: Option<&'static str>,
    /// The heading where it is more than `label: value`.
    pub heading: Option<&'static [Token]>,
}

pub struct TableView {
    pub columns: &'static [ViewColumn],
    pub auto_size: bool,
    /// Long cells are broken over lines.
    pub wrap: bool,
}

pub struct ViewColumn {
    pub label: Option<&'static str>,
    /// In cells; 0 leaves it to the printer.
    pub width: usize,
    pub align: Align,
    pub cell_align: Align,
    pub item: Item,
}

/// A computation on an object, in place of a script block.
pub type Computation = fn(&mut dyn Env, &Value) -> Outcome<Value>;

/// What is shown of an object.
#[derive(Clone, Copy)]
pub enum Item {
    Property(&'static str),
    /// With what stands for it as a label.
    Computed(&'static str, Computation),
}

pub struct ListEntry {
    pub types: &'static [&'static str],
    pub fields: &'static [ViewField],
}

pub struct ViewField {
    pub label: Option<&'static str>,
    pub item: Item,
}

pub struct WideEntry {
    pub types: &'static [&'static str],
    pub item: Item,
    pub format: Option<&'static str>,
}

/// A piece of a custom view.
pub enum Token {
    Text(&'static str),
    NewLine,
    Item(Item),
    Frame(usize, &'static [Token]),
}

impl View {
    pub const fn table(name: &'static str, types: &'static [&'static str], columns: &'static [ViewColumn]) -> View {
        let body = ViewBody::Table(TableView { columns, auto_size: false, wrap: false });
        View { name, types, group: None, body, out_of_band: false }
    }

    pub const fn list(name: &'static str, types: &'static [&'static str], entries: &'static [ListEntry]) -> View {
        View { name, types, group: None, body: ViewBody::List(entries), out_of_band: false }
    }

    pub const fn wide(name: &'static str, types: &'static [&'static str], entries: &'static [WideEntry]) -> View {
        View { name, types, group: None, body: ViewBody::Wide(entries), out_of_band: false }
    }

    pub const fn custom(name: &'static str, types: &'static [&'static str], tokens: &'static [Token]) -> View {
        View { name, types, group: None, body: ViewBody::Custom(tokens), out_of_band: false }
    }

    /// Long cells of the table are broken over lines.
    pub const fn wrapped(self) -> View {
        match self.body {
            ViewBody::Table(TableView { columns, auto_size, .. }) => {
                View { body: ViewBody::Table(TableView { columns, auto_size, wrap: true }), ..self }
            }
            _ => self,
        }
    }

    /// The columns of the table are as wide as their contents.
    pub const fn auto_sized(self) -> View {
        match self.body {
            ViewBody::Table(TableView { columns, wrap, .. }) => {
                View { body: ViewBody::Table(TableView { columns, auto_size: true, wrap }), ..self }
            }
            _ => self,
        }
    }

    pub const fn grouped(self, group: Group) -> View {
        View { group: Some(group), ..self }
    }

    pub const fn out_of_band(self) -> View {
        View { out_of_band: true, ..self }
    }

    pub fn kind(&self) -> ShapeKind {
        match self.body {
            ViewBody::Table(_) => ShapeKind::Table,
            ViewBody::List(_) => ShapeKind::List,
            ViewBody::Wide(_) => ShapeKind::Wide,
            ViewBody::Custom(_) | ViewBody::Detail | ViewBody::Error => ShapeKind::Custom,
        }
    }

    /// Whether one of an object's type names is one of the view's.
    pub fn applies_to(&self, type_names: &[Str]) -> bool {
        type_names.iter().any(|name| names_type(self.types, name))
    }
}

/// A column that shows a property under its own name.
pub const fn column(property: &'static str) -> ViewColumn {
    ViewColumn {
        label: None,
        width: 0,
        align: Align::Undefined,
        cell_align: Align::Undefined,
        item: Item::Property(property),
    }
}

/// A column that shows something computed.
pub const fn computed(label: &'static str, get: Computation) -> ViewColumn {
    ViewColumn { label: Some(label), item: Item::Computed(label, get), ..column("") }
}

impl ViewColumn {
    pub const fn width(self, width: usize) -> ViewColumn {
        ViewColumn { width, ..self }
    }

    pub const fn label(self, label: &'static str) -> ViewColumn {
        ViewColumn { label: Some(label), ..self }
    }

    pub const fn left(self) -> ViewColumn {
        ViewColumn { align: Align::Left, ..self }
    }

    pub const fn right(self) -> ViewColumn {
        ViewColumn { align: Align::Right, ..self }
    }

    /// Aligns the cells to the right, the header not.
    pub const fn right_cells(self) -> ViewColumn {
        ViewColumn { cell_align: Align::Right, ..self }
    }
}

/// A field that shows a property under its own name.
pub const fn field(property: &'static str) -> ViewField {
    ViewField { label: None, item: Item::Property(property) }
}

/// A field with a label of its own.
pub const fn labelled(label: &'static str, item: Item) -> ViewField {
    ViewField { label: Some(label), item }
}

/// List entries for all types.
pub const fn fields(fields: &'static [ViewField]) -> ListEntry {
    ListEntry { types: &[], fields }
}

/// A wide entry for all types.
pub const fn wide(property: &'static str) -> WideEntry {
    WideEntry { types: &[], item: Item::Property(property), format: None }
}

fn names_type(types: &[&str], name: &str) -> bool {
    types.iter().any(|ty| same_name(ty, name))
}

/// The entry of a view that fits an object: that of its nearest type, else the one for all.
pub fn entry_for<'a, T>(
    entries: &'a [T],
    types: impl Fn(&T) -> &'static [&'static str],
    names: &[Str],
) -> Option<&'a T> {
    names
        .iter()
        .find_map(|name| entries.iter().find(|entry| names_type(types(entry), name)))
        .or_else(|| entries.iter().find(|entry| types(entry).is_empty()))
}

/// The view for an object: that of its nearest type, of the given shape and name where they are given.
pub fn find(type_names: &[Str], shape: Option<ShapeKind>, name: Option<&str>) -> Option<&'static View> {
    let fits = |view: &&View| {
        !view.out_of_band
            && shape.is_none_or(|shape| view.kind() == shape)
            && name.is_none_or(|name| same_name(view.name, name))
    };
    nearest(type_names, fits)
}

/// The view of an object that is printed on its own.
pub fn find_out_of_band(type_names: &[Str]) -> Option<&'static View> {
    nearest(type_names, |view| view.out_of_band)
}

fn nearest(type_names: &[Str], fits: impl Fn(&&View) -> bool) -> Option<&'static View> {
    type_names.iter().find_map(|name| views::all().filter(|view| fits(view)).find(|view| names_type(view.types, name)))
}

/// The names of the views of a type that have a shape.
pub fn names_of(type_name: &str, shape: ShapeKind) -> Vec<&'static str> {
    views::all()
        .filter(|view| view.kind() == shape && names_type(view.types, type_name))
        .map(|view| view.name)
        .collect()
}

/// The shapes in which a type has a view of this name.
pub fn shapes_of(type_name: &str, view_name: &str) -> Vec<ShapeKind> {
    views::all()
        .filter(|view| names_type(view.types, type_name) && same_name(view.name, view_name))
        .map(View::kind)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_type_decides() {
        let names = ["System.IO.FileInfo", "System.IO.FileSystemInfo", "System.Object"].map(Str::from);
        assert_eq!(find(&names, None, None).map(|view| view.name), Some("childrenWithUnixStat"));
        assert_eq!(find(&names, Some(ShapeKind::List), None).map(|view| view.name), Some("children"));
        assert!(find(&["System.Object".into()], None, None).is_none());
    }
}
