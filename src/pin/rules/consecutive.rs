//! Rule `ConsecutiveDigits`: a run of four or more digits up or down by one, anywhere, as in 991234 and 987650.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let run = |step: fn(&[u8]) -> bool| candidate.digits.windows(4).any(|four| four.windows(2).all(step));
    let up = |pair: &[u8]| matches!(pair, [a, b] if *b == a + 1);
    let down = |pair: &[u8]| matches!(pair, [a, b] if *a == b + 1);
    (run(up) || run(down)).then(|| "it contains four or more consecutive digits.".to_string())
}
