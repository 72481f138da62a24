//! Dates, times and spans as .NET counts them: ticks of 100 ns.

mod calendar;
mod date_time;
mod exact;
mod format;
mod lexer;
mod offset;
mod only;
mod parse;
mod parse_table;
mod parsing;
mod pattern;
mod span;
mod span_format;
mod span_parse;
mod week;
mod zone;
mod zone_names;

pub use calendar::{DayOfWeek, days_in_month, is_leap_year};
pub use date_time::{DateKind, DateTime};
pub use offset::DateTimeOffset;
pub use only::{DateOnly, TimeOnly};
pub use parsing::{DateContext, DateStyles};
pub use span::TimeSpan;
pub use zone::TimeZone;

/// Ticks of a microsecond, millisecond, second, minute, hour and day.
pub const TICKS_PER_MICROSECOND: i64 = 10;
pub const TICKS_PER_MILLISECOND: i64 = 10_000;
pub const TICKS_PER_SECOND: i64 = 10_000_000;
pub const TICKS_PER_MINUTE: i64 = 600_000_000;
pub const TICKS_PER_HOUR: i64 = 36_000_000_000;
pub const TICKS_PER_DAY: i64 = 864_000_000_000;
