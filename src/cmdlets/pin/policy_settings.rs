//! The parameters of `New-` and `Set-CsPinPolicy` as a change of settings.

use crate::cmdlets::prelude::*;
use crate::pin::SettingsChange;

/// The settings as they were given; `None` where the parameter was left out.
#[derive(Default)]
pub struct GivenSettings {
    pub min_length: Option<u32>,
    pub history_count: Option<u64>,
    pub allow_common_patterns: Option<bool>,
    pub lifetime_days: Option<u64>,
    pub max_attempts: Option<u32>,
    pub strict: Option<bool>,
}

impl GivenSettings {
    /// The change that they ask for. `-MaximumLogonAttempts $null` goes back to the choice by length.
    pub fn change(&self, cx: &Cx) -> SettingsChange {
        SettingsChange {
            min_length: self.min_length.map(u64::from),
            history_count: self.history_count,
            allow_common_patterns: self.allow_common_patterns,
            lifetime_days: self.lifetime_days,
            max_attempts: cx.is_bound("MaximumLogonAttempts").then(|| self.max_attempts.map(u64::from)),
            strict: self.strict,
        }
    }
}

/// One change made over another.
pub fn merged(below: &SettingsChange, above: &SettingsChange) -> SettingsChange {
    SettingsChange {
        min_length: above.min_length.or(below.min_length),
        history_count: above.history_count.or(below.history_count),
        allow_common_patterns: above.allow_common_patterns.or(below.allow_common_patterns),
        lifetime_days: above.lifetime_days.or(below.lifetime_days),
        max_attempts: above.max_attempts.or(below.max_attempts),
        strict: above.strict.or(below.strict),
    }
}
