//! Instants and spans, counted in ticks of 100 nanoseconds as .NET counts them, always UTC.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

const TICKS_PER_SECOND: i64 = 10_000_000;
const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;

/// An instant: ticks of 100 ns since 0001-01-01T00:00:00Z, which is what `.Ticks` of a UTC `DateTime` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The instant with this many ticks.
    pub const fn from_ticks(ticks: i64) -> Self {
        Timestamp(ticks)
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Timestamp(UNIX_EPOCH_TICKS.saturating_add(seconds.saturating_mul(TICKS_PER_SECOND)))
    }

    /// The ticks since 0001-01-01T00:00:00Z.
    pub const fn ticks(self) -> i64 {
        self.0
    }

    /// The instant `span` later; the last one that can be counted when there is none.
    pub const fn plus(self, span: Span) -> Self {
        Timestamp(self.0.saturating_add(span.0))
    }

    /// How long ago `earlier` was, negative when it lies ahead.
    pub const fn since(self, earlier: Timestamp) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

/// A length of time in ticks of 100 ns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

impl Span {
    /// So many seconds.
    pub const fn seconds(count: i64) -> Self {
        Span(count.saturating_mul(TICKS_PER_SECOND))
    }

    /// So many minutes.
    pub const fn minutes(count: i64) -> Self {
        Span::seconds(count.saturating_mul(60))
    }

    /// So many days of 24 hours.
    pub const fn days(count: i64) -> Self {
        Span::minutes(count.saturating_mul(24 * 60))
    }

    /// The ticks.
    pub const fn ticks(self) -> i64 {
        self.0
    }
}

/// Where the present instant comes from.
pub trait Clock {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that is handed in")]
    fn now(&self) -> Timestamp {
        let ticks = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_nanos() / 100).unwrap_or(i64::MAX - UNIX_EPOCH_TICKS),
            Err(before) => -i64::try_from(before.duration().as_nanos() / 100).unwrap_or(UNIX_EPOCH_TICKS),
        };
        Timestamp(UNIX_EPOCH_TICKS.saturating_add(ticks))
    }
}

/// A clock that stands still until it is moved; clones share the hand.
#[derive(Clone, Debug)]
pub struct ManualClock(Rc<Cell<Timestamp>>);

impl ManualClock {
    /// A clock that shows `start`.
    pub fn new(start: Timestamp) -> Self {
        ManualClock(Rc::new(Cell::new(start)))
    }

    /// Moves the hand forward (or back, for a negative span).
    pub fn advance(&self, span: Span) {
        self.0.set(self.0.get().plus(span));
    }

    /// Moves the hand to `instant`.
    pub fn set(&self, instant: Timestamp) {
        self.0.set(instant);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unix_epoch_has_dotnet_ticks() {
        assert_eq!(Timestamp::from_unix_seconds(0).ticks(), 621_355_968_000_000_000);
    }

    #[test]
    fn far_instants_saturate() {
        let end = Timestamp::from_ticks(i64::MAX);
        assert_eq!(end.plus(Span::days(999)), end);
    }

    #[test]
    fn clones_of_a_manual_clock_move_together() {
        let clock = ManualClock::new(Timestamp::from_unix_seconds(0));
        let other = clock.clone();
        clock.advance(Span::minutes(1));
        assert_eq!(other.now(), Timestamp::from_unix_seconds(60));
    }
}
