//! `Select-String`: finds text in files and strings.
use super::csv::file;
use crate::cmdlets::facts::{self, Facts};
use crate::cmdlets::management::{content, paths};
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, Place};
use crate::text::regex::{self, Regex, RegexOptions};
use crate::types::TypeTable;
use crate::types::io::FileEntry;
use crate::types::regex::match_value;
use crate::types::table::{Method, Property};
use crate::types::{string_array, typed_array};
use crate::value::NativeType;
use crate::value::types::OBJECT;
use std::collections::VecDeque;

static MATCH_INFO: NativeType = NativeType::class("Microsoft.PowerShell.Commands.MatchInfo", &OBJECT);
static CONTEXT: NativeType = NativeType::class("Microsoft.PowerShell.Commands.MatchInfoContext", &OBJECT);
static TABLES: &[&TypeTable] = &[&MATCH_TABLE, &CONTEXT_TABLE];

static MATCH_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IgnoreCase", "bool", |_, this| facts::get(this, 0)),
        Property::new("LineNumber", "ulong", |_, this| facts::get(this, 1)),
        Property::new("Line", "string", |_, this| facts::get(this, 2)),
        Property::new("Filename", "string", |_, this| facts::get(this, 3)),
        Property::new("Path", "string", |_, this| facts::get(this, 4)),
        Property::new("Pattern", "string", |_, this| facts::get(this, 5)),
        Property::new("Context", "Microsoft.PowerShell.Commands.MatchInfoContext", |_, this| facts::get(this, 6)),
        Property::new("Matches", "System.Text.RegularExpressions.Match[]", |_, this| facts::get(this, 7)),
    ],
    methods: &[
        Method::new("string ToString()", |env, this, _| shown(env, this, "").map(Value::from)),
        Method::new("string ToString(string directory)", |env, this, arguments| {
            let folder = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
            shown(env, this, &folder).map(Value::from)
        }),
        Method::new("string ToEmphasizedString(string directory)", |env, this, arguments| {
            let folder = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
            shown(env, this, &folder).map(Value::from)
        }),
        Method::new("string RelativePath(string directory)", |_, this, arguments| {
            let path = facts::get(this, 4)?;
            let folder = arguments.first().and_then(Value::as_str).cloned().unwrap_or_default();
            Ok(Value::from(path.as_str().map_or("", |path| relative(path, &folder))))
        }),
    ],
    ..TypeTable::of(&MATCH_INFO)
};

static CONTEXT_TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("PreContext", "string[]", |_, this| facts::get(this, 0)),
        Property::new("PostContext", "string[]", |_, this| facts::get(this, 1)),
        Property::new("DisplayPreContext", "string[]", |_, this| facts::get(this, 2)),
        Property::new("DisplayPostContext", "string[]", |_, this| facts::get(this, 3)),
    ],
    ..TypeTable::of(&CONTEXT)
};

const INPUT_STREAM: &str = "InputStream";

cmdlet! {
    /// Finds text in strings and files.
    ///
    /// ```powershell
    /// ('pin ok', 'pin locked' | Select-String 'lock').Line
    /// # pin locked
    /// ```
    pub struct SelectString: "Select-String", alias "sls", default_set "File", types TABLES;

    /// The culture of a simple comparison.
    param culture: Str;
    /// The texts to search.
    param input_object: Value, set "Object", mandatory, pipeline, allow_null, allow_empty_string, set "ObjectRaw", mandatory, pipeline, allow_null, allow_empty_string;
    /// What to find.
    param pattern: Vec<Str>, mandatory, position 0;
    /// The files to search, wildcards allowed.
    param path: Vec<Str>, set "File", mandatory, position 1, by_name, set "FileRaw", mandatory, position 1, by_name;
    /// The files to search, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralFile", mandatory, by_name, set "LiteralFileRaw", mandatory, by_name;
    /// Writes the lines alone.
    param raw: Switch, set "ObjectRaw", mandatory, set "FileRaw", mandatory, set "LiteralFileRaw", mandatory;
    /// Takes the patterns as plain text.
    param simple_match: Switch;
    /// Tells upper from lower case.
    param case_sensitive: Switch;
    /// Says only whether there is a match.
    param quiet: Switch, set "File", set "Object", set "LiteralFile";
    /// The first match of each file only.
    param list: Switch;
    /// Shows no colours.
    param no_emphasis: Switch;
    /// The names of files to search.
    param include: Vec<Str>;
    /// The names of files to leave out.
    param exclude: Vec<Str>;
    /// Finds the lines without a match.
    param not_match: Switch;
    /// Finds all matches of a line.
    param all_matches: Switch;
    /// How bytes become text.
    param encoding: Value, completions crate::provider::encoding::NAMES;
    /// How many lines before and after a match come with it.
    param context: Vec<i32>;

    state expressions: Vec<Rc<Regex>>;
    state line_number: u64;
    state is_done: bool;
    state before: VecDeque<Str>;
    state waiting: Vec<Value>;
}

