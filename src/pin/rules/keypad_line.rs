//! Rule `KeypadLine` of the strict preset: straight lines on the keypad and nothing else, as in 2580, 159753, 147258369.

use super::Candidate;

/// The lines of three or more keys, read one way.
const LINES: &[&[u8]] = &[
    &[1, 2, 3],
    &[4, 5, 6],
    &[7, 8, 9],
    &[1, 4, 7],
    &[2, 5, 8],
    &[3, 6, 9],
    &[5, 8, 0],
    &[2, 5, 8, 0],
    &[1, 5, 9],
    &[3, 5, 7],
];

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let digits = candidate.digits.as_slice();
    if digits.is_empty() {
        return None;
    }
    // reached[i]: whether the first i digits fall apart into lines.
    let mut reached = vec![false; digits.len() + 1];
    reached[0] = true;
    for start in 0..digits.len() {
        if !reached[start] {
            continue;
        }
        for line in LINES {
            let end = start + line.len();
            if let Some(part) = digits.get(start..end)
                && (part.iter().eq(line.iter()) || part.iter().eq(line.iter().rev()))
            {
                reached[end] = true;
            }
        }
    }
    reached[digits.len()].then(|| "it follows straight lines on the keypad.".to_string())
}
