//! `Get-Date`: the current date, or one that is put together, as an object or as text.
use crate::cmdlets::prelude::*;
use crate::text::date::{DateKind, DateTime};
use crate::text::{Culture, TextError};
use crate::types::enums::DISPLAY_HINT_TYPE;
use crate::types::fault::lift;
use crate::types::{known, time};
use crate::value::{EnumValue, Member};

cmdlet! {
    /// Gets the current date and time.
    ///
    /// ```powershell
    /// Get-Date -Date '2025-03-04 05:06:07' -Format 'yyyy-MM-dd HH:mm'
    /// # 2025-03-04 05:06
    /// Get-Date -UnixTimeSeconds 0 -AsUTC -UFormat '%Y-%m-%d'
    /// # 1970-01-01
    /// ```
    pub struct GetDate: "Get-Date", default_set "DateAndFormat", output "System.String", output "System.DateTime";

    /// The date; now where it is left out.
    param date: Value, alias "LastWriteTime", ty &known::DATE_TIME, set "DateAndFormat", position 0, pipeline, by_name,
        set "DateAndUFormat", position 0, pipeline, by_name;
    /// The date as seconds since 1970.
    param unix_time_seconds: i64, alias "UnixTime", range (-62_135_596_800, 253_402_300_799),
        set "UnixTimeSecondsAndFormat", mandatory, set "UnixTimeSecondsAndUFormat", mandatory;
    /// The year.
    param year: Option<i32>, range (1, 9999);
    /// The month.
    param month: Option<i32>, range (1, 12);
    /// The day of the month.
    param day: Option<i32>, range (1, 31);
    /// The hour.
    param hour: Option<i32>, range (0, 23);
    /// The minute.
    param minute: Option<i32>, range (0, 59);
    /// The second.
    param second: Option<i32>, range (0, 59);
    /// The millisecond.
    param millisecond: Option<i32>, range (0, 999);
    /// What is shown of the date.
    param display_hint: Value, ty &DISPLAY_HINT_TYPE;
    /// A format with the letters of Unix's `date`.
    param u_format: Str, name "UFormat", set "DateAndUFormat", mandatory, set "UnixTimeSecondsAndUFormat", mandatory;
    /// A format of .NET, or the name of one for file names.
    param format: Option<Str>, set "DateAndFormat", set "UnixTimeSecondsAndFormat",
        completions &["FileDate", "FileDateUniversal", "FileDateTime", "FileDateTimeUniversal"];
    /// Converts the date to UTC.
    param as_utc: Switch, name "AsUTC";
}

impl Cmdlet for GetDate {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let zone = time::local_zone(cx.session);
        let mut date = if cx.is_bound("Date") {
            self.date.downcast::<DateTime>().copied().unwrap_or_else(|| time::now(cx.session).to_local(&zone))
        } else if cx.is_bound("UnixTimeSeconds") {
            DateTime::from_unix_nanoseconds(i128::from(self.unix_time_seconds) * 1_000_000_000).to_local(&zone)
        } else {
            time::now(cx.session).to_local(&zone)
        };
        date = lift(self.changed(date))?;
        if *self.as_utc {
            date = date.to_utc(&zone);
        }
        let culture = convert::current_culture(cx.session);
        if cx.is_bound("UFormat") {
            return cx.write(Value::from(lift(unix_format(date, &self.u_format, culture, &zone))?));
        }
        if let Some(format) = &self.format {
            let (format, universal) = match &*format.to_ascii_lowercase() {
                "filedate" => (Str::from("yyyyMMdd"), false),
                "filedateuniversal" => (Str::from("yyyyMMddZ"), true),
                "filedatetime" => (Str::from("yyyyMMddTHHmmssffff"), false),
                "filedatetimeuniversal" => (Str::from("yyyyMMddTHHmmssffffZ"), true),
                _ => (format.clone(), false),
            };
            let date = if universal { date.to_utc(&zone) } else { date };
            return cx.write(Value::from(lift(date.format(&format, culture, &zone))?));
        }
        let value = Value::native(date);
        let hint = match &self.display_hint {
            Value::Enum(_) => self.display_hint.clone(),
            _ => EnumValue::native(&DISPLAY_HINT_TYPE, 2),
        };
        if let Some(extra) = value.extra() {
            extra.change(|parts| parts.members.set(Str::from("DisplayHint"), Member::Note(hint)));
        }
        cx.write(value)
    }
}

