//! `System.Diagnostics.Stopwatch`.

use super::arguments::Arguments;
use super::invoke::receiver;
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{known, object};
use crate::text::Str;
use crate::text::date::TimeSpan;
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cell::Cell;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A watch: what it measured so far, and since when it runs.
#[derive(Default)]
pub struct Stopwatch {
    measured: Cell<Duration>,
    since: Cell<Option<Instant>>,
}

impl Stopwatch {
    fn elapsed(&self) -> Duration {
        self.measured.get() + self.since.get().map_or(Duration::ZERO, |since| since.elapsed())
    }

    fn span(&self) -> TimeSpan {
        span_of(i64::try_from(self.elapsed().as_nanos()).unwrap_or(i64::MAX))
    }

    fn start(&self) {
        if self.since.get().is_none() {
            self.since.set(Some(Instant::now()));
        }
    }

    fn stop(&self) {
        self.measured.set(self.elapsed());
        self.since.set(None);
    }

    fn reset(&self) {
        self.measured.set(Duration::ZERO);
        self.since.set(None);
    }
}

impl Native for Stopwatch {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::STOPWATCH)
    }

    fn text(&self, env: &mut dyn Env) -> Outcome<Option<Str>> {
        self.span().text(env)
    }
}

fn span_of(nanoseconds: i64) -> TimeSpan {
    TimeSpan { ticks: nanoseconds / 100 }
}

/// Nanoseconds since the process first asked.
fn timestamp() -> i64 {
    static START: OnceLock<Instant> = OnceLock::new();
    i64::try_from(START.get_or_init(Instant::now).elapsed().as_nanos()).unwrap_or(i64::MAX)
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("IsRunning", "bool", |_, this| Ok(Value::Bool(own(this)?.since.get().is_some()))),
        Property::new("Elapsed", "timespan", |_, this| Ok(Value::native(own(this)?.span()))),
        Property::new("ElapsedMilliseconds", "long", |_, this| {
            Ok(Value::Long(i64::try_from(own(this)?.elapsed().as_millis()).unwrap_or(i64::MAX)))
        }),
        Property::new("ElapsedTicks", "long", |_, this| {
            Ok(Value::Long(i64::try_from(own(this)?.elapsed().as_nanos()).unwrap_or(i64::MAX)))
        }),
    ],
    methods: &[
        Method::new("void Start()", |_, this, _| {
            own(this)?.start();
            Ok(Value::Void)
        }),
        Method::new("void Stop()", |_, this, _| {
            own(this)?.stop();
            Ok(Value::Void)
        }),
        Method::new("void Reset()", |_, this, _| {
            own(this)?.reset();
            Ok(Value::Void)
        }),
        Method::new("void Restart()", |_, this, _| {
            let own = own(this)?;
            own.reset();
            own.start();
            Ok(Value::Void)
        }),
        Method::new("string ToString()", object::to_string),
    ],
    constructors: &[Method::new("System.Diagnostics.Stopwatch new()", |_, _, _| {
        Ok(Value::native(Stopwatch::default()))
    })],
    static_properties: &[
        StaticProperty::new("Frequency", "long", |_| Ok(Value::Long(1_000_000_000))),
        StaticProperty::new("IsHighResolution", "bool", |_| Ok(Value::Bool(true))),
    ],
    static_methods: &[
        Method::new("System.Diagnostics.Stopwatch StartNew()", |_, _, _| {
            let watch = Stopwatch::default();
            watch.start();
            Ok(Value::native(watch))
        }),
        Method::new("timespan GetElapsedTime(long startingTimestamp)", |_, _, arguments| {
            Ok(Value::native(span_of(timestamp().saturating_sub(arguments.long(0)))))
        }),
        Method::new("timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)", |_, _, arguments| {
            Ok(Value::native(span_of(arguments.long(1).saturating_sub(arguments.long(0)))))
        }),
        Method::new("long GetTimestamp()", |_, _, _| Ok(Value::Long(timestamp()))),
    ],
    ..TypeTable::of(&known::STOPWATCH)
};

fn own(this: &Value) -> Outcome<&Stopwatch> {
    receiver::<Stopwatch>(this)
}
