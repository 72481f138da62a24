//! The Gregorian calendar: years, months and days as day numbers since 0001-01-01.

/// A day of the week, numbered from Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOfWeek {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

impl DayOfWeek {
    /// All days in the order of their numbers.
    pub const ALL: [DayOfWeek; 7] = [
        DayOfWeek::Sunday,
        DayOfWeek::Monday,
        DayOfWeek::Tuesday,
        DayOfWeek::Wednesday,
        DayOfWeek::Thursday,
        DayOfWeek::Friday,
        DayOfWeek::Saturday,
    ];

    /// The English name, which is the enum's.
    pub fn name(self) -> &'static str {
        match self {
            DayOfWeek::Sunday => "Sunday",
            DayOfWeek::Monday => "Monday",
            DayOfWeek::Tuesday => "Tuesday",
            DayOfWeek::Wednesday => "Wednesday",
            DayOfWeek::Thursday => "Thursday",
            DayOfWeek::Friday => "Friday",
            DayOfWeek::Saturday => "Saturday",
        }
    }

    /// The day with that number modulo 7.
    pub(super) fn from_number(number: i64) -> DayOfWeek {
        match number.rem_euclid(7) {
            0 => DayOfWeek::Sunday,
            1 => DayOfWeek::Monday,
            2 => DayOfWeek::Tuesday,
            3 => DayOfWeek::Wednesday,
            4 => DayOfWeek::Thursday,
            5 => DayOfWeek::Friday,
            _ => DayOfWeek::Saturday,
        }
    }
}

/// Whether a year has 366 days.
pub fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month from 1 to 12; 0 for any other.
pub fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        2 => 28 + i32::from(is_leap_year(year)),
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

/// The days from 0001-01-01 to a date, or `None` outside the years 1 to 9999 or past the month's end.
pub(super) fn day_number(year: i32, month: i32, day: i32) -> Option<i64> {
    let valid = (1..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
    if !valid {
        return None;
    }
    let years = i64::from(year - 1);
    Some(years * 365 + years / 4 - years / 100 + years / 400 + i64::from(day_of_year(year, month, day)) - 1)
}

/// The number of a date within its year, from 1.
pub(super) fn day_of_year(year: i32, month: i32, day: i32) -> i32 {
    (1..month).map(|month| days_in_month(year, month)).sum::<i32>() + day
}

/// The date of a day number from 0 to the end of the year 9999.
pub(super) fn date_of(number: i64) -> (i32, i32, i32) {
    // Eras of 400 years that begin on the first of March put the leap day last.
    let shifted = number + 306;
    let era = shifted.div_euclid(146_097);
    let in_era = shifted.rem_euclid(146_097);
    let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * in_year + 2) / 153;
    let day = in_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let narrow = |value: i64| i32::try_from(value).unwrap_or(1);
    (narrow(year), narrow(month), narrow(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_and_dates_agree() {
        assert_eq!(day_number(1, 1, 1), Some(0));
        assert_eq!(day_number(1970, 1, 1), Some(719_162));
        assert_eq!(day_number(9999, 12, 31), Some(3_652_058));
        assert_eq!(day_number(2023, 2, 29), None);
        for number in (0..3_652_059).step_by(17).chain([3_652_058]) {
            let (year, month, day) = date_of(number);
            assert_eq!(day_number(year, month, day), Some(number));
        }
    }
}
