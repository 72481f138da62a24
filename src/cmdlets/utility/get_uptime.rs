//! `Get-Uptime`: how long the machine has been running.
use crate::cmdlets::prelude::*;
use crate::text::date::TimeSpan;
use crate::types::time;

cmdlet! {
    /// Gets the time since last boot.
    ///
    /// ```powershell
    /// (Get-Uptime).GetType().Name
    /// # TimeSpan
    /// ```
    pub struct GetUptime: "Get-Uptime", default_set "Timespan", output "System.TimeSpan", output "System.DateTime";

    /// Gives the moment of the start.
    param since: Switch, set "Since";
}

impl Cmdlet for GetUptime {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let text = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
        let seconds = text.split('.').next().and_then(|whole| whole.parse::<i64>().ok()).unwrap_or(0);
        let ticks = seconds * 10_000_000;
        if !*self.since {
            return cx.write(Value::native(TimeSpan::from_ticks(ticks)));
        }
        let zone = time::local_zone(cx.session);
        let now = time::now(cx.session).to_local(&zone);
        cx.write(Value::native(crate::types::fault::lift(now.add_ticks(-ticks))?))
    }
}
