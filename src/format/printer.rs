//! Printers: they turn format records, and objects through a formatter of their own, into lines of a width.

use super::cells::cells;
use super::custom::custom_lines;
use super::list::list_lines;
use super::queue::{Added, GroupQueue};
use super::record::{Align, Body, Cell, Column, Entry, Field, GroupStart, Record, Shape, ShapeKind, Start, TableShape};
use super::style::Style;
use super::table::{TableWriter, wide_columns};
use super::{Formatter, LineSink, Stream};
use crate::text::Str;
use crate::value::error::INVALID_OPERATION_EXCEPTION;
use crate::value::{Env, ErrorCategory, ErrorRecord, Exception, Flow, Native, Outcome, Value};
use std::rc::Rc;

/// A line width that stands for none: tables then take the window's.
const UNLIMITED: usize = i32::MAX as usize;
/// The columns of a wide layout where nothing says how many.
const DEFAULT_WIDE_COLUMNS: usize = 2;
/// The lines of the screen that a repeated header leaves for the blank line and the prompt.
const RESERVED_ROWS: usize = 2;
/// The languages whose words are kept whole where lines are broken.
const WORD_LANGUAGES: [&str; 6] = ["en", "fr", "de", "it", "pt", "es"];

/// The end of a pipeline: `Out-Default`, `Out-Host`, `Out-String`, `Out-File`.
pub struct Printer {
    width: usize,
    /// The height of the screen, where there is one.
    height: Option<usize>,
    style: Style,
    /// Formats objects that come as they are, once one has come.
    formatter: Option<Formatter>,
    queue: Option<GroupQueue>,
    contexts: Vec<Context>,
    state: State,
    /// Column widths, or the longest text of a wide layout, as the records that were held back have them.
    hint: Option<Vec<usize>>,
    by_word: Option<bool>,
    /// A terminal drops colour sequences from strings as well when there are no colours, and empty lines of errors.
    is_console: bool,
}

/// Where in a document the records that come are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Outside,
    InDocument,
    InGroup,
}

enum Context {
    Document(Rc<Start>),
    Table { writer: Option<TableWriter>, rows: usize },
    Wide { writer: Option<TableWriter>, columns: usize, waiting: Vec<Str> },
    Plain,
}

impl Printer {
    /// A printer to a terminal of `width` columns; the last one stays free, so that no line wraps.
    pub fn console(width: usize, height: Option<usize>, style: Style) -> Printer {
        Printer { height, is_console: true, ..Printer::new(width.saturating_sub(1), style) }
    }

    /// A printer of lines of `width` cells.
    pub fn new(width: usize, style: Style) -> Printer {
        Printer {
            width,
            height: None,
            style,
            formatter: None,
            queue: None,
            contexts: Vec::new(),
            state: State::Outside,
            hint: None,
            by_word: None,
            is_console: false,
        }
    }

    /// Takes an object or a record; the lines that are ready are written.
    pub fn feed(&mut self, env: &mut dyn Env, value: &Value, stream: Stream, out: &mut dyn LineSink) -> Outcome {
        match value {
            Value::Str(text) if !self.is_holding() => return self.raw(text, stream, out),
            Value::Native(native) => {
                if let Some(record) = native.downcast::<Record>() {
                    return self.take(env, record.clone(), out);
                }
            }
            _ => {}
        }
        let mut formatter = self.formatter.take().unwrap_or_else(|| Formatter::automatic(self.style.clone()));
        let mut records = Vec::new();
        let result = formatter.feed(env, value, stream, &mut records);
        self.formatter = Some(formatter);
        for record in records {
            self.take(env, record, out)?;
        }
        result
    }

    /// Ends what is open and writes what was held back; the printer can begin anew.
    pub fn finish(&mut self, env: &mut dyn Env, out: &mut dyn LineSink) -> Outcome {
        let mut records = Vec::new();
        if let Some(formatter) = &mut self.formatter {
            formatter.finish(&mut records);
        }
        for record in records {
            self.take(env, record, out)?;
        }
        let held = self.queue.as_mut().map(GroupQueue::drain).unwrap_or_default();
        for record in held {
            self.process(env, record, out)?;
        }
        Ok(())
    }

