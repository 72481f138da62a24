//! The words of `-Filter`: names, operators, parentheses and values with variables in them, nothing that executes.

use super::{FilterFault, FilterValue};

/// Finds what a variable's path stands for, `u.Sam` or `script:pool`; `None` when it cannot be read.
pub type Lookup<'a> = dyn FnMut(&str) -> Option<FilterValue> + 'a;

/// A word of a filter and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) offset: usize,
    pub(super) word: Word,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Word {
    Open,
    Close,
    /// `!`
    Not,
    /// A word after a dash, folded: `eq`.
    Operator(String),
    /// A word without quotes: a property's name, or a value.
    Bare(String),
    /// A value that cannot be a name.
    Value(FilterValue),
}

/// Splits a filter into its words, with variables replaced by their values.
pub(super) fn tokens(text: &str, lookup: &mut Lookup<'_>) -> Result<Vec<Token>, FilterFault> {
    let mut lexer = Lexer { text, at: 0, lookup };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next()? {
        tokens.push(token);
    }
    Ok(tokens)
}

struct Lexer<'a, 'b> {
    text: &'a str,
    at: usize,
    lookup: &'a mut Lookup<'b>,
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}')
}

const fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}'..='\u{201B}')
}

const fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}'..='\u{201E}')
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

const NOTHING_RUNS: &str = "A filter holds conditions only; compute the value before and use a variable.";

