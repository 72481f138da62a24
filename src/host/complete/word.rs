//! The word before the cursor.

/// What ends a word outside of quotes.
const BREAKS: [char; 12] = [';', '|', '&', '(', ')', '{', '}', ',', '=', '<', '>', '@'];

/// The last word of a text.
#[derive(Debug, PartialEq)]
pub struct Word<'t> {
    /// Where it starts, behind its quote.
    pub start: usize,
    pub text: &'t str,
    /// The quote that is still open.
    pub quote: Option<char>,
}

impl<'t> Word<'t> {
    pub fn last_of(text: &'t str) -> Word<'t> {
        let mut start = 0;
        let mut quote = None;
        let mut outside = 0;
        let mut escaped = false;
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            if std::mem::take(&mut escaped) {
                continue;
            }
            match (quote, c) {
                (None, '\'' | '"') => {
                    quote = Some(c);
                    outside = start;
                    start = next;
                }
                (Some(open), _) if c == open => {
                    quote = None;
                    start = outside;
                }
                (Some('\''), _) => {}
                (_, '`') => escaped = true,
                (None, _) if c.is_whitespace() || BREAKS.contains(&c) => start = next,
                _ => {}
            }
        }
        Word { start, text: text.get(start..).unwrap_or_default(), quote }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_blanks_and_operators_outside_of_quotes() {
        assert_eq!(Word::last_of("Get-Item a;b"), Word { start: 11, text: "b", quote: None });
        assert_eq!(Word::last_of("Get-Item 'a b").text, "a b");
        assert_eq!(Word::last_of("Get-Item 'a b'.Len").text, "'a b'.Len");
        assert_eq!(Word::last_of("\"x `\" y").quote, Some('"'));
    }
}