impl Cmdlet for SelectString {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let options = if *self.case_sensitive { RegexOptions::NONE } else { RegexOptions::IGNORE_CASE };
        for pattern in &self.pattern {
            let text = if *self.simple_match { regex::escape(pattern) } else { pattern.to_string() };
            match Regex::new(&text, options) {
                Ok(expression) => self.expressions.push(expression),
                Err(error) => {
                    let text = format!("The string {pattern} is not a valid regular expression: {error}");
                    let fault = Fault::new("InvalidRegex", ErrorCategory::InvalidArgument, text);
                    return Err(cx.stop(fault.of(&crate::value::error::ARGUMENT_EXCEPTION)));
                }
            }
        }
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if self.is_done {
            return Ok(());
        }
        if self.path.is_empty() && self.literal_path.is_empty() {
            if let Some(entry) = self.input_object.downcast::<FileEntry>() {
                let place = Place { drive: Drive::FileSystem, path: entry.path() };
                return self.search_file(cx, &place);
            }
            let text = match self.input_object.base() {
                Value::Str(text) => text.clone(),
                other => convert::object_text(cx.session, other)?,
            };
            self.line_number += 1;
            let number = self.line_number;
            if self.search_line(cx, &text, number, INPUT_STREAM)? && *self.quiet {
                self.is_done = true;
                return cx.write(Value::Bool(true));
            }
            return Ok(());
        }
        let (names, literal) = paths::given(&self.path, &self.literal_path);
        for place in paths::existing(cx, names, literal)? {
            self.search_file(cx, &place)?;
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        self.flush(cx)
    }
}

impl SelectString {
    fn search_file(&mut self, cx: &mut Cx, place: &Place) -> Outcome {
        if !paths::passes(paths::leaf(&place.path), &self.include, &self.exclude) || place.is_container() {
            return Ok(());
        }
        let bytes = match std::fs::read(&*place.path) {
            Ok(bytes) => bytes,
            Err(failure) => return cx.error(file::open_failure(&place.path, &failure)),
        };
        let text = content::encoding(cx, &self.encoding)?.decode(&bytes);
        let mut found = false;
        for (i, line) in text.lines().enumerate() {
            if self.search_line(cx, &Str::from(line), i as u64 + 1, &place.path)? {
                found = true;
                if *self.quiet || *self.list {
                    break;
                }
            }
        }
        self.flush(cx)?;
        if *self.quiet { cx.write(Value::Bool(found)) } else { Ok(()) }
    }

    /// Looks at one line; whether it is one of those that are wanted.
    fn search_line(&mut self, cx: &mut Cx, line: &Str, number: u64, path: &str) -> Outcome<bool> {
        let mut found = None;
        for (pattern, expression) in self.pattern.iter().zip(&self.expressions) {
            let matches: Vec<_> = match *self.all_matches {
                true => expression.find_all(line).unwrap_or_default(),
                false => expression.find(line).ok().flatten().into_iter().collect(),
            };
            if !matches.is_empty() {
                let values = matches
                    .into_iter()
                    .map(|found| match_value(Some(expression.clone()), line.clone(), Some(found)))
                    .collect();
                found = Some((pattern.clone(), values));
                break;
            }
        }
        let is_wanted = found.is_some() != *self.not_match;
        let (before, after) = self.context_sizes();
        if after > 0 {
            self.feed(cx, line)?;
        }
        if is_wanted && !*self.quiet {
            let (pattern, values) =
                found.unwrap_or_else(|| (self.pattern.first().cloned().unwrap_or_default(), Vec::new()));
            self.found(cx, line, number, path, pattern, values)?;
        }
        if before > 0 {
            self.before.push_back(line.clone());
            while self.before.len() > before {
                self.before.pop_front();
            }
        }
        Ok(is_wanted)
    }

