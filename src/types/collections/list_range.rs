//! Ranges of a list that arguments give: where to start, and how many items.

use crate::types::arguments::Arguments;
use crate::types::fault;
use crate::value::{Outcome, Value};
use std::ops::Range;

/// The range that a start and a count at a place of the arguments give, up to the end where they are missing.
pub(super) fn forward(arguments: &[Value], from: usize, until: usize, length: usize) -> Outcome<Range<usize>> {
    let start = match until > from {
        true => usize::try_from(arguments.int(from)).ok().filter(|start| *start <= length),
        false => Some(0),
    };
    let start = start.ok_or_else(fault::start_past_end)?;
    let count = match until > from + 1 {
        true => usize::try_from(arguments.int(from + 1)).ok().filter(|count| *count <= length - start),
        false => Some(length - start),
    };
    Ok(start..start + count.ok_or_else(fault::count_past_end)?)
}

/// The range that ends at a start and has a count of items.
pub(super) fn backward(arguments: &[Value], from: usize, until: usize, length: usize) -> Outcome<Range<usize>> {
    if length == 0 {
        return Ok(0..0);
    }
    let last = match until > from {
        true => usize::try_from(arguments.int(from)).ok().filter(|last| *last < length),
        false => Some(length - 1),
    };
    let last = last.ok_or_else(fault::bad_index)?;
    let count = match until > from + 1 {
        true => usize::try_from(arguments.int(from + 1)).ok().filter(|count| *count <= last + 1),
        false => Some(last + 1),
    };
    Ok(last + 1 - count.ok_or_else(fault::count_past_end)?..last + 1)
}
