//! The settings that govern PINs, their ranges and the rule across them.

use std::fmt;

use super::Scope;

/// A policy as it is stored: where it stands, what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinPolicy {
    pub scope: Scope,
    pub description: Option<String>,
    pub settings: Settings,
}

impl PinPolicy {
    /// The policy at `scope` with all settings at their defaults.
    pub fn new(scope: Scope) -> Self {
        PinPolicy { scope, description: None, settings: Settings::default() }
    }
}

/// What a policy says. Fields may be read freely; changes go through [`Settings::with`], which checks them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The least number of digits, 4 to 24.
    pub min_length: u8,
    /// How many PINs, the current one included, a user's own new PIN must differ from, 0 to 20.
    pub history_count: u8,
    /// Whether common patterns are allowed.
    pub allow_common_patterns: bool,
    /// After how many days a PIN expires, 0 to 999; 0 is never.
    pub lifetime_days: u16,
    /// The local maximum of failures, 1 to 999; `None` chooses by the PIN's length.
    pub max_attempts: Option<u16>,
    /// Whether the strict preset's further rules apply; it also refuses the common patterns.
    pub strict: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            min_length: 5,
            history_count: 0,
            allow_common_patterns: false,
            lifetime_days: 0,
            max_attempts: None,
            strict: false,
        }
    }
}

/// The settings to change, as they were entered; `None` leaves one as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsChange {
    pub min_length: Option<u64>,
    pub history_count: Option<u64>,
    pub allow_common_patterns: Option<bool>,
    pub lifetime_days: Option<u64>,
    /// `Some(None)` goes back to the choice by length.
    pub max_attempts: Option<Option<u64>>,
    pub strict: Option<bool>,
}

/// A change of settings that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyFault {
    /// A value outside its range.
    OutOfRange { setting: &'static str, value: u64, low: u64, high: u64 },
    /// A lifetime without a history.
    LifetimeNeedsHistory,
}

impl Settings {
    /// The settings with `change` made, checked as a whole.
    ///
    /// # Errors
    /// A value outside its range, or a lifetime without a history.
    pub fn with(&self, change: &SettingsChange) -> Result<Settings, PolicyFault> {
        let mut new = *self;
        if let Some(value) = change.min_length {
            new.min_length = within("MinPasswordLength", value, 4, 24)?;
        }
        if let Some(value) = change.history_count {
            new.history_count = within("PINHistoryCount", value, 0, 20)?;
        }
        if let Some(value) = change.lifetime_days {
            new.lifetime_days = within("PINLifetime", value, 0, 999)?;
        }
        if let Some(value) = change.max_attempts {
            new.max_attempts = value.map(|value| within("MaximumLogonAttempts", value, 1, 999)).transpose()?;
        }
        new.allow_common_patterns = change.allow_common_patterns.unwrap_or(new.allow_common_patterns);
        new.strict = change.strict.unwrap_or(new.strict);
        if new.lifetime_days > 0 && new.history_count == 0 {
            return Err(PolicyFault::LifetimeNeedsHistory);
        }
        Ok(new)
    }

    /// Whether the rules against common patterns apply.
    pub const fn refuses_common_patterns(&self) -> bool {
        self.strict || !self.allow_common_patterns
    }
}

fn within<T: TryFrom<u64>>(setting: &'static str, value: u64, low: u64, high: u64) -> Result<T, PolicyFault> {
    let fault = PolicyFault::OutOfRange { setting, value, low, high };
    if value < low || value > high {
        return Err(fault);
    }
    T::try_from(value).map_err(|_| fault)
}

impl fmt::Display for PolicyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PolicyFault::OutOfRange { setting, value, low, high } => {
                write!(f, "The value {value} of {setting} is out of range: it must be between {low} and {high}.")
            }
            PolicyFault::LifetimeNeedsHistory => f.write_str(
                "PINLifetime greater than 0 requires PINHistoryCount greater than 0: without a history the expired PIN \
                 could be chosen again.",
            ),
        }
    }
}

impl std::error::Error for PolicyFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_checked_at_both_ends() {
        for (value, good) in [(3, false), (4, true), (24, true), (25, false), (260, false)] {
            let change = SettingsChange { min_length: Some(value), ..Default::default() };
            assert_eq!(Settings::default().with(&change).is_ok(), good, "{value}");
        }
        let zero = SettingsChange { max_attempts: Some(Some(0)), ..Default::default() };
        assert!(Settings::default().with(&zero).is_err());
    }

    #[test]
    fn lifetime_needs_history_in_the_merged_result() {
        let both = SettingsChange { lifetime_days: Some(30), history_count: Some(3), ..Default::default() };
        let settings = Settings::default().with(&both).unwrap();
        let no_history = SettingsChange { history_count: Some(0), ..Default::default() };
        assert_eq!(settings.with(&no_history), Err(PolicyFault::LifetimeNeedsHistory));
        let neither = SettingsChange { history_count: Some(0), lifetime_days: Some(0), ..Default::default() };
        assert!(settings.with(&neither).is_ok());
    }

    #[test]
    fn attempts_go_back_to_automatic() {
        let set = SettingsChange { max_attempts: Some(Some(3)), ..Default::default() };
        let settings = Settings::default().with(&set).unwrap();
        assert_eq!(settings.max_attempts, Some(3));
        let back = SettingsChange { max_attempts: Some(None), ..Default::default() };
        assert_eq!(settings.with(&back).unwrap().max_attempts, None);
    }
}
