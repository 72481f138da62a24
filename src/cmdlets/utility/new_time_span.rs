//! `New-TimeSpan`: a length of time.
use crate::cmdlets::prelude::*;
use crate::text::date::{DateTime, TimeSpan};
use crate::types::{known, time};

cmdlet! {
    /// Creates a TimeSpan object.
    ///
    /// ```powershell
    /// (New-TimeSpan -Days 1 -Hours 12).TotalHours
    /// # 36
    /// ```
    pub struct NewTimeSpan: "New-TimeSpan", default_set "Date", output "System.TimeSpan";

    /// Where the time starts; now where it is left out.
    param start: Value, alias "LastWriteTime", ty &known::DATE_TIME, set "Date", position 0, pipeline, by_name;
    /// Where it ends; now where it is left out.
    param end: Value, ty &known::DATE_TIME, set "Date", position 1, by_name;
    /// Days.
    param days: i32, set "Time";
    /// Hours.
    param hours: i32, set "Time";
    /// Minutes.
    param minutes: i32, set "Time";
    /// Seconds.
    param seconds: i32, set "Time";
    /// Milliseconds.
    param milliseconds: i32, set "Time";
}

impl Cmdlet for NewTimeSpan {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let ticks = if cx.parameter_set() == "Date" {
            let zone = time::local_zone(cx.session);
            let now = time::now(cx.session).to_local(&zone);
            let given = |value: &Value| value.downcast::<DateTime>().copied().unwrap_or(now);
            given(&self.end).ticks - given(&self.start).ticks
        } else {
            let seconds = i64::from(self.days) * 86_400
                + i64::from(self.hours) * 3600
                + i64::from(self.minutes) * 60
                + i64::from(self.seconds);
            seconds.saturating_mul(10_000_000).saturating_add(i64::from(self.milliseconds) * 10_000)
        };
        cx.write(Value::native(TimeSpan::from_ticks(ticks)))
    }
}
