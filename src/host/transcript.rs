//! Transcripts: everything that the terminal shows, written to a file.

use super::surroundings::Surroundings;
use crate::format::cells;
use crate::text::Str;
use crate::text::date::{DateKind, DateTime, TimeZone};
use std::fs::File;
use std::io::Write;

const RULE: &str = "**********************";

/// What the header of a transcript says.
pub struct Facts<'a> {
    pub surroundings: &'a Surroundings,
    pub command_line: &'a str,
    /// The moment now, in ticks, UTC.
    pub now: i64,
    /// Leaves out everything but the time.
    pub is_minimal: bool,
}

/// A transcript that is being written.
pub struct Transcript {
    path: Str,
    file: File,
    /// A line that has no end yet.
    unfinished: String,
}

impl Transcript {
    /// Opens the file and writes the header.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn start(path: &str, append: bool, facts: &Facts) -> Result<Transcript, String> {
        let opened = match append {
            true => File::options().append(true).create(true).open(path),
            false => File::create(path),
        };
        let file = opened.map_err(|fault| fault.to_string())?;
        let mut transcript = Transcript { path: Str::from(path), file, unfinished: String::new() };
        transcript.put(&facts.header()).map_err(|fault| fault.to_string())?;
        Ok(transcript)
    }

    /// Takes text as it was printed.
    pub fn text(&mut self, text: &str, newline: bool) {
        self.unfinished.push_str(&cells::strip(text));
        if newline {
            let line = std::mem::take(&mut self.unfinished);
            self.line(&line);
        }
    }

    /// Takes a whole line.
    pub fn line(&mut self, line: &str) {
        // A full disk must not stop the command whose output is written down.
        let _lost = self.put(&format!("{}\n", line.trim_end()));
    }

    /// Writes the footer; the path of the file.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn end(mut self, now: i64, surroundings: &Surroundings) -> Result<Str, String> {
        if !self.unfinished.is_empty() {
            self.text("", true);
        }
        let footer = format!("{RULE}\nPowerShell transcript end\nEnd time: {}\n{RULE}\n", stamp(now, surroundings));
        self.put(&footer).map_err(|fault| fault.to_string())?;
        Ok(self.path)
    }

    fn put(&mut self, text: &str) -> std::io::Result<()> {
        self.file.write_all(text.as_bytes())
    }
}

impl Facts<'_> {
    fn header(&self) -> String {
        let start =
            format!("{RULE}\nPowerShell transcript start\nStart time: {}\n", stamp(self.now, self.surroundings));
        if self.is_minimal {
            return format!("{start}{RULE}\n");
        }
        let machine = machine_name();
        let user = self.surroundings.variable("USER").or(self.surroundings.variable("LOGNAME")).unwrap_or("");
        let release = read_word("/proc/sys/kernel/osrelease");
        format!(
            "{start}Username: {machine}\\{user}\nRunAs User: {machine}\\{user}\nConfiguration Name: \n\
             Machine: {machine} (Unix {release})\nHost Application: {}\nProcess ID: {}\nPSVersion: 7.6.0\n\
             PSEdition: Core\nGitCommitId: {}\nOS: {}\nPlatform: Unix\n{RULE}\n",
            self.command_line,
            std::process::id(),
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
        )
    }
}

/// A moment in local time, as in `20240131235959`.
fn stamp(ticks: i64, surroundings: &Surroundings) -> String {
    let zone = TimeZone::local(surroundings.variable("TZ"));
    let Ok(utc) = DateTime::from_ticks(ticks, DateKind::Utc) else { return String::new() };
    let local = utc.to_local(&zone);
    format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}",
        local.year(),
        local.month(),
        local.day(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

fn machine_name() -> String {
    read_word("/proc/sys/kernel/hostname")
}

fn read_word(path: &str) -> String {
    std::fs::read_to_string(path).map(|text| text.trim().to_string()).unwrap_or_default()
}
