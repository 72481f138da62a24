//! What a PIN must not be: one file per rule, one list of them all.

mod all_equal;
mod consecutive;
mod digits_only;
mod few_distinct;
mod keypad_line;
mod length;
mod phone_number;
mod repeated_block;
mod repeated_digits;
mod reversed_number;
mod spelled_name;
mod wrapped_run;

use std::fmt;

use zeroize::Zeroizing;

use super::{Pin, Settings, Timestamp};

/// Whom a PIN belongs to, as far as rules ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Phone numbers as digits, with country code, without extension.
    pub numbers: Vec<String>,
    /// Extensions as digits.
    pub extensions: Vec<String>,
    /// Names by which a caller might spell the owner.
    pub names: Vec<String>,
}

impl Owner {
    /// Adds the number and the extension of a line URI such as `tel:+14255551219;ext=51219`.
    pub fn add_line(&mut self, uri: &str) {
        let mut parts = uri.split(';');
        let number: String = parts.next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
        if !number.is_empty() {
            self.numbers.push(number);
        }
        for parameter in parts {
            let Some((name, value)) = parameter.split_once('=') else { continue };
            if name.trim().eq_ignore_ascii_case("ext") && !value.trim().is_empty() {
                self.extensions.push(value.trim().to_string());
            }
        }
    }
}

/// The circumstances of an operation: the settings that govern it, whose PIN it is, and when it is.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub settings: &'a Settings,
    pub owner: &'a Owner,
    pub now: Timestamp,
}

/// When a rule applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// To every PIN.
    Always,
    /// Unless the policy allows common patterns.
    Common,
    /// Under the strict preset only.
    Strict,
}

/// A rule: its name, when it applies, and the function that says how a PIN breaks it.
pub struct Rule {
    pub name: &'static str,
    pub tier: Tier,
    broken: fn(&Candidate<'_>) -> Option<String>,
}

/// All rules, in the order in which they are asked.
pub const RULES: &[Rule] = &[
    Rule { name: "DigitsOnly", tier: Tier::Always, broken: digits_only::broken },
    Rule { name: "MinimumLength", tier: Tier::Always, broken: length::too_short },
    Rule { name: "MaximumLength", tier: Tier::Always, broken: length::too_long },
    Rule { name: "AllDigitsEqual", tier: Tier::Common, broken: all_equal::broken },
    Rule { name: "RepeatedDigits", tier: Tier::Common, broken: repeated_digits::broken },
    Rule { name: "ConsecutiveDigits", tier: Tier::Common, broken: consecutive::broken },
    Rule { name: "PhoneNumber", tier: Tier::Common, broken: phone_number::broken },
    Rule { name: "FewDistinctDigits", tier: Tier::Strict, broken: few_distinct::broken },
    Rule { name: "RepeatedBlock", tier: Tier::Strict, broken: repeated_block::broken },
    Rule { name: "WrappedRun", tier: Tier::Strict, broken: wrapped_run::broken },
    Rule { name: "KeypadLine", tier: Tier::Strict, broken: keypad_line::broken },
    Rule { name: "ReversedNumber", tier: Tier::Strict, broken: reversed_number::broken },
    Rule { name: "SpelledName", tier: Tier::Strict, broken: spelled_name::broken },
];

/// A PIN before the rules.
struct Candidate<'a> {
    pin: &'a Pin,
    digits: Zeroizing<Vec<u8>>,
    settings: &'a Settings,
    owner: &'a Owner,
}

impl Candidate<'_> {
    /// Whether the PIN is a tail of `number`, the whole of it included.
    fn is_tail_of(&self, number: &str) -> bool {
        let digits = number.as_bytes();
        !self.digits.is_empty() && digits.len() >= self.digits.len() && {
            let tail = digits.iter().skip(digits.len() - self.digits.len());
            tail.zip(self.digits.iter()).all(|(theirs, ours)| theirs.wrapping_sub(b'0') == *ours)
        }
    }
}

/// Which rule a PIN breaks, and how, in words that do not repeat the PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub rule: &'static str,
    pub message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The PIN is not allowed (rule {}): {}", self.rule, self.message)
    }
}

/// Asks all rules that apply under the settings.
///
/// # Errors
/// The first rule that the PIN breaks.
pub fn check(pin: &Pin, settings: &Settings, owner: &Owner) -> Result<(), Refusal> {
    let candidate = Candidate { pin, digits: pin.digits(), settings, owner };
    for rule in RULES {
        let applies = match rule.tier {
            Tier::Always => true,
            Tier::Common => settings.refuses_common_patterns(),
            Tier::Strict => settings.strict,
        };
        if applies && let Some(message) = (rule.broken)(&candidate) {
            return Err(Refusal { rule: rule.name, message });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken_rule(pin: &str, settings: Settings) -> Option<&'static str> {
        let mut owner = Owner { names: vec!["Ken".into(), "Myer".into()], ..Owner::default() };
        owner.add_line("tel:+14255551219;ext=51297");
        check(&Pin::new(pin), &settings, &owner).err().map(|refusal| refusal.rule)
    }

    fn short() -> Settings {
        Settings { min_length: 4, ..Settings::default() }
    }

    fn strict() -> Settings {
        Settings { strict: true, ..short() }
    }

    #[test]
    fn documented_examples_pass() {
        for pin in ["18723834", "121989", "383042650", "0712", "7890", "2580", "123123", "50000"] {
            assert_eq!(broken_rule(pin, short()), None, "{pin}");
        }
    }

    #[test]
    fn documented_examples_fail() {
        for (pin, rule) in [
            ("123456", "ConsecutiveDigits"),
            ("456789", "ConsecutiveDigits"),
            ("991234", "ConsecutiveDigits"),
            ("12345", "ConsecutiveDigits"),
            ("50123", "ConsecutiveDigits"),
            ("987654", "ConsecutiveDigits"),
            ("222222", "AllDigitsEqual"),
            ("225577", "RepeatedDigits"),
            ("11223344", "RepeatedDigits"),
            ("111222", "RepeatedDigits"),
            ("14255551219", "PhoneNumber"),
            ("5551219", "PhoneNumber"),
            ("51297", "PhoneNumber"),
            ("712", "MinimumLength"),
            ("", "DigitsOnly"),
            ("12a45", "DigitsOnly"),
            (" 71290", "DigitsOnly"),
            ("٣٤٥٦٧", "DigitsOnly"),
            ("9182736450918273645091827", "MaximumLength"),
        ] {
            assert_eq!(broken_rule(pin, short()), Some(rule), "{pin}");
        }
    }

    #[test]
    fn strict_preset_refuses_more() {
        for (pin, rule) in [
            ("7890", "WrappedRun"),
            ("2580", "KeypadLine"),
            ("159753", "KeypadLine"),
            ("123123", "RepeatedBlock"),
            ("408408", "RepeatedBlock"),
            ("455445", "FewDistinctDigits"),
            ("9121555", "ReversedNumber"),
            ("5366937", "SpelledName"),
            ("123456", "ConsecutiveDigits"),
        ] {
            assert_eq!(broken_rule(pin, strict()), Some(rule), "{pin}");
        }
        assert_eq!(broken_rule("8068", strict()), None);
    }

    #[test]
    fn patterns_may_be_allowed() {
        let lenient = Settings { allow_common_patterns: true, ..short() };
        assert_eq!(broken_rule("123456", lenient), None);
        assert_eq!(broken_rule("123456", Settings { strict: true, ..lenient }), Some("ConsecutiveDigits"));
    }
}
