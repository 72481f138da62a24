//! Reading a line that is typed in answer to a question, shown as it is or as asterisks.
//!
//! The line editor of the prompt is not asked: there can be only one of it in a process, and secrets have no place in
//! its buffers.

use rustix::termios::{self, LocalModes, OptionalActions, SpecialCodeIndex, Termios};
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use unicode_width::UnicodeWidthChar;
use zeroize::Zeroizing;

const CTRL_C: u8 = 3;
const CTRL_D: u8 = 4;
const CTRL_U: u8 = 21;
const BACKSPACE: u8 = 8;
const ESCAPE: u8 = 27;
const DELETE: u8 = 127;

/// What is shown of each character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Echo {
    Plain,
    Stars,
}

/// The terminal while it repeats nothing; it goes back to what it was when this is dropped.
struct Quiet(Termios);

impl Quiet {
    fn begin() -> Option<Quiet> {
        let before = termios::tcgetattr(std::io::stdin()).ok()?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        quiet.special_codes[SpecialCodeIndex::VMIN] = 1;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        termios::tcsetattr(std::io::stdin(), OptionalActions::Drain, &quiet).ok()?;
        Some(Quiet(before))
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        // Nothing better can be done where the terminal is gone.
        let _gone = termios::tcsetattr(std::io::stdin(), OptionalActions::Drain, &self.0);
    }
}

/// A line that is typed in; `None` where input ends or Ctrl-C is pressed, which sets the flag.
pub fn read(prompt: &str, echo: Echo, interrupted: &AtomicBool) -> Option<String> {
    show(prompt);
    let quiet = Quiet::begin()?;
    let typed = typed(echo, interrupted, &mut std::io::stdin().lock());
    drop(quiet);
    show("\n");
    typed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn typed(echo: Echo, interrupted: &AtomicBool, keys: &mut dyn Read) -> Option<Zeroizing<Vec<u8>>> {
    // Room for any secret, so that growing leaves no copies behind.
    let mut text = Zeroizing::new(Vec::with_capacity(1024));
    loop {
        match key(keys)? {
            b'\n' | b'\r' => return Some(text),
            CTRL_C => {
                interrupted.store(true, Ordering::Relaxed);
                return None;
            }
            CTRL_D if text.is_empty() => return None,
            CTRL_U => while take_back(&mut text, echo) {},
            BACKSPACE | DELETE => {
                take_back(&mut text, echo);
            }
            ESCAPE => skip_sequence(keys)?,
            control if control < b' ' => {}
            byte => {
                text.push(byte);
                let begins_character = byte & 0xc0 != 0x80;
                match echo {
                    Echo::Plain => show_bytes(&[byte]),
                    Echo::Stars if begins_character => show("*"),
                    Echo::Stars => {}
                }
            }
        }
    }
}

fn key(keys: &mut dyn Read) -> Option<u8> {
    let mut key = [0];
    keys.read_exact(&mut key).ok()?;
    Some(key[0])
}

/// Skips what an arrow or a function key sends.
fn skip_sequence(keys: &mut dyn Read) -> Option<()> {
    if !matches!(key(keys)?, b'[' | b'O') {
        return Some(());
    }
    while !matches!(key(keys)?, 0x40..=0x7e) {}
    Some(())
}

/// Takes the last character away, from the screen too; whether there was one.
fn take_back(text: &mut Vec<u8>, echo: Echo) -> bool {
    let start = text.iter().rposition(|byte| byte & 0xc0 != 0x80);
    let Some(start) = start else { return false };
    let shown = text.get(start..).and_then(|bytes| std::str::from_utf8(bytes).ok()).and_then(|c| c.chars().next());
    let width = match (echo, shown) {
        (Echo::Plain, Some(c)) => c.width().unwrap_or(0),
        _ => 1,
    };
    text.truncate(start);
    show(&"\x08 \x08".repeat(width));
    true
}

fn show(text: &str) {
    show_bytes(text.as_bytes());
}

fn show_bytes(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    // A terminal that is gone shows nothing, and the next read says so.
    let _gone = out.write_all(bytes).and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_in(keys: &[u8]) -> Option<Vec<u8>> {
        typed(Echo::Stars, &AtomicBool::new(false), &mut &*keys).map(|text| text.to_vec())
    }

    #[test]
    fn keys_edit_what_is_typed() {
        assert_eq!(type_in(b"12\x7f34\n").as_deref(), Some(&b"134"[..]));
        assert_eq!(type_in("é\x7f9\r".as_bytes()).as_deref(), Some(&b"9"[..]));
        assert_eq!(type_in(b"12\x1534\n").as_deref(), Some(&b"34"[..]));
        assert_eq!(type_in(b"1\x1b[D2\n").as_deref(), Some(&b"12"[..]));
    }

    #[test]
    fn ctrl_c_gives_nothing() {
        let flag = AtomicBool::new(false);
        assert!(typed(Echo::Stars, &flag, &mut &b"12\x03"[..]).is_none());
        assert!(flag.load(Ordering::Relaxed));
    }
}
