//! Weeks of the year: by the rule of a culture, and those of ISO 8601.

use super::{DateTime, DayOfWeek};
use crate::text::culture::CalendarWeekRule;

impl DateTime {
    /// `Calendar.GetWeekOfYear`: the week counted from the first that the rule accepts.
    pub fn week_of_year(self, rule: CalendarWeekRule, first: DayOfWeek) -> i32 {
        let full_days = match rule {
            CalendarWeekRule::FirstDay => {
                let offset = (self.new_years_day() - first as i32).rem_euclid(7);
                return (self.day_of_year() - 1 + offset) / 7 + 1;
            }
            CalendarWeekRule::FirstFullWeek => 7,
            CalendarWeekRule::FirstFourDayWeek => 4,
        };
        let mut offset = (first as i32 - self.new_years_day()).rem_euclid(7);
        if offset >= full_days {
            offset -= 7;
        }
        let day = self.day_of_year() - 1 - offset;
        if day >= 0 {
            return day / 7 + 1;
        }
        // The days before the first week belong to the last week of the year before.
        match DateTime::from_date(self.year() - 1, 12, 31) {
            Ok(last) => last.week_of_year(rule, first),
            Err(_) => {
                let partial = (first as i32 - (DateTime::MIN.day_of_week() as i32 - 2)).rem_euclid(7);
                (365 - partial + if partial >= full_days { 7 } else { 0 }) / 7 + 1
            }
        }
    }

    /// The number from Sunday of the first day of this date's year.
    fn new_years_day(self) -> i32 {
        (self.day_of_week() as i32 - (self.day_of_year() - 1)).rem_euclid(7)
    }

    /// The year and week of ISO 8601: weeks begin on Monday, and the first has the year's first Thursday.
    pub fn iso_week(self) -> (i32, i32) {
        let weekday = match self.day_of_week() {
            DayOfWeek::Sunday => 7,
            day => day as i32,
        };
        let week = (self.day_of_year() - weekday + 10) / 7;
        let year = self.year();
        if week < 1 {
            (year - 1, iso_weeks(year - 1))
        } else if week > iso_weeks(year) {
            (year + 1, 1)
        } else {
            (year, week)
        }
    }
}

/// Years whose first or last day is a Thursday have 53 weeks.
fn iso_weeks(year: i32) -> i32 {
    let first =
        |year: i32| (year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400)).rem_euclid(7);
    // The remainder of the days up to the 31st of December is its weekday.
    52 + i32::from(first(year) == 4 || first(year - 1) == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: i32, day: i32) -> DateTime {
        DateTime::from_date(year, month, day).unwrap()
    }

    #[test]
    fn iso_weeks_may_belong_to_another_year() {
        assert_eq!(date(2021, 1, 1).iso_week(), (2020, 53));
        assert_eq!(date(2024, 12, 30).iso_week(), (2025, 1));
        assert_eq!(date(2023, 1, 1).iso_week(), (2022, 52));
        assert_eq!(date(2026, 12, 31).iso_week(), (2026, 53));
        assert_eq!(date(2000, 2, 29).iso_week(), (2000, 9));
    }

    #[test]
    fn rules_choose_the_first_week() {
        use CalendarWeekRule::*;
        let weeks = |date: DateTime| {
            [FirstDay, FirstFullWeek, FirstFourDayWeek].map(|rule| {
                [DayOfWeek::Sunday, DayOfWeek::Monday, DayOfWeek::Thursday].map(|first| date.week_of_year(rule, first))
            })
        };
        assert_eq!(weeks(date(2021, 1, 1)), [[1, 1, 1], [52, 52, 53], [53, 53, 1]]);
        assert_eq!(weeks(date(2020, 12, 31)), [[53, 53, 54], [52, 52, 53], [53, 53, 53]]);
        assert_eq!(weeks(date(2024, 1, 1)), [[1, 1, 1], [53, 1, 52], [1, 1, 53]]);
        assert_eq!(weeks(date(2005, 1, 1)), [[1, 1, 1], [52, 52, 53], [52, 53, 1]]);
        assert_eq!(weeks(date(1, 1, 1)), [[1, 1, 1], [53, 1, 52], [1, 1, 53]]);
    }
}
