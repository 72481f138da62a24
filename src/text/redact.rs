//! PINs in command lines: found and covered before a line is shown or kept.

use std::borrow::Cow;

/// The commands that take a PIN, and at which place without a parameter's name (0 for none).
const COMMANDS: &[(&str, usize)] = &[
    ("set-csclientpin", 2),
    ("test-csclientpin", 2),
    ("reset-csclientpin", 0),
    ("test-csphonebootstrap", 0),
    ("set-cspinsendcawelcomemail", 0),
];

/// The parameters that take one.
const PARAMETERS: &[&str] = &["pin", "currentpin", "newpin"];

/// The parameters of those commands that take no value.
const SWITCHES: &[&str] = &["force", "whatif", "wi", "confirm", "cf", "verbose", "vb", "debug", "db", "usessl"];

/// The line with a star for every character of a PIN that is written out in it. Variables stay as they are.
pub fn without_pins(line: &str) -> Cow<'_, str> {
    let mut secrets = Vec::new();
    let mut command: Option<Watched> = None;
    let mut around = Vec::new();
    for Word { at, text } in words(line) {
        match text {
            "|" | ";" | "&" => command = None,
            "(" | "{" => around.push(command.take()),
            ")" | "}" => {
                command = around.pop().flatten();
                if let Some(watched) = &mut command {
                    watched.takes_value();
                }
            }
            _ => match &mut command {
                None => command = Watched::named(text),
                Some(watched) => secrets.extend(watched.secret_in(at, text)),
            },
        }
    }
    if secrets.is_empty() {
        return Cow::Borrowed(line);
    }
    let is_secret = |at| secrets.iter().any(|(start, end)| (*start..*end).contains(&at));
    Cow::Owned(line.char_indices().map(|(at, c)| if is_secret(at) { '*' } else { c }).collect())
}

/// A command that takes a PIN, while its arguments are read.
struct Watched {
    place: usize,
    given: usize,
    value: Next,
}

/// What the next word is.
enum Next {
    Positional,
    /// The value of a parameter, secret or not.
    Value(bool),
}

impl Watched {
    /// The command of this name, if it is one that takes a PIN.
    fn named(word: &str) -> Option<Watched> {
        let name = word.rsplit(['=', '\\', '.', '\'', '"']).find(|part| !part.is_empty())?.to_ascii_lowercase();
        let (_, place) = COMMANDS.iter().find(|(known, _)| *known == name)?;
        Some(Watched { place: *place, given: 0, value: Next::Positional })
    }

    /// Takes a value that shows nothing; whether it would have been a PIN.
    fn takes_value(&mut self) -> bool {
        match std::mem::replace(&mut self.value, Next::Positional) {
            Next::Value(secret) => secret,
            Next::Positional => {
                self.given += 1;
                self.given == self.place
            }
        }
    }

    /// The stretch of a word that is a PIN.
    fn secret_in(&mut self, at: usize, word: &str) -> Option<(usize, usize)> {
        let end = at + word.len();
        let first = word.chars().next()?;
        let is_parameter = matches!(first, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}');
        if !is_parameter || matches!(self.value, Next::Value(_)) {
            return (self.takes_value() && first != '$').then_some((at, end));
        }
        let rest = word.get(first.len_utf8()..)?;
        let (name, value) = rest.split_once(':').map_or((rest, ""), |(name, value)| (name, value));
        let name = name.to_ascii_lowercase();
        let secret = !name.is_empty() && PARAMETERS.iter().any(|known| known.starts_with(&name));
        if !value.is_empty() {
            return (secret && !value.starts_with('$')).then(|| (end - value.len(), end));
        }
        if !SWITCHES.contains(&name.as_str()) {
            self.value = Next::Value(secret);
        }
        None
    }
}

/// A word of a command line and where it begins.
struct Word<'a> {
    at: usize,
    text: &'a str,
}

/// The words of a line: parted by blanks outside quotes; brackets and what ends a command are words of their own.
fn words(line: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quote = None;
    let mut push = |at: usize, end: usize| words.extend(line.get(at..end).map(|text| Word { at, text }));
    for (at, c) in line.char_indices() {
        if quote.is_some() {
            quote = quote.filter(|open| *open != c);
            continue;
        }
        let is_mark = matches!(c, '|' | ';' | '&' | '{' | '}' | '(' | ')');
        if !is_mark && !c.is_whitespace() {
            quote = (c == '\'' || c == '"').then_some(c);
            start.get_or_insert(at);
            continue;
        }
        if let Some(begin) = start.take() {
            push(begin, at);
        }
        if is_mark {
            push(at, at + 1);
        }
    }
    if let Some(begin) = start {
        push(begin, line.len());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::without_pins;

    #[test]
    fn pins_are_covered_wherever_they_stand() {
        for (line, shown) in [
            (
                "Set-CsClientPin -Identity \"Ken Myer\" -Pin 121989",
                "Set-CsClientPin -Identity \"Ken Myer\" -Pin ******",
            ),
            ("set-csclientpin kenmyer 121989 -Force", "set-csclientpin kenmyer ****** -Force"),
            ("$x = Set-CsClientPin -Pin:'0712' ken", "$x = Set-CsClientPin -Pin:****** ken"),
            (
                "Get-CsUser | Set-CsClientPin \u{2013}PIN 121989; 5",
                "Get-CsUser | Set-CsClientPin \u{2013}PIN ******; 5",
            ),
            ("Reset-CsClientPin -CurrentPin 12 -NewPin 34", "Reset-CsClientPin -CurrentPin ** -NewPin **"),
            (
                "Set-CsClientPin -Identity (Get-CsUser ken) -Pin 12",
                "Set-CsClientPin -Identity (Get-CsUser ken) -Pin **",
            ),
            ("$r=Set-CsClientPin CN=Ken,DC=x 12", "$r=Set-CsClientPin CN=Ken,DC=x **"),
            ("1..2 | % { Set-CsClientPin $_ 55 }", "1..2 | % { Set-CsClientPin $_ ** }"),
        ] {
            assert_eq!(without_pins(line), shown);
        }
    }

    #[test]
    fn other_lines_stay() {
        for line in
            ["Set-CsClientPin $u -Pin $pin", "Get-CsClientPinInfo 121989", "Set-CsPinPolicy -MinPasswordLength 10"]
        {
            assert_eq!(without_pins(line), line);
        }
    }
}
