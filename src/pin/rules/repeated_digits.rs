//! Rule `RepeatedDigits`: nothing but runs of two or more equal digits, as in 225577 and 11223344.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let mut runs = candidate.digits.chunk_by(|a, b| a == b).peekable();
    runs.peek()?;
    runs.all(|run| run.len() >= 2).then(|| "it consists only of repeated digits.".to_string())
}