impl GetDate {
    /// The date with the parts that were given.
    fn changed(&self, date: DateTime) -> Result<DateTime, TextError> {
        let mut date = date;
        if let Some(year) = self.year {
            date = date.add_years(year - date.year())?;
        }
        if let Some(month) = self.month {
            date = date.add_months(month - date.month())?;
        }
        let seconds = [
            (self.day, date.day(), 86_400),
            (self.hour, date.hour(), 3600),
            (self.minute, date.minute(), 60),
            (self.second, date.second(), 1),
        ];
        for (wanted, own, unit) in seconds {
            if let Some(wanted) = wanted {
                date = date.add_ticks(i64::from(wanted - own) * unit * 10_000_000)?;
            }
        }
        if let Some(millisecond) = self.millisecond {
            date = date.add_ticks(i64::from(millisecond - date.millisecond()) * 10_000)?;
            date = date.add_ticks(-(date.ticks % 10_000))?;
        }
        Ok(date)
    }
}

/// The date in a format of Unix's `date`.
fn unix_format(
    date: DateTime,
    format: &str,
    culture: &'static Culture,
    zone: &crate::text::date::TimeZone,
) -> Result<String, TextError> {
    let mut text = String::new();
    let mut letters = format.strip_prefix('+').unwrap_or(format).chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            text.push(letter);
            continue;
        }
        let Some(letter) = letters.next() else { break };
        let pattern = match letter {
            'A' => "dddd",
            'a' => "ddd",
            'B' => "MMMM",
            'b' | 'h' => "MMM",
            'c' => "ddd dd MMM yyyy HH':'mm':'ss",
            'D' | 'x' => "MM/dd/yy",
            'd' => "dd",
            'F' => "yyyy'-'MM'-'dd",
            'H' => "HH",
            'I' => "hh",
            'M' => "mm",
            'm' => "MM",
            'p' => "tt",
            'R' => "HH:mm",
            'r' => "hh:mm:ss tt",
            'S' => "ss",
            'T' | 'X' => "HH:mm:ss",
            'Y' => "yyyy",
            'y' => "yy",
            'Z' => "zz",
            _ => {
                text.push_str(&computed(date, letter, zone));
                continue;
            }
        };
        text.push_str(&date.format(pattern, culture, zone)?);
    }
    Ok(text)
}

/// The letters of a Unix format that no format of .NET stands for.
fn computed(date: DateTime, letter: char, zone: &crate::text::date::TimeZone) -> String {
    let day_of_week = date.day_of_week() as i32;
    let hour = date.hour();
    let (iso_year, iso_week) = date.iso_week();
    match letter {
        'C' => (date.year() / 100).to_string(),
        'e' => format!("{:2}", date.day()),
        'G' => format!("{iso_year:04}"),
        'g' => format!("{:02}", iso_year % 100),
        'j' => format!("{:03}", date.day_of_year()),
        'k' => format!("{hour:2}"),
        'l' => format!("{:2}", if hour % 12 == 0 { 12 } else { hour % 12 }),
        'n' => "\n".to_string(),
        's' => {
            let utc = if date.kind == DateKind::Utc { date } else { date.to_utc(zone) };
            utc.unix_seconds().to_string()
        }
        't' => "\t".to_string(),
        'U' | 'W' => (date.day_of_year() / 7).to_string(),
        'u' => if day_of_week == 0 { 7 } else { day_of_week }.to_string(),
        'V' => format!("{iso_week:02}"),
        'w' => day_of_week.to_string(),
        other => other.to_string(),
    }
}
