//! `Start-Transcript`: writes everything that is shown to a file, from now on.

use crate::cmdlets::prelude::*;
use crate::text::date::{DateKind, DateTime, TimeZone};
use std::path::Path;

cmdlet! {
    /// Creates a record of all or part of a session to a text file.
    ///
    /// Command lines in it show no PINs.
    pub struct StartTranscript: "Start-Transcript", module "Microsoft.PowerShell.Host", default_set "ByPath",
        should_process;

    /// The file; otherwise one of a new name in the home folder.
    param path: Str, set "ByPath", position 0;
    /// The file, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "ByLiteralPath", position 0;
    /// A folder for a file of a new name.
    param output_directory: Str, set "ByOutputDirectory", position 0;
    /// Adds to what the file holds already.
    param append: Switch;
    /// Accepted; a file that must not be written is not written.
    param force: Switch;
    /// Leaves a file alone that exists already.
    param no_clobber: Switch, alias "NoOverwrite";
    /// Accepted; each command line stands above its output.
    param include_invocation_header: Switch;
    /// Begins with the time alone.
    param use_minimal_header: Switch;
}

impl Cmdlet for StartTranscript {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let given = if self.path.is_empty() { self.literal_path.clone() } else { self.path.clone() };
        let shown = match given.is_empty() {
            true => Str::from(self.new_name(cx)),
            false => given,
        };
        let full = cx.session.full_path(&shown);
        if *self.no_clobber && !*self.append && Path::new(&*full).exists() {
            let text = format!("File {full} already exists and NoClobber was specified.");
            return Err(cx.stop(failure("NoClobber", ErrorCategory::ResourceExists, text, &shown)));
        }
        if !cx.should_process(&shown, "Start-Transcript")? {
            return Ok(());
        }
        let host = cx.session.host();
        if let Err(message) = host.start_transcript(&full, *self.append, *self.use_minimal_header) {
            let text = format!("Transcription cannot be started due to the error: {message}");
            return Err(cx.stop(failure("CannotStartTranscription", ErrorCategory::InvalidOperation, text, &shown)));
        }
        cx.write(Value::from(format!("Transcript started, output file is {shown}")))
    }
}

impl StartTranscript {
    /// A file name that no other transcript has.
    fn new_name(&self, cx: &mut Cx) -> String {
        let folder = match self.output_directory.is_empty() {
            true => cx.session.environment.get("HOME").cloned().unwrap_or_default(),
            false => self.output_directory.clone(),
        };
        let random = cx.session.random();
        let zone = TimeZone::find(&cx.session.time_zone()).unwrap_or_else(TimeZone::utc);
        let now = DateTime::from_ticks(cx.session.now_ticks(), DateKind::Utc).map(|utc| utc.to_local(&zone));
        let stamp = now.map(|at| {
            let (date, time) = ((at.year(), at.month(), at.day()), (at.hour(), at.minute(), at.second()));
            format!("{:04}{:02}{:02}{:02}{:02}{:02}", date.0, date.1, date.2, time.0, time.1, time.2)
        });
        format!("{folder}/PowerShell_transcript.{random:016x}.{}.txt", stamp.unwrap_or_default())
    }
}

fn failure(id: &str, category: ErrorCategory, text: String, path: &Str) -> Fault {
    Fault::new(id, category, text).target(Value::Str(path.clone()))
}
