//! The line that shows how far a command is.

use super::cells::{ELLIPSIS, RESET, cells, char_cells, head};

/// Wider lines are no more telling.
const WIDEST: usize = 120;
/// The blank before the bar, its brackets and the blank behind.
const AROUND_BAR: usize = 4;
const COLOUR: &str = "\x1b[33;1m";
const REVERSE: &str = "\x1b[7m";
const REVERSE_OFF: &str = "\x1b[27m";

/// What a report of progress says.
pub struct ProgressBar<'a> {
    pub activity: &'a str,
    pub status: &'a str,
    /// 0 to 100; negative where it is not known.
    pub percent: i32,
    /// Negative where they are not known.
    pub seconds_remaining: i32,
    /// How far an activity within another one is indented.
    pub indent: usize,
}

impl ProgressBar<'_> {
    /// The line for a window of `width` columns: `Activity [status      12s]`, the done part of the bar reversed.
    pub fn line(&self, width: usize) -> String {
        let width = width.min(WIDEST);
        let activity = if cells(self.activity) > width / 2 {
            head(self.activity, (width / 2).saturating_sub(1), ELLIPSIS)
        } else {
            self.activity.to_string()
        };
        let room = width.saturating_sub(cells(&activity) + self.indent + AROUND_BAR);
        let seconds = if self.seconds_remaining >= 0 { format!("{}s", self.seconds_remaining) } else { String::new() };
        let status_room = room.saturating_sub(seconds.len() + 1);
        let status = if cells(self.status) > status_room {
            head(self.status, status_room.saturating_sub(1), ELLIPSIS)
        } else {
            self.status.to_string()
        };
        let gap = room.saturating_sub(cells(&status) + seconds.len() + 1);
        let bar = self.reversed(&format!("{status}{}{seconds}", " ".repeat(gap)), room);
        format!("{}{COLOUR}{activity} [{bar}]{RESET}", " ".repeat(self.indent))
    }

    /// The bar with its done part reversed; all of it where nothing is known or all is done.
    fn reversed(&self, bar: &str, room: usize) -> String {
        let done = match usize::try_from(self.percent) {
            Ok(percent @ 0..100) if room > 0 => (percent * room / 100).min(room - 1),
            _ => return format!("{REVERSE}{bar}{REVERSE_OFF}"),
        };
        let mut filled = 0;
        let mut at = bar.len();
        for (i, c) in bar.char_indices() {
            if filled >= done {
                at = i;
                break;
            }
            filled += char_cells(c);
        }
        let (before, after) = bar.split_at_checked(at).unwrap_or((bar, ""));
        format!("{REVERSE}{before}{REVERSE_OFF}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_done_part_is_reversed() {
        let bar = ProgressBar { activity: "Copy", status: "half", percent: 50, seconds_remaining: 9, indent: 0 };
        assert_eq!(bar.line(28), "\x1b[33;1mCopy [\x1b[7mhalf      \x1b[27m       9s]\x1b[0m");
    }
}