impl Lexer<'_, '_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn second(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().nth(1)
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.peek().filter(|c| fits(*c)) {
            taken.push(c);
            self.bump();
        }
        taken
    }

    fn next(&mut self) -> Result<Option<Token>, FilterFault> {
        self.take_while(char::is_whitespace);
        let offset = self.at;
        let Some(c) = self.peek() else { return Ok(None) };
        let word = match c {
            '(' => self.single(Word::Open),
            ')' => self.single(Word::Close),
            '!' => self.single(Word::Not),
            '$' => Word::Value(self.dollar()?),
            c if is_single_quote(c) => Word::Value(FilterValue::Text(self.single_quoted()?)),
            c if is_double_quote(c) => Word::Value(FilterValue::Text(self.double_quoted()?)),
            c if is_dash(c) && self.second().is_some_and(char::is_alphabetic) => {
                self.bump();
                Word::Operator(self.take_while(char::is_alphabetic).to_lowercase())
            }
            '{' | '}' | '|' | ';' | '&' | '`' | '[' | ']' | '@' | '<' | '>' | '=' | '#' => {
                return Err(
                    FilterFault::new(offset, format!("\"{c}\" does not belong in a filter.")).hinting(NOTHING_RUNS)
                );
            }
            _ => self.bare()?,
        };
        Ok(Some(Token { offset, word }))
    }

    fn single(&mut self, word: Word) -> Word {
        self.bump();
        word
    }

    fn bare(&mut self) -> Result<Word, FilterFault> {
        let start = self.at;
        let mut word = String::new();
        let mut only_literal = true;
        while let Some(c) = self.peek().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')) {
            match c {
                '$' if self.second().is_some_and(|c| is_name(c) || matches!(c, '{' | '(')) => {
                    only_literal = false;
                    word.push_str(&self.variable(false)?.to_string());
                }
                '|' | ';' | '`' | '&' => {
                    return Err(FilterFault::new(self.at, format!("\"{c}\" does not belong in a filter."))
                        .hinting(NOTHING_RUNS));
                }
                c => {
                    word.push(c);
                    self.bump();
                }
            }
        }
        if self.peek() == Some('(') && !word.is_empty() {
            return Err(FilterFault::new(start, format!("\"{word}(\" is a call.")).hinting(NOTHING_RUNS));
        }
        let number = word.parse().ok().filter(|number: &i64| number.to_string() == word);
        Ok(match number {
            Some(number) if only_literal => Word::Value(FilterValue::Number(number)),
            _ if only_literal => Word::Bare(word),
            _ => Word::Value(FilterValue::Text(word)),
        })
    }

    fn single_quoted(&mut self) -> Result<String, FilterFault> {
        let start = self.at;
        self.bump();
        let mut value = String::new();
        loop {
            match self.bump() {
                None => return Err(FilterFault::new(start, "the string has no closing quote.")),
                Some(c) if is_single_quote(c) => {
                    if !self.peek().is_some_and(is_single_quote) {
                        return Ok(value);
                    }
                    self.bump();
                    value.push(c);
                }
                Some(c) => value.push(c),
            }
        }
    }

    fn double_quoted(&mut self) -> Result<String, FilterFault> {
        let start = self.at;
        self.bump();
        let mut value = String::new();
        loop {
            match self.peek() {
                None => return Err(FilterFault::new(start, "the string has no closing quote.")),
                Some(c) if is_double_quote(c) => {
                    self.bump();
                    if !self.peek().is_some_and(is_double_quote) {
                        return Ok(value);
                    }
                    self.bump();
                    value.push(c);
                }
                Some('`') => {
                    self.bump();
                    value.extend(self.bump());
                }
                Some('$') if self.second().is_some_and(|c| is_name(c) || matches!(c, '{' | '(')) => {
                    value.push_str(&self.variable(false)?.to_string());
                }
                Some(c) => {
                    value.push(c);
                    self.bump();
                }
            }
        }
    }

    fn dollar(&mut self) -> Result<FilterValue, FilterFault> {
        let rest = self.text.get(self.at + 1..).unwrap_or_default();
        let name: String = rest.chars().take_while(|c| is_name(*c)).collect();
        if name == "_" {
            return Err(FilterFault::new(self.at, "a filter does not run per object, so that there is no $_.")
                .hinting("Write the property's name alone: Enabled -eq $true."));
        }
        self.variable(true)
    }

    /// A variable: `$x`, `${x}`, `$scope:x`, with members when `members`; in strings also `$($x.y)`.
    fn variable(&mut self, members: bool) -> Result<FilterValue, FilterFault> {
        let start = self.at;
        self.bump();
        let fault = |what: &str| FilterFault::new(start, what);
        let mut path;
        match self.peek() {
            Some('(') => {
                self.bump();
                self.take_while(char::is_whitespace);
                if self.peek() != Some('$') {
                    return Err(fault("$( ) may hold only a variable here.").hinting(NOTHING_RUNS));
                }
                let value = self.variable(true)?;
                self.take_while(char::is_whitespace);
                return match self.bump() {
                    Some(')') => Ok(value),
                    _ => Err(fault("$( ) may hold only a variable here.").hinting(NOTHING_RUNS)),
                };
            }
            Some('{') => {
                self.bump();
                path = self.take_while(|c| c != '}');
                if self.bump().is_none() {
                    return Err(fault("the variable's name has no closing brace."));
                }
            }
            _ => {
                path = self.take_while(is_name);
                if self.peek() == Some(':') && self.second().is_some_and(is_name) {
                    self.bump();
                    path = format!("{path}:{}", self.take_while(is_name));
                }
            }
        }
        if path.is_empty() {
            return Err(fault("a variable's name is missing after \"$\"."));
        }
        while members && self.peek() == Some('.') && self.second().is_some_and(is_name) {
            self.bump();
            path = format!("{path}.{}", self.take_while(is_name));
        }
        if members && matches!(self.peek(), Some('(' | '[' | '.')) {
            return Err(fault("only a variable and its members can be read here.").hinting(NOTHING_RUNS));
        }
        match path.to_ascii_lowercase().as_str() {
            "null" => Ok(FilterValue::Null),
            "true" => Ok(FilterValue::Flag(true)),
            "false" => Ok(FilterValue::Flag(false)),
            _ => (self.lookup)(&path).ok_or_else(|| fault(&format!("the variable ${path} cannot be read."))),
        }
    }
}
