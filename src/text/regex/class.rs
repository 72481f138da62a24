//! Bracketed character classes, with subtraction, and the escapes that stand for a class.

use super::error::Fault;
use super::options::RegexOptions;
use super::scan::{Parse, Scanner};
use super::set::{self, CharSet};
use std::rc::Rc;

impl Scanner<'_> {
    /// The class of `\w`, `\W`, `\d`, `\D`, `\s` or `\S`.
    pub fn shorthand(&self, letter: char) -> Rc<CharSet> {
        let ecma = self.has(RegexOptions::ECMA_SCRIPT);
        let positive = match letter.to_ascii_lowercase() {
            'w' => set::word(ecma),
            'd' => set::digit(ecma),
            _ => set::space(ecma),
        };
        if letter.is_ascii_uppercase() { Rc::new(positive.negate()) } else { positive }
    }

    /// The class of `\p{name}` or `\P{name}`, from the brace on.
    pub fn property(&mut self, letter: char) -> Parse<CharSet> {
        let name = self.property_name()?;
        let set = set::property(&name, self.has(RegexOptions::IGNORE_CASE))
            .ok_or_else(|| self.fault(Fault::UnrecognizedUnicodeProperty(name)))?;
        Ok(if letter == 'P' { set.negate() } else { set })
    }

    /// Reads a class whose `[` is read.
    ///
    /// With `skip`, the first pass over a pattern, the rules about what stands inside are not checked.
    pub fn class(&mut self, skip: bool) -> Parse<CharSet> {
        let mut class = Class::default();
        let mut range_from: Option<char> = None;
        let mut first = true;
        if self.eat('^') {
            class.negated = true;
            if self.has(RegexOptions::ECMA_SCRIPT) && self.peek() == Some(']') {
                first = false;
            }
        }
        loop {
            let Some(mut c) = self.next() else { return Err(self.fault(Fault::UnterminatedBracket)) };
            let opening = std::mem::replace(&mut first, false);
            let mut escaped = false;
            match c {
                ']' if !opening => break,
                '\\' if !self.at_end() => match self.peek() {
                    Some(letter @ ('d' | 'D' | 's' | 'S' | 'w' | 'W')) => {
                        self.pos += 1;
                        if !skip {
                            self.no_range(range_from, letter)?;
                            class.sets.push(self.shorthand(letter));
                        }
                        continue;
                    }
                    Some(letter @ ('p' | 'P')) => {
                        self.pos += 1;
                        if skip {
                            self.property_name()?;
                        } else {
                            self.no_range(range_from, letter)?;
                            class.sets.push(Rc::new(self.property(letter)?));
                        }
                        continue;
                    }
                    Some('-') => {
                        self.pos += 1;
                        if !skip {
                            self.add_range(&mut class, range_from.take().unwrap_or('-'), '-')?;
                        }
                        continue;
                    }
                    _ => {
                        c = self.char_escape()?;
                        escaped = true;
                    }
                },
                '[' if self.peek() == Some(':') && range_from.is_none() => self.skip_posix_end(),
                _ => {}
            }
            if let Some(low) = range_from.take() {
                if skip {
                    continue;
                }
                if c == '[' && !escaped && !opening {
                    class.ranges.push((u32::from(low), u32::from(low)));
                    self.subtraction(&mut class, skip)?;
                } else {
                    self.add_range(&mut class, low, c)?;
                }
            } else if self.peek() == Some('-') && self.peek_at(1).is_some_and(|c| c != ']') {
                range_from = Some(c);
                self.pos += 1;
            } else if c == '-' && !escaped && !opening && self.eat('[') {
                self.subtraction(&mut class, skip)?;
            } else if !skip {
                class.ranges.push((u32::from(c), u32::from(c)));
            }
        }
        Ok(if skip { CharSet::default() } else { class.finish(self.options) })
    }

    fn no_range(&self, range_from: Option<char>, letter: char) -> Parse<()> {
        match range_from {
            Some(_) => Err(self.fault(Fault::ShorthandClassInCharacterRange(letter))),
            None => Ok(()),
        }
    }

    fn add_range(&self, class: &mut Class, low: char, high: char) -> Parse<()> {
        if low > high {
            return Err(self.fault(Fault::ReversedCharacterRange));
        }
        class.ranges.push((u32::from(low), u32::from(high)));
        Ok(())
    }

    fn subtraction(&mut self, class: &mut Class, skip: bool) -> Parse<()> {
        let inner = self.class(skip)?;
        if !skip && self.peek().is_some_and(|c| c != ']') {
            return Err(self.fault(Fault::ExclusionGroupNotLast));
        }
        class.subtracted = Some(inner);
        Ok(())
    }

    /// `[:` directly closed by `:]` is skipped; any other is two characters.
    fn skip_posix_end(&mut self) {
        if self.peek_at(1) == Some(':') && self.peek_at(2) == Some(']') {
            self.pos += 3;
        }
    }
}

#[derive(Default)]
struct Class {
    negated: bool,
    ranges: Vec<(u32, u32)>,
    sets: Vec<Rc<CharSet>>,
    subtracted: Option<CharSet>,
}

impl Class {
    fn finish(mut self, options: RegexOptions) -> CharSet {
        if options.has(RegexOptions::IGNORE_CASE) {
            set::add_case(&mut self.ranges, options.has(RegexOptions::CULTURE_INVARIANT));
        }
        let mut set = CharSet::from_ranges(self.ranges);
        for part in self.sets {
            set = set.union(&part);
        }
        if self.negated {
            set = set.negate();
        }
        match self.subtracted {
            Some(subtracted) => set.subtract(&subtracted),
            None => set,
        }
    }
}
