//! Rule `FewDistinctDigits` of the strict preset: fewer than three different digits, as in 455445.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let distinct = (0..10).filter(|d| candidate.digits.contains(d)).count();
    (distinct < 3).then(|| "it has fewer than three different digits.".to_string())
}
