//! `Start-Sleep`: waits.
use crate::cmdlets::prelude::*;
use crate::text::date::TimeSpan;
use crate::types::known;

cmdlet! {
    /// Suspends the activity in a script or session for the specified period of time.
    ///
    /// ```powershell
    /// Start-Sleep -Milliseconds 1
    /// ```
    pub struct StartSleep: "Start-Sleep", default_set "Seconds";

    /// How long, in seconds.
    param seconds: f64, range (0, 2_147_483), set "Seconds", mandatory, position 0, pipeline, by_name;
    /// How long, in milliseconds.
    param milliseconds: i32, alias "ms", range (0, 2_147_483_647), set "Milliseconds", mandatory, by_name;
    /// How long, as a length of time.
    param duration: Value, alias "ts", ty &known::TIME_SPAN, set "FromTimeSpan", mandatory, position 0, pipeline,
        by_name;
}

/// How long one wait lasts before Ctrl-C is looked for, in milliseconds.
const SLICE: u64 = 100;

impl Cmdlet for StartSleep {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let milliseconds = match &*cx.parameter_set() {
            "Seconds" => self.seconds * 1000.0,
            "Milliseconds" => f64::from(self.milliseconds),
            _ => self.duration.downcast::<TimeSpan>().map_or(0.0, |span| span.total(10_000)),
        };
        let mut left = milliseconds.max(0.0) as u64;
        let host = cx.session.host();
        while left > 0 {
            let slice = left.min(SLICE);
            host.sleep(slice);
            cx.session.check_interrupt()?;
            left -= slice;
        }
        Ok(())
    }
}
