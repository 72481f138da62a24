//! Names of types and of their assemblies.

use super::chars::{ends_assembly_word, is_letter_or_digit};
use super::input::Input;
use super::scan::finish;
use super::token::{Data, Kind, Token};
use super::trivia;

/// The rest of a type's name, of which the first word was read.
pub(super) fn rest_of_name<'a>(start: Input<'a>, mut i: Input<'a>) -> Token {
    while let Some(c) = i.char() {
        if !matches!(c, '.' | '`' | '_' | '+' | '#' | '\\') && !is_letter_or_digit(c) {
            break;
        }
        i = i.past(c);
    }
    finish(start, i, Kind::Identifier, Data::None)
}

/// The name of an assembly after a comma, with its properties: `mscorlib, Version=4.0.0.0`.
pub(crate) fn assembly_name(i: Input<'_>) -> (Input<'_>, String) {
    let mut name = String::new();
    let mut i = assembly_word(i, &mut name);
    while i.byte() == b',' {
        name.push_str(", ");
        i = assembly_word(i.skip(1), &mut name);
        if i.byte() == b'=' {
            name.push('=');
            i = assembly_word(i.skip(1), &mut name);
        }
    }
    (i, name)
}

fn assembly_word<'a>(i: Input<'a>, name: &mut String) -> Input<'a> {
    let start = trivia::whitespace(i);
    let mut end = start;
    while let Some(c) = end.char().filter(|c| !ends_assembly_word(Some(*c))) {
        end = end.past(c);
    }
    name.push_str(start.until(end));
    trivia::whitespace(end)
}
