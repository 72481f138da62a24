//! Rule `AllDigitsEqual`: 222222.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let first = candidate.digits.first()?;
    candidate.digits.iter().all(|d| d == first).then(|| "all its digits are equal.".to_string())
}
