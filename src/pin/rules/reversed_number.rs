//! Rule `ReversedNumber` of the strict preset: a tail of the owner's number, or his extension, read backwards.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let reversed_ends = |number: &String| {
        let length = candidate.digits.len();
        number.len() >= length
            && number.bytes().rev().map(|b| b.wrapping_sub(b'0')).take(length).eq(candidate.digits.iter().copied())
    };
    let reversed_whole =
        |extension: &String| extension.bytes().rev().map(|b| b.wrapping_sub(b'0')).eq(candidate.digits.iter().copied());
    let owner = candidate.owner;
    let reversed = owner.numbers.iter().any(reversed_ends) || owner.extensions.iter().any(reversed_whole);
    reversed.then(|| "it is the user's phone number or extension backwards.".to_string())
}