    fn is_holding(&self) -> bool {
        self.queue.as_ref().is_some_and(GroupQueue::is_holding)
    }

    fn take(&mut self, env: &mut dyn Env, record: Record, out: &mut dyn LineSink) -> Outcome {
        if matches!(record, Record::Start(_)) && self.state == State::InGroup {
            self.finish(env, out)?;
        }
        self.advance(&record)?;
        if let Record::Start(start) = &record {
            let unknown_widths = match &start.shape {
                Shape::Table(table) => table.columns.first().is_some_and(|column| column.width == 0),
                _ => false,
            };
            if start.auto_size || unknown_widths {
                self.queue = Some(GroupQueue::new(start.auto_size));
            }
        }
        let Some(queue) = &mut self.queue else { return self.process(env, record, out) };
        match queue.add(record, || env.now_ticks()) {
            Added::Held => Ok(()),
            Added::Passed(record) => self.process(env, record, out),
            Added::Ready(start, records) => {
                self.hint = start.and_then(|start| hint(&start, records.iter()));
                records.into_iter().try_for_each(|record| self.process(env, record, out))
            }
        }
    }

    /// Checks that a record comes where it may, and moves on.
    fn advance(&mut self, record: &Record) -> Outcome {
        let (expected, next) = match record {
            Record::Entry(entry) if entry.out_of_band => return Ok(()),
            Record::Entry(_) => (State::InGroup, State::InGroup),
            Record::Start(_) => (State::Outside, State::InDocument),
            Record::End => (State::InDocument, State::Outside),
            Record::GroupStart(_) => (State::InDocument, State::InGroup),
            Record::GroupEnd => (State::InGroup, State::InDocument),
        };
        if self.state != expected {
            return Err(out_of_sequence(record));
        }
        self.state = next;
        Ok(())
    }

    fn process(&mut self, env: &mut dyn Env, record: Record, out: &mut dyn LineSink) -> Outcome {
        match record {
            Record::Start(start) => {
                self.contexts.push(Context::Document(start));
                self.line("", Stream::Output, out)
            }
            Record::GroupStart(group) => self.start_group(env, &group, out),
            Record::Entry(entry) if entry.out_of_band => self.aside(env, &entry, out),
            Record::Entry(entry) => self.entry(env, &entry, out),
            Record::GroupEnd => match self.contexts.pop() {
                Some(Context::Wide { mut writer, columns, waiting }) => {
                    self.wide_row(writer.as_mut(), columns, &waiting, out)
                }
                _ => Ok(()),
            },
            Record::End => match self.contexts.pop() {
                Some(Context::Document(start)) if start.shape.kind() == ShapeKind::List => Ok(()),
                _ => self.line("", Stream::Output, out),
            },
        }
    }

    /// The width of tables and wide layouts.
    fn table_width(&self) -> usize {
        if self.width == UNLIMITED { self.style.window } else { self.width }
    }

    fn document(&self) -> Option<Rc<Start>> {
        self.contexts.iter().rev().find_map(|context| match context {
            Context::Document(start) => Some(start.clone()),
            _ => None,
        })
    }

    fn start_group(&mut self, env: &mut dyn Env, group: &GroupStart, out: &mut dyn LineSink) -> Outcome {
        let by_word = self.by_word(env);
        let hint = self.hint.take();
        let document = self.document();
        let mut context = match document.as_ref().map(|start| &start.shape) {
            Some(Shape::Table(table)) => Context::Table { writer: self.table_writer(table, hint, by_word), rows: 0 },
            Some(Shape::Wide(columns)) => self.wide_context(*columns, hint, by_word),
            _ => Context::Plain,
        };
        if let Some(heading) = &group.heading {
            self.custom(heading, self.width, by_word, Stream::Output, out)?;
            self.line("", Stream::Output, out)?;
        }
        if let (Context::Table { writer: Some(writer), rows }, Some(Shape::Table(table))) =
            (&mut context, document.as_ref().map(|start| &start.shape))
        {
            *rows += self.header(writer, table, out)?;
        }
        self.contexts.push(context);
        Ok(())
    }