    fn context_sizes(&self) -> (usize, usize) {
        let size = |place: usize| self.context.get(place).map(|n| usize::try_from(*n).unwrap_or(0));
        let before = size(0).unwrap_or(0);
        (before, size(1).unwrap_or(before))
    }

    fn found(
        &mut self,
        cx: &mut Cx,
        line: &Str,
        number: u64,
        path: &str,
        pattern: Str,
        matches: Vec<Value>,
    ) -> Outcome {
        if *self.raw {
            return cx.write(Value::Str(line.clone()));
        }
        let (_, after) = self.context_sizes();
        let context = match self.context.is_empty() {
            true => Value::Null,
            false => {
                let lines = || string_array(self.before.iter().cloned());
                let none = || string_array(Vec::<Str>::new());
                Facts::value(&CONTEXT, vec![lines(), none(), lines(), none()])
            }
        };
        let name = if path == INPUT_STREAM { path } else { paths::leaf(path) };
        let values = vec![
            Value::Bool(!*self.case_sensitive),
            Value::UInt64(number),
            Value::Str(line.clone()),
            Value::from(name),
            Value::from(path),
            Value::Str(pattern),
            context,
            typed_array(&crate::types::known::MATCH, matches),
        ];
        let plain = match path == INPUT_STREAM {
            true => line.to_string(),
            false => format!("{path}:{number}:{line}"),
        };
        let object = Facts::with_text(&MATCH_INFO, values, plain);
        if after == 0 {
            return cx.write(object);
        }
        self.waiting.push(object);
        Ok(())
    }

    /// Gives a line to the matches before it that want lines after them, and writes those that have all.
    fn feed(&mut self, cx: &mut Cx, line: &Str) -> Outcome {
        let (_, after) = self.context_sizes();
        let mut still = Vec::new();
        for object in std::mem::take(&mut self.waiting) {
            let context = facts::get(&object, 6)?;
            let mut lines = enumerate::items_of(&facts::get(&context, 1)?).unwrap_or_default();
            lines.push(Value::Str(line.clone()));
            let has_all = lines.len() >= after;
            let lines = string_array(lines.iter().filter_map(|line| line.as_str().cloned()).collect::<Vec<Str>>());
            facts::set(&context, 1, lines.clone())?;
            facts::set(&context, 3, lines)?;
            match has_all {
                true => cx.write(object)?,
                false => still.push(object),
            }
        }
        self.waiting = still;
        Ok(())
    }

    /// Writes the matches that still wait: no more lines come.
    fn flush(&mut self, cx: &mut Cx) -> Outcome {
        self.before.clear();
        std::mem::take(&mut self.waiting).into_iter().try_for_each(|object| cx.write(object))
    }
}

/// A path from a folder on, where it lies in it.
fn relative<'a>(path: &'a str, folder: &str) -> &'a str {
    match path.strip_prefix(folder.trim_end_matches('/')).and_then(|rest| rest.strip_prefix('/')) {
        Some(rest) if !folder.is_empty() => rest,
        _ => path,
    }
}

/// A match as it is shown: the line, with path and number where it comes from a file, and the lines around it.
fn shown(_env: &mut dyn Env, this: &Value, folder: &str) -> Outcome<String> {
    let text = |place: usize| -> Outcome<Str> { Ok(facts::get(this, place)?.as_str().cloned().unwrap_or_default()) };
    let (line, path) = (text(2)?, text(4)?);
    let Value::UInt64(number) = facts::get(this, 1)? else { return Ok(line.to_string()) };
    let context = facts::get(this, 6)?;
    let prefix = |marker: &str, number: u64, line: &str| match &*path {
        INPUT_STREAM => format!("{marker}{line}"),
        path => format!("{marker}{}:{number}:{line}", relative(path, folder)),
    };
    if context.is_null() {
        return Ok(prefix("", number, &line));
    }
    let lines_of = |place: usize| -> Outcome<Vec<Str>> {
        let items = enumerate::items_of(&facts::get(&context, place)?).unwrap_or_default();
        Ok(items.iter().filter_map(|item| item.as_str().cloned()).collect())
    };
    let before = lines_of(2)?;
    let mut lines = Vec::new();
    let first = number.saturating_sub(before.len() as u64);
    lines.extend(before.iter().zip(first..).map(|(line, number)| prefix("  ", number, line)));
    lines.push(prefix("> ", number, &line));
    lines.extend(lines_of(3)?.iter().zip(number + 1..).map(|(line, number)| prefix("  ", number, line)));
    Ok(lines.join("\n"))
}
