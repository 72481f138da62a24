//! Why a PIN operation failed, in the words of the UCMA PIN management interface.

use std::fmt;

/// The reasons that a verifier or a user learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FailureReason {
    Unknown,
    UserPinAccountDisabled,
    UserPinAccountLocked,
    IncorrectPin,
    NonUniqueUser,
    PinExpired,
    PinDoesNotMeetMinimumRequirements,
    PinNotEnabledForUser,
    PinNotSet,
    PinNotUnique,
    Unauthorized,
    UserDoesNotExist,
}

impl FailureReason {
    /// The reason as one word.
    pub const fn word(self) -> &'static str {
        match self {
            FailureReason::Unknown => "Unknown",
            FailureReason::UserPinAccountDisabled => "UserPinAccountDisabled",
            FailureReason::UserPinAccountLocked => "UserPinAccountLocked",
            FailureReason::IncorrectPin => "IncorrectPin",
            FailureReason::NonUniqueUser => "NonUniqueUser",
            FailureReason::PinExpired => "PinExpired",
            FailureReason::PinDoesNotMeetMinimumRequirements => "PinDoesNotMeetMinimumRequirements",
            FailureReason::PinNotEnabledForUser => "PinNotEnabledForUser",
            FailureReason::PinNotSet => "PinNotSet",
            FailureReason::PinNotUnique => "PinNotUnique",
            FailureReason::Unauthorized => "Unauthorized",
            FailureReason::UserDoesNotExist => "UserDoesNotExist",
        }
    }
}

impl fmt::Display for FailureReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
