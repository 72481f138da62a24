//! `Write-Progress`: says how far a command has come.
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::engine::host::Progress;
use crate::engine::streams::Preference;

cmdlet! {
    /// Displays a progress bar within a PowerShell command window.
    ///
    /// ```powershell
    /// Write-Progress -Activity 'Resetting PINs' -PercentComplete 50
    /// Write-Progress -Activity 'Resetting PINs' -Completed
    /// ```
    pub struct WriteProgress: "Write-Progress";

    /// What is being done.
    param activity: Str, position 0;
    /// How it stands.
    param status: Option<Str>, position 1, not_null_or_empty;
    /// Tells several activities apart.
    param id: i32, position 2, range (0, 2_147_483_647);
    /// How much is done, in percent; -1 where that is not known.
    param percent_complete: Option<i32>, range (-1, 100);
    /// How long it will take, in seconds; -1 where that is not known.
    param seconds_remaining: Option<i32>;
    /// The step that runs now.
    param current_operation: Str;
    /// The activity that this one is a part of.
    param parent_id: Option<i32>, range (-1, 2_147_483_647);
    /// The activity is over.
    param completed: Switch;
    /// Where the report comes from.
    param source_id: i32;
}

impl Cmdlet for WriteProgress {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if self.activity.is_empty() && !*self.completed {
            let fault = faults::argument("MissingActivity", "Missing value for mandatory parameter.", "Activity");
            return Err(cx.stop(fault));
        }
        let own = cx.call.common.borrow().progress_action.as_ref().and_then(Preference::of);
        let preference = own.unwrap_or_else(|| cx.session.preference("ProgressPreference", Preference::Continue));
        if matches!(preference, Preference::SilentlyContinue | Preference::Ignore) {
            return Ok(());
        }
        let report = Progress {
            id: self.id,
            parent: self.parent_id.unwrap_or(-1),
            activity: self.activity.clone(),
            status: self.status.clone().unwrap_or_else(|| Str::from("Processing")),
            operation: self.current_operation.clone(),
            percent: self.percent_complete.unwrap_or(-1),
            seconds_remaining: self.seconds_remaining.unwrap_or(-1),
            completed: *self.completed,
        };
        cx.session.host().progress(&report);
        Ok(())
    }
}
