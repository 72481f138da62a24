//! The custom layout: text in frames of indentation.

use super::record::Part;
use super::wrap::wrap;

/// Deeper frames are left out.
const DEEPEST_FRAME: usize = 50;

/// Writes parts as lines of at most `line` cells.
pub fn custom_lines(parts: &[Part], line: usize, by_word: bool, write: &mut dyn FnMut(&str)) {
    let mut writer = CustomWriter { line, by_word, frames: Vec::new(), buffer: String::new(), write };
    writer.parts(parts, 0);
    writer.flush();
}

struct CustomWriter<'a> {
    line: usize,
    by_word: bool,
    /// First-line, left and right indentation of the frames around.
    frames: Vec<(i32, usize, usize)>,
    buffer: String,
    write: &'a mut dyn FnMut(&str),
}

impl CustomWriter<'_> {
    fn parts(&mut self, parts: &[Part], depth: usize) {
        for part in parts {
            match part {
                Part::Text(text) => self.buffer.push_str(text),
                Part::NewLine => self.flush(),
                Part::Frame { first, left, right, parts } if depth < DEEPEST_FRAME => {
                    self.frames.push((*first, *left, *right));
                    self.parts(parts, depth + 1);
                    self.frames.pop();
                }
                Part::Frame { .. } => {}
            }
        }
    }

    fn flush(&mut self) {
        let left: usize = self.frames.iter().map(|frame| frame.1).sum();
        let right: usize = self.frames.iter().map(|frame| frame.2).sum();
        let room = self.line.saturating_sub(left + right);
        if room == 0 {
            self.buffer.clear();
        }
        let first = self.frames.last().map_or(0, |frame| frame.0);
        let shift = if first.unsigned_abs() as usize >= room { 0 } else { first.unsigned_abs() as usize };
        let (first_room, rest_room, first_pad, rest_pad) = if first >= 0 {
            (room - shift, room, left + shift, left)
        } else {
            (room, room - shift, left, left + shift)
        };
        let text = std::mem::take(&mut self.buffer);
        for (i, line) in wrap(&text, first_room, rest_room, self.by_word).iter().enumerate() {
            let pad = if i == 0 { first_pad } else { rest_pad };
            (self.write)(&format!("{}{line}", " ".repeat(pad)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_indent_what_is_in_them() {
        let parts = [
            Part::Text("class A".into()),
            Part::NewLine,
            Part::Frame { first: 0, left: 2, right: 0, parts: vec![Part::Text("x = 1".into()), Part::NewLine] },
            Part::Text("}".into()),
            Part::NewLine,
        ];
        let mut lines = Vec::new();
        custom_lines(&parts, 79, true, &mut |line| lines.push(line.to_string()));
        assert_eq!(lines, ["class A", "  x = 1", "}", ""]);
    }
}
