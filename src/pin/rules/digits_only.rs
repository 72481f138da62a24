//! Rule `DigitsOnly`: the digits 0 to 9 and nothing else, at least one.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let text = candidate.pin.reveal();
    if text.is_empty() {
        return Some("it is empty.".to_string());
    }
    let only_digits = text.bytes().all(|b| b.is_ascii_digit());
    (!only_digits).then(|| "it may contain digits only (0-9).".to_string())
}
