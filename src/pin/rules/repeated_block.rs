//! Rule `RepeatedBlock` of the strict preset: one block over and over, as in 123123 and 408408.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let digits = candidate.digits.as_slice();
    let repeats = |size: usize| {
        let mut blocks = digits.chunks_exact(size);
        let first = blocks.next();
        blocks.remainder().is_empty() && blocks.all(|block| Some(block) == first)
    };
    (1..=digits.len() / 2).any(repeats).then(|| "it repeats one block of digits.".to_string())
}
