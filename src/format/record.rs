//! Format records: what `Format-*` cmdlets write instead of the objects, and what printers read.

use super::Stream;
use crate::text::Str;
use crate::value::types::OBJECT;
use crate::value::{Native, NativeType, TypeRef};
use std::rc::Rc;

/// One step of a document: start, groups with their entries, end.
#[derive(Clone)]
pub enum Record {
    Start(Rc<Start>),
    GroupStart(Rc<GroupStart>),
    Entry(Rc<Entry>),
    GroupEnd,
    End,
}

/// `FormatStartData`: the shape of what follows.
pub struct Start {
    pub shape: Shape,
    /// Whether the widths wait for all rows of a group.
    pub auto_size: bool,
}

/// How a document is laid out.
pub enum Shape {
    Table(TableShape),
    List,
    /// The number of columns; 0 leaves it to the printer.
    Wide(usize),
    Custom,
}

impl Shape {
    pub fn kind(&self) -> ShapeKind {
        match self {
            Shape::Table(_) => ShapeKind::Table,
            Shape::List => ShapeKind::List,
            Shape::Wide(_) => ShapeKind::Wide,
            Shape::Custom => ShapeKind::Custom,
        }
    }
}

/// A shape without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    Table,
    List,
    Wide,
    Custom,
}

#[derive(Default)]
pub struct TableShape {
    pub columns: Vec<Column>,
    pub hide_header: bool,
    pub repeat_header: bool,
}

pub struct Column {
    pub label: Str,
    /// In cells; 0 leaves it to the printer.
    pub width: usize,
    pub align: Align,
    /// Whether the label is the name of a property; others are shown in italics.
    pub names_property: bool,
}

/// Where a cell's text stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// As the column says; left for a column.
    #[default]
    Undefined,
    Left,
    Center,
    Right,
}

/// `GroupStartData`.
#[derive(Default)]
pub struct GroupStart {
    /// What stands above the group.
    pub heading: Option<Vec<Part>>,
}

/// `FormatEntryData`: one object.
pub struct Entry {
    /// An entry that does not belong to the document around it, such as a string between table rows.
    pub out_of_band: bool,
    pub stream: Stream,
    pub body: Body,
}

pub enum Body {
    /// Text as it is, never broken into lines.
    Raw(Str),
    Row {
        cells: Vec<Cell>,
        /// Long cells are broken over lines and not cut.
        wrap: bool,
    },
    List(Vec<Field>),
    Wide(Str),
    Custom(Vec<Part>),
}

pub struct Cell {
    pub text: Str,
    pub align: Align,
}

/// A line of a list.
pub struct Field {
    pub label: Str,
    pub text: Str,
}

/// A piece of a custom layout.
pub enum Part {
    Text(Str),
    NewLine,
    /// Parts that are indented; the first line by `first` more (or less) than the others.
    Frame {
        first: i32,
        left: usize,
        right: usize,
        parts: Vec<Part>,
    },
}

impl Record {
    /// An entry outside the document.
    pub fn aside(body: Body) -> Record {
        Record::Entry(Rc::new(Entry { out_of_band: true, stream: Stream::Output, body }))
    }
}

impl Native for Record {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(match self {
            Record::Start(_) => &FORMAT_START_DATA,
            Record::GroupStart(_) => &GROUP_START_DATA,
            Record::Entry(_) => &FORMAT_ENTRY_DATA,
            Record::GroupEnd => &GROUP_END_DATA,
            Record::End => &FORMAT_END_DATA,
        })
    }
}

static FORMAT_INFO_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData", &OBJECT);
static PACKET_INFO_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.PacketInfoData", &FORMAT_INFO_DATA);
static CONTROL_INFO_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.ControlInfoData", &PACKET_INFO_DATA);
static START_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.StartData", &CONTROL_INFO_DATA);
pub static FORMAT_START_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.FormatStartData", &START_DATA);
pub static GROUP_START_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.GroupStartData", &START_DATA);
pub static FORMAT_ENTRY_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData", &PACKET_INFO_DATA);
pub static GROUP_END_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.GroupEndData", &CONTROL_INFO_DATA);
pub static FORMAT_END_DATA: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.Internal.Format.FormatEndData", &CONTROL_INFO_DATA);