    fn table_writer(&self, table: &TableShape, hint: Option<Vec<usize>>, by_word: bool) -> Option<TableWriter> {
        if table.columns.is_empty() {
            return None;
        }
        let widths = hint.unwrap_or_else(|| table.columns.iter().map(|column| column.width).collect());
        TableWriter::new(&table.columns, &widths, self.table_width(), by_word)
    }

    fn wide_context(&self, asked: usize, hint: Option<Vec<usize>>, by_word: bool) -> Context {
        let longest = hint.and_then(|hint| hint.first().copied()).unwrap_or(0);
        let columns = match (longest, asked) {
            (1.., _) => wide_columns(longest, self.table_width()),
            (0, 0) => DEFAULT_WIDE_COLUMNS,
            (0, asked) => asked,
        };
        let layout: Vec<Column> = (0..columns)
            .map(|_| Column { label: Str::default(), width: 0, align: Align::Left, names_property: true })
            .collect();
        let writer = TableWriter::new(&layout, &vec![0; columns], self.table_width(), by_word);
        Context::Wide { writer, columns, waiting: Vec::new() }
    }

    /// Writes the header; the number of its lines.
    fn header(&self, writer: &mut TableWriter, table: &TableShape, out: &mut dyn LineSink) -> Outcome<usize> {
        if table.hide_header {
            return Ok(0);
        }
        let labels: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
        let lines = writer.header(&labels, &self.style);
        lines.iter().try_for_each(|line| self.line(line, Stream::Output, out))?;
        Ok(lines.len())
    }

    fn entry(&mut self, env: &mut dyn Env, entry: &Entry, out: &mut dyn LineSink) -> Outcome {
        let by_word = self.by_word(env);
        match (&entry.body, self.contexts.pop()) {
            (Body::Row { cells, wrap }, Some(Context::Table { mut writer, mut rows })) => {
                let result = self.row(writer.as_mut(), &mut rows, cells, *wrap, entry.stream, out);
                self.contexts.push(Context::Table { writer, rows });
                result
            }
            (Body::Wide(text), Some(Context::Wide { mut writer, columns, mut waiting })) => {
                waiting.push(text.clone());
                let result = if waiting.len() == columns {
                    self.wide_row(writer.as_mut(), columns, &std::mem::take(&mut waiting), out)
                } else {
                    Ok(())
                };
                self.contexts.push(Context::Wide { writer, columns, waiting });
                result
            }
            (Body::List(fields), context) => {
                self.contexts.extend(context);
                self.list(fields, by_word, entry.stream, out)?;
                self.line("", entry.stream, out)
            }
            (Body::Custom(parts), context) => {
                self.contexts.extend(context);
                self.custom(parts, self.width, by_word, entry.stream, out)
            }
            (_, context) => {
                self.contexts.extend(context);
                Ok(())
            }
        }
    }

    fn row(
        &self,
        writer: Option<&mut TableWriter>,
        rows: &mut usize,
        cells: &[Cell],
        wrap: bool,
        stream: Stream,
        out: &mut dyn LineSink,
    ) -> Outcome {
        let Some(writer) = writer else { return Ok(()) };
        if let Some(document) = self.document()
            && let Shape::Table(table) = &document.shape
            && table.repeat_header
            && self.height.is_some_and(|height| *rows >= height.saturating_sub(RESERVED_ROWS))
        {
            self.line("", stream, out)?;
            *rows = self.header(writer, table, out)?;
        }
        for line in writer.row(cells, wrap) {
            self.line(&line, stream, out)?;
        }
        *rows += 1;
        Ok(())
    }

    fn wide_row(
        &self,
        writer: Option<&mut TableWriter>,
        columns: usize,
        texts: &[Str],
        out: &mut dyn LineSink,
    ) -> Outcome {
        let Some(writer) = writer.filter(|_| !texts.is_empty()) else { return Ok(()) };
        let cells: Vec<Cell> = (0..columns)
            .map(|i| Cell { text: texts.get(i).cloned().unwrap_or_default(), align: Align::Undefined })
            .collect();
        writer.row(&cells, false).iter().try_for_each(|line| self.line(line, Stream::Output, out))
    }

