//! Breaking text into lines: at line ends, and between words where a line is too long.

use super::cells::{Piece, RESET, cells, char_cells, pieces};

/// The lines of a text; a colour that is on at a line's end is ended there and begun again on the next line.
pub fn split_lines(text: &str) -> Vec<String> {
    if !text.contains('\n') {
        return vec![text.replace('\r', "")];
    }
    if !text.contains('\x1b') {
        return text.split('\n').map(|line| line.replace('\r', "")).collect();
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut active = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Sequence(sequence) => {
                line.push_str(sequence);
                track(&mut active, sequence);
            }
            Piece::Char('\n') => {
                end_colour(&mut line, &active);
                lines.push(std::mem::replace(&mut line, active.clone()));
            }
            Piece::Char('\r') => {}
            Piece::Char(c) => line.push(c),
        }
    }
    finish_colour(&mut line, &active);
    lines.push(line);
    lines
}

/// Remembers the sequences that are in force.
fn track(active: &mut String, sequence: &str) {
    if sequence == RESET {
        active.clear();
    } else {
        active.push_str(sequence);
    }
}

fn end_colour(line: &mut String, active: &str) {
    if !active.is_empty() && !line.ends_with(RESET) {
        line.push_str(RESET);
    }
}

/// Ends the colour of the last part, which is dropped when it holds sequences only.
fn finish_colour(line: &mut String, active: &str) {
    if active.is_empty() {
        return;
    }
    if line.len() == active.len() {
        line.clear();
    } else {
        end_colour(line, active);
    }
}

/// Breaks a text into lines of at most `first` cells, then `following` cells.
///
/// By word, a break falls behind a blank, a tab or a soft hyphen where it can; otherwise exactly at the width.
pub fn wrap(text: &str, first: usize, following: usize, by_word: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if text.is_empty() {
        lines.push(String::new());
        return lines;
    }
    for line in split_lines(text) {
        if cells(&line) <= first {
            lines.push(line);
        } else if by_word {
            Wrapper::new(&mut lines, first, following).line(&line);
        } else {
            break_at_width(&mut lines, &line, first, following);
        }
    }
    lines
}

fn break_at_width(lines: &mut Vec<String>, line: &str, first: usize, following: usize) {
    let mut width = first;
    let mut left = width;
    let mut current = String::new();
    for piece in pieces(line) {
        let c = match piece {
            Piece::Sequence(sequence) => {
                current.push_str(sequence);
                continue;
            }
            Piece::Char(c) => c,
        };
        let (c, size) = if char_cells(c) > width { ('?', 1) } else { (c, char_cells(c)) };
        if size > left {
            lines.push(std::mem::take(&mut current));
            width = following.max(1);
            left = width;
        }
        current.push(c);
        left = left.saturating_sub(size);
    }
    lines.push(current);
}

/// A word with what ends it.
struct Word {
    text: String,
    delimiter: Option<char>,
    reset_added: bool,
}

fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut text = String::new();
    let mut active = String::new();
    for piece in pieces(line) {
        match piece {
            Piece::Sequence(sequence) => {
                text.push_str(sequence);
                track(&mut active, sequence);
            }
            Piece::Char(c @ (' ' | '\t' | '\u{ad}' | '\u{2011}' | '\u{a0}')) => {
                let reset_added = !active.is_empty() && !text.ends_with(RESET);
                if reset_added {
                    text.push_str(RESET);
                }
                // The hyphen and the space that do not break end a word all the same, and vanish.
                let delimiter = (!matches!(c, '\u{2011}' | '\u{a0}')).then_some(c);
                words.push(Word { text: std::mem::replace(&mut text, active.clone()), delimiter, reset_added });
            }
            Piece::Char(c) => text.push(c),
        }
    }
    finish_colour(&mut text, &active);
    words.push(Word { text, delimiter: None, reset_added: false });
    words
}

struct Wrapper<'a> {
    lines: &'a mut Vec<String>,
    current: String,
    /// The width of the line that is being filled.
    width: usize,
    left: usize,
    following: usize,
}

impl<'a> Wrapper<'a> {
    fn new(lines: &'a mut Vec<String>, first: usize, following: usize) -> Wrapper<'a> {
        Wrapper { lines, current: String::new(), width: first, left: first, following }
    }

    fn line(mut self, line: &str) {
        for word in words(line) {
            let text = self.with_delimiter(word);
            if self.width == 0 {
                self.width = self.following;
                self.left = self.width;
            }
            if self.width == 0 {
                break;
            }
            let size = cells(&text);
            if size > self.width {
                self.long_word(&text);
            } else if size > self.left {
                self.next_line(&text, size);
            } else {
                self.current.push_str(&text);
                self.left -= size;
            }
        }
        self.lines.push(self.current);
    }

    fn with_delimiter(&self, word: Word) -> String {
        let suffix = match word.delimiter {
            Some('\u{ad}') if cells(&word.text) + 1 == self.left => "-".to_string(),
            Some('\u{ad}') | None => return word.text,
            Some(c) => c.to_string(),
        };
        let mut text = word.text;
        let at = if word.reset_added { text.len() - RESET.len() } else { text.len() };
        text.insert_str(at, &suffix);
        text
    }

    fn next_line(&mut self, start: &str, size: usize) {
        self.lines.push(std::mem::replace(&mut self.current, start.to_string()));
        self.width = self.following;
        self.left = self.width.saturating_sub(size);
    }

    fn long_word(&mut self, text: &str) {
        let mut active = String::new();
        for piece in pieces(text) {
            let c = match piece {
                Piece::Sequence(sequence) => {
                    self.current.push_str(sequence);
                    active.push_str(sequence);
                    continue;
                }
                Piece::Char(c) => c,
            };
            let (c, size) = if char_cells(c) > self.width { ('?', 1) } else { (c, char_cells(c)) };
            if size > self.left {
                end_colour(&mut self.current, &active);
                self.next_line(&active, size);
                self.current.push(c);
            } else {
                self.current.push(c);
                self.left -= size;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_behind_blanks() {
        assert_eq!(wrap("the quick brown fox", 10, 10, true), ["the quick ", "brown fox"]);
    }

    #[test]
    fn a_long_word_fills_the_line_before_it_breaks() {
        assert_eq!(wrap("ab cdefghijkl", 5, 5, true), ["ab cd", "efghi", "jkl"]);
        assert_eq!(wrap("ab cd", 3, 3, false), ["ab ", "cd"]);
    }

    #[test]
    fn colours_end_and_begin_again_at_line_ends() {
        assert_eq!(split_lines("\x1b[31ma\nb"), ["\x1b[31ma\x1b[0m", "\x1b[31mb\x1b[0m"]);
    }
}
