//! Rule `SpelledName` of the strict preset: the owner's name, or its beginning, as it is spelled on a keypad.

use super::Candidate;

/// The key of each letter from A to Z.
const KEYS: &[u8; 26] = b"22233344455566677778889999";

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let names: Vec<String> = candidate.owner.names.iter().map(|name| spelled(name)).filter(|n| !n.is_empty()).collect();
    let pin = candidate.pin.reveal();
    let pairs = names.iter().flat_map(|first| names.iter().map(move |second| format!("{first}{second}")));
    let starts = names.iter().any(|name| name.starts_with(pin)) || pairs.into_iter().any(|both| both.starts_with(pin));
    starts.then(|| "it spells the user's name.".to_string())
}

fn spelled(name: &str) -> String {
    let key = |letter: u8| match letter {
        b'0'..=b'9' => Some(char::from(letter)),
        b'a'..=b'z' => KEYS.get(usize::from(letter - b'a')).map(|key| char::from(*key)),
        _ => None,
    };
    name.to_lowercase().bytes().filter_map(key).collect()
}
