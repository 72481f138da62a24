//! Rule `PhoneNumber`: the owner's number, any tail of it, or his extension.

use super::Candidate;

pub(super) fn broken(candidate: &Candidate<'_>) -> Option<String> {
    let owner = candidate.owner;
    if owner.numbers.iter().any(|number| candidate.is_tail_of(number)) {
        return Some("it is the user's phone number or the end of it.".to_string());
    }
    let extension = owner.extensions.iter().any(|extension| extension == candidate.pin.reveal());
    extension.then(|| "it is the user's extension.".to_string())
}
