//! Source text and places in it.

use crate::text::Str;
use std::rc::Rc;

/// A stretch of source text, in bytes; the end is the first byte after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One text that was given to the parser, with the file that it came from, if any.
#[derive(Debug)]
pub struct Source {
    /// The full path of the script file; `None` for text that was typed or piped.
    pub file: Option<Str>,
    pub text: Str,
    /// The byte offset at which each line starts.
    lines: Vec<u32>,
}

impl Source {
    pub fn new(file: Option<Str>, text: Str) -> Rc<Source> {
        let mut lines = vec![0];
        let bytes = text.as_bytes();
        for (i, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends_line {
                lines.push(u32::try_from(i + 1).unwrap_or(u32::MAX));
            }
        }
        Rc::new(Source { file, text, lines })
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The line (from 1) and the column in UTF-16 units (from 1) of a byte offset; the end of the text is one past it.
    pub fn position(&self, offset: u32) -> (usize, usize) {
        let past = (offset as usize).saturating_sub(self.text.len());
        let offset = offset - past as u32;
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(start as usize..offset as usize).unwrap_or("");
        (line, before.encode_utf16().count() + past + 1)
    }

    /// The text of a line (from 1) without its end.
    pub fn line(&self, number: usize) -> &str {
        let start = self.lines.get(number.saturating_sub(1)).copied().unwrap_or(0) as usize;
        let end = self.lines.get(number).map_or(self.text.len(), |next| *next as usize);
        self.text.get(start..end).unwrap_or("").trim_end_matches(['\r', '\n'])
    }
}
