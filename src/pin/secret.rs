//! A PIN in clear, for as short a time as it must exist.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

/// A PIN as it was entered or generated: any text until the rules have seen it. Its memory is wiped when it is dropped
/// and no formatting shows it.
#[derive(Clone)]
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// Takes the text over; the caller should keep no copy.
    pub fn new(text: impl Into<String>) -> Self {
        Pin(Zeroizing::new(text.into()))
    }

    /// A PIN of these digits, each 0 to 9; the input is wiped.
    pub(crate) fn from_digits(mut digits: Vec<u8>) -> Self {
        // Built with its full capacity, so that growing leaves no copy behind.
        let mut text = String::with_capacity(digits.len());
        text.extend(digits.iter().map(|d| char::from(b'0' + d % 10)));
        digits.zeroize();
        Pin(Zeroizing::new(text))
    }

    /// The text in clear, for the one who is to be shown it once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The number of characters.
    pub fn length(&self) -> usize {
        self.0.chars().count()
    }

    /// The digits as numbers; characters that are none are left out.
    pub(crate) fn digits(&self) -> Zeroizing<Vec<u8>> {
        let mut digits = Zeroizing::new(Vec::with_capacity(self.0.len()));
        digits.extend(self.0.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0'));
        digits
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_never_shows_it() {
        assert_eq!(format!("{:?}", Some(Pin::new("918273"))), "Some(Pin(***))");
    }

    #[test]
    fn digits_keep_leading_zeros() {
        assert_eq!(*Pin::new("0712").digits(), [0, 7, 1, 2]);
        assert_eq!(Pin::from_digits(vec![0, 7, 1, 2]).reveal(), "0712");
    }
}
