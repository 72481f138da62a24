//! Rule `WrappedRun` of the strict preset: a run of four up or down that passes from 9 to 0, as in 7890 and 2109.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let run = |step: fn(&[u8]) -> bool| candidate.digits.windows(4).any(|four| four.windows(2).all(step));
    let up = |pair: &[u8]| matches!(pair, [a, b] if *b == (a + 1) % 10);
    let down = |pair: &[u8]| matches!(pair, [a, b] if *a == (b + 1) % 10);
    (run(up) || run(down)).then(|| "it contains a run of digits past zero.".to_string())
}