    /// An entry outside the document.
    fn aside(&mut self, env: &mut dyn Env, entry: &Entry, out: &mut dyn LineSink) -> Outcome {
        let by_word = self.by_word(env);
        match &entry.body {
            Body::Raw(text) => self.raw(text, entry.stream, out),
            Body::Custom(parts) => self.custom(parts, usize::MAX / 2, by_word, entry.stream, out),
            Body::List(fields) => {
                self.line("", entry.stream, out)?;
                self.list(fields, by_word, entry.stream, out)?;
                self.line("", entry.stream, out)
            }
            Body::Row { .. } | Body::Wide(_) => Ok(()),
        }
    }

    fn list(&self, fields: &[Field], by_word: bool, stream: Stream, out: &mut dyn LineSink) -> Outcome {
        let mut result = Ok(());
        list_lines(fields, self.width, &self.style, by_word, |line| {
            if result.is_ok() {
                result = self.line(line, stream, out);
            }
        });
        result
    }

    fn custom(
        &self,
        parts: &[super::record::Part],
        width: usize,
        by_word: bool,
        stream: Stream,
        out: &mut dyn LineSink,
    ) -> Outcome {
        let mut result = Ok(());
        custom_lines(parts, width, by_word, &mut |line| {
            if result.is_ok() {
                result = self.line(line, stream, out);
            }
        });
        result
    }

    fn line(&self, line: &str, stream: Stream, out: &mut dyn LineSink) -> Outcome {
        if self.is_console && stream == Stream::Error && line.is_empty() {
            return Ok(());
        }
        out.line(stream, &self.style.render(line))
    }

    fn raw(&self, text: &str, stream: Stream, out: &mut dyn LineSink) -> Outcome {
        if self.is_console { self.line(text, stream, out) } else { out.line(stream, text) }
    }

    fn by_word(&mut self, env: &dyn Env) -> bool {
        *self.by_word.get_or_insert_with(|| {
            let culture = env.culture_name();
            WORD_LANGUAGES.contains(&culture.split('-').next().unwrap_or_default())
        })
    }
}

/// The widths that the records of a group need.
fn hint<'a>(start: &Start, records: impl Iterator<Item = &'a Record>) -> Option<Vec<usize>> {
    let bodies = records.filter_map(|record| match record {
        Record::Entry(entry) if !entry.out_of_band => Some(&entry.body),
        _ => None,
    });
    let own = bodies.fold(Vec::new(), |mut widths: Vec<usize>, body| {
        let texts: &mut dyn Iterator<Item = &Str> = match body {
            Body::Row { cells, .. } => &mut cells.iter().map(|cell| &cell.text),
            Body::Wide(text) => &mut std::iter::once(text),
            _ => &mut std::iter::empty(),
        };
        for (i, text) in texts.enumerate() {
            match widths.get_mut(i) {
                Some(width) => *width = (*width).max(cells(text)),
                None => widths.push(cells(text)),
            }
        }
        widths
    });
    match &start.shape {
        Shape::Table(table) if !table.columns.is_empty() => Some(
            table
                .columns
                .iter()
                .enumerate()
                .map(|(i, column)| cells(&column.label).max(own.get(i).copied().unwrap_or(0)))
                .collect(),
        ),
        Shape::Wide(0) => Some(own),
        _ => None,
    }
}

/// The error for records that are not in the order of a document.
fn out_of_sequence(record: &Record) -> Flow {
    let command = match record {
        Record::Start(start) => match start.shape.kind() {
            ShapeKind::Table => "format-table",
            ShapeKind::List => "format-list",
            ShapeKind::Wide => "format-wide",
            ShapeKind::Custom => "format-complex",
        },
        _ => "format-*",
    };
    let message = format!(
        "The object of type \"{}\" is not valid or not in the correct sequence. This is likely caused by a user-specified \
         \"{command}\" command which is conflicting with the default formatting.",
        record.type_ref().full_name()
    );
    let exception =
        Exception::new(&INVALID_OPERATION_EXCEPTION, "Operation is not valid due to the current state of the object.");
    let id = "ConsoleLineOutputOutOfSequencePacket";
    let record = ErrorRecord::new(Value::native(exception), id, ErrorCategory::InvalidData, Value::Null);
    record.details.replace(Some(message.into()));
    record.command.replace(Some("out-lineoutput".into()));
    Flow::Error(Rc::new(record))
}
