//! Rules `MinimumLength` and `MaximumLength`: from the policy's minimum to 24 digits.

use super::Candidate;

/// The most digits a PIN may have under any policy.
const MAXIMUM: usize = 24;

pub(super) fn too_short(candidate: &Candidate<'_>) -> Option<String> {
    let minimum = candidate.settings.min_length;
    (candidate.pin.length() < usize::from(minimum)).then(|| format!("it must have at least {minimum} digits."))
}

pub(super) fn too_long(candidate: &Candidate<'_>) -> Option<String> {
    (candidate.pin.length() > MAXIMUM).then(|| format!("it may have at most {MAXIMUM} digits."))
}
