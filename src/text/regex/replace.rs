//! Replacement patterns: `$1`, `${name}`, `$&`, `` $` ``, `$'`, `$+`, `$_` and `$$`.

use super::scan::is_name_char;
use super::{Match, Regex};

/// A replacement pattern, read against the groups of a regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Group(usize),
    Before,
    After,
    LastGroup,
    Whole,
}

impl Replacement {
    /// Reads a replacement pattern; a `$` that introduces nothing known stands for itself.
    pub fn new(regex: &Regex, pattern: &str) -> Replacement {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut rest = pattern;
        while let Some(at) = rest.find('$') {
            let (head, tail) = rest.split_at(at);
            literal.push_str(head);
            let tail = tail.get(1..).unwrap_or_default();
            match dollar(regex, tail) {
                Some((Piece::Literal(text), length)) => {
                    literal.push_str(&text);
                    rest = tail.get(length..).unwrap_or_default();
                }
                Some((piece, length)) => {
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal)));
                    }
                    pieces.push(piece);
                    rest = tail.get(length..).unwrap_or_default();
                }
                None => {
                    literal.push('$');
                    rest = tail;
                }
            }
        }
        literal.push_str(rest);
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        Replacement(pieces)
    }

    /// Appends what the pattern stands for in a match on `text`; groups that took no part are empty.
    pub fn expand(&self, found: &Match, text: &str, out: &mut String) {
        for piece in &self.0 {
            match piece {
                Piece::Literal(literal) => out.push_str(literal),
                Piece::Group(group) => out.push_str(found.groups.get(*group).map_or("", |group| group.value(text))),
                Piece::Before => out.push_str(text.get(..found.start()).unwrap_or_default()),
                Piece::After => out.push_str(text.get(found.end()..).unwrap_or_default()),
                Piece::LastGroup => out.push_str(found.groups.last().map_or("", |group| group.value(text))),
                Piece::Whole => out.push_str(text),
            }
        }
    }
}

/// The piece behind a `$`, and its length.
fn dollar(regex: &Regex, tail: &str) -> Option<(Piece, usize)> {
    let special = match tail.chars().next()? {
        '$' => Some(Piece::Literal("$".to_owned())),
        '&' => Some(Piece::Group(0)),
        '`' => Some(Piece::Before),
        '\'' => Some(Piece::After),
        '+' => Some(Piece::LastGroup),
        '_' => Some(Piece::Whole),
        _ => None,
    };
    if let Some(piece) = special {
        return Some((piece, 1));
    }
    if let Some(braced) = tail.strip_prefix('{') {
        let (name, _) = braced.split_once('}')?;
        let group = if name.starts_with(|c: char| c.is_ascii_digit()) {
            regex.index_of_number(name.parse().ok()?)
        } else if name.chars().all(is_name_char) {
            regex.index_of_name(name)
        } else {
            None
        }?;
        return Some((Piece::Group(group), name.len() + 2));
    }
    let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
    let number = |length: usize| tail.get(..length)?.parse().ok().and_then(|number| regex.index_of_number(number));
    if !regex.options().has(super::RegexOptions::ECMA_SCRIPT) {
        return number(digits).map(|group| (Piece::Group(group), digits));
    }
    (1..=digits).rev().find_map(|length| number(length).map(|group| (Piece::Group(group), length)))
}
