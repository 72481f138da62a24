//! Reading a secret at the terminal: each character shows as an asterisk.

use rustix::termios::{self, LocalModes, OptionalActions, SpecialCodeIndex, Termios};
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use zeroize::Zeroizing;

const CTRL_C: u8 = 3;
const CTRL_D: u8 = 4;
const CTRL_U: u8 = 21;
const BACKSPACE: u8 = 8;
const DELETE: u8 = 127;

/// The terminal while it repeats nothing; it goes back to what it was when this is dropped.
struct Quiet(Termios);

impl Quiet {
    fn begin() -> Option<Quiet> {
        let before = termios::tcgetattr(std::io::stdin()).ok()?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        quiet.special_codes[SpecialCodeIndex::VMIN] = 1;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        termios::tcsetattr(std::io::stdin(), OptionalActions::Flush, &quiet).ok()?;
        Some(Quiet(before))
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        // Nothing better can be done where the terminal is gone.
        let _gone = termios::tcsetattr(std::io::stdin(), OptionalActions::Flush, &self.0);
    }
}

/// A secret that is typed in; `None` where input ends or Ctrl-C is pressed, which sets the flag.
pub fn read(prompt: &str, interrupted: &AtomicBool) -> Option<String> {
    show(prompt);
    let quiet = Quiet::begin()?;
    let typed = typed(interrupted, &mut std::io::stdin().lock());
    drop(quiet);
    show("\n");
    typed.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn typed(interrupted: &AtomicBool, keys: &mut dyn Read) -> Option<Zeroizing<Vec<u8>>> {
    // Room for any secret, so that growing leaves no copies behind.
    let mut text = Zeroizing::new(Vec::with_capacity(1024));
    let mut key = [0];
    loop {
        if keys.read_exact(&mut key).is_err() {
            return None;
        }
        match key[0] {
            b'\n' | b'\r' => return Some(text),
            CTRL_C => {
                interrupted.store(true, Ordering::Relaxed);
                return None;
            }
            CTRL_D if text.is_empty() => return None,
            CTRL_U => {
                while drop_character(&mut text) {
                    show("\x08 \x08");
                }
            }
            BACKSPACE | DELETE => {
                if drop_character(&mut text) {
                    show("\x08 \x08");
                }
            }
            control if control < b' ' => {}
            byte => {
                text.push(byte);
                let begins_character = byte & 0xc0 != 0x80;
                if begins_character {
                    show("*");
                }
            }
        }
    }
}

/// Takes the last character away; whether there was one.
fn drop_character(text: &mut Vec<u8>) -> bool {
    while let Some(byte) = text.pop() {
        if byte & 0xc0 != 0x80 {
            return true;
        }
    }
    false
}

fn show(text: &str) {
    let mut out = std::io::stdout().lock();
    // A terminal that is gone shows nothing, and the next read says so.
    let _gone = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_in(keys: &[u8]) -> Option<Vec<u8>> {
        typed(&AtomicBool::new(false), &mut &*keys).map(|text| text.to_vec())
    }

    #[test]
    fn keys_edit_what_is_typed() {
        assert_eq!(type_in(b"12\x7f34\n").as_deref(), Some(&b"134"[..]));
        assert_eq!(type_in("é\x7f9\r".as_bytes()).as_deref(), Some(&b"9"[..]));
        assert_eq!(type_in(b"12\x1534\n").as_deref(), Some(&b"34"[..]));
    }

    #[test]
    fn ctrl_c_gives_nothing() {
        let flag = AtomicBool::new(false);
        assert!(typed(&flag, &mut &b"12\x03"[..]).is_none());
        assert!(flag.load(Ordering::Relaxed));
    }
}
