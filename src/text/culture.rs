//! Cultures: how numbers and dates look in a language and region.

mod data;

use crate::text::date::DayOfWeek;
use crate::text::symbol::same_name;

/// A culture's names, number and date conventions.
#[derive(Debug)]
pub struct Culture {
    /// The name as in `en-US`; empty for the invariant culture.
    pub name: &'static str,
    pub english_name: &'static str,
    pub native_name: &'static str,
    pub display_name: &'static str,
    /// The name of the culture above this one, as in `en`.
    pub parent: &'static str,
    pub two_letter_name: &'static str,
    pub three_letter_name: &'static str,
    pub windows_name: &'static str,
    pub lcid: i32,
    pub list_separator: &'static str,
    pub number: NumberFormat,
    pub date: DateFormat,
}

/// Digits after the point, separators and group sizes of one family of formats.
#[derive(Debug)]
pub struct Separators {
    pub digits: usize,
    pub decimal: &'static str,
    pub group: &'static str,
    /// Sizes of the groups from the point to the left; the last one repeats, a 0 ends the grouping.
    pub sizes: &'static [usize],
}

/// .NET's `NumberFormatInfo`; the patterns are its numbers.
#[derive(Debug)]
pub struct NumberFormat {
    pub negative_sign: &'static str,
    pub positive_sign: &'static str,
    pub nan: &'static str,
    pub positive_infinity: &'static str,
    pub negative_infinity: &'static str,
    pub number: Separators,
    pub currency: Separators,
    pub percent: Separators,
    pub currency_symbol: &'static str,
    pub percent_symbol: &'static str,
    pub per_mille_symbol: &'static str,
    pub number_negative_pattern: u8,
    pub currency_positive_pattern: u8,
    pub currency_negative_pattern: u8,
    pub percent_positive_pattern: u8,
    pub percent_negative_pattern: u8,
}

/// How the first week of a year is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarWeekRule {
    FirstDay,
    FirstFullWeek,
    FirstFourDayWeek,
}

/// .NET's `DateTimeFormatInfo`; names of days begin with Sunday.
#[derive(Debug)]
pub struct DateFormat {
    pub calendar_name: &'static str,
    pub am: &'static str,
    pub pm: &'static str,
    pub date_separator: &'static str,
    pub time_separator: &'static str,
    pub first_day_of_week: DayOfWeek,
    pub week_rule: CalendarWeekRule,
    pub full_date_time: &'static str,
    pub long_date: &'static str,
    pub short_date: &'static str,
    pub long_time: &'static str,
    pub short_time: &'static str,
    pub month_day: &'static str,
    pub year_month: &'static str,
    pub days: [&'static str; 7],
    pub short_days: [&'static str; 7],
    pub shortest_days: [&'static str; 7],
    pub months: [&'static str; 12],
    pub short_months: [&'static str; 12],
    pub genitive_months: [&'static str; 12],
    pub short_genitive_months: [&'static str; 12],
    pub era: &'static str,
    pub short_era: &'static str,
}

impl Culture {
    /// The culture that belongs to no language.
    pub fn invariant() -> &'static Culture {
        &data::INVARIANT
    }

    /// American English.
    pub fn en_us() -> &'static Culture {
        &data::EN_US
    }

    /// Every culture that the shell knows, by name.
    pub fn all() -> [&'static Culture; 7] {
        [&data::INVARIANT, &data::DE_DE, &data::EN_GB, &data::EN_US, &data::FR_FR, &data::JA_JP, &data::SV_SE]
    }

    /// The culture of that name, without regard to case; a language alone finds its main region.
    pub fn find(name: &str) -> Option<&'static Culture> {
        if let Some(exact) = Culture::all().into_iter().find(|culture| same_name(culture.name, name)) {
            return Some(exact);
        }
        if same_name(name, "en") {
            return Some(Culture::en_us());
        }
        Culture::all().into_iter().find(|culture| !culture.parent.is_empty() && same_name(culture.parent, name))
    }

    /// Whether this is the invariant culture.
    pub fn is_invariant(&self) -> bool {
        self.name.is_empty()
    }
}

/// Cultures are few and fixed, so that the name tells two apart.
impl PartialEq for Culture {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_case() {
        assert_eq!(Culture::find("EN-us"), Some(Culture::en_us()));
        assert_eq!(Culture::find(""), Some(Culture::invariant()));
        assert_eq!(Culture::find("de").map(|c| c.name), Some("de-DE"));
        assert_eq!(Culture::find("xx"), None);
    }
}
