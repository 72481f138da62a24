//! JSON with the place of every value, which the readers of whole documents do not tell.

use super::{FileFault, Places, entry, item};
use crate::store::TopologyNode;

/// How deeply values may be nested.
const MAX_DEPTH: usize = 32;

pub(super) fn read(text: &str, places: &mut Places) -> Result<TopologyNode, FileFault> {
    let mut reader = Reader { text, at: 0, places, depth: 0 };
    let node = reader.value("")?;
    reader.blanks();
    match reader.peek() {
        None => Ok(node),
        Some(_) => Err(reader.fault("There is text after the end of the value.")),
    }
}

struct Reader<'a, 'p> {
    text: &'a str,
    at: usize,
    places: &'p mut Places,
    depth: usize,
}

impl Reader<'_, '_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn fault(&self, message: impl Into<String>) -> FileFault {
        FileFault::new(self.at, message)
    }

    fn blanks(&mut self) {
        while let Some(c) = self.peek().filter(|c| matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{FEFF}')) {
            self.at += c.len_utf8();
        }
    }

    fn takes(&mut self, wanted: char) -> bool {
        self.blanks();
        let found = self.peek() == Some(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    fn expect(&mut self, wanted: char) -> Result<(), FileFault> {
        if self.takes(wanted) { Ok(()) } else { Err(self.fault(format!("'{wanted}' is missing here."))) }
    }

    fn value(&mut self, path: &str) -> Result<TopologyNode, FileFault> {
        self.blanks();
        self.places.add(path, self.at);
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fault("The data is nested too deeply."));
        }
        let node = match self.peek() {
            Some('{') => self.object(path),
            Some('[') => self.array(path),
            Some('"') => self.string().map(TopologyNode::Text),
            Some(_) => self.word(),
            None => Err(self.fault("A value is missing here.")),
        };
        self.depth -= 1;
        node
    }

    fn object(&mut self, path: &str) -> Result<TopologyNode, FileFault> {
        self.expect('{')?;
        let mut entries = Vec::new();
        if self.takes('}') {
            return Ok(TopologyNode::Map(entries));
        }
        loop {
            self.blanks();
            if self.peek() != Some('"') {
                return Err(self.fault("A name in quotes is missing here."));
            }
            let key = self.string()?;
            self.expect(':')?;
            let value = self.value(&entry(path, &key))?;
            entries.push((key, value));
            if !self.takes(',') {
                self.expect('}')?;
                return Ok(TopologyNode::Map(entries));
            }
        }
    }

    fn array(&mut self, path: &str) -> Result<TopologyNode, FileFault> {
        self.expect('[')?;
        let mut items = Vec::new();
        if self.takes(']') {
            return Ok(TopologyNode::List(items));
        }
        loop {
            items.push(self.value(&item(path, items.len()))?);
            if !self.takes(',') {
                self.expect(']')?;
                return Ok(TopologyNode::List(items));
            }
        }
    }

    /// A string, whose inside is left to a JSON reader.
    fn string(&mut self) -> Result<String, FileFault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut escaped = false;
        let end = rest.char_indices().skip(1).find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        let Some((end, _)) = end else { return Err(self.fault("The string has no closing quote.")) };
        let quoted = rest.get(..=end).unwrap_or_default();
        match serde_json::from_str::<String>(quoted) {
            Ok(text) => {
                self.at += quoted.len();
                Ok(text)
            }
            Err(_) => Err(self.fault("The string holds an escape or a character that JSON does not know.")),
        }
    }

    /// `null`, `true`, `false` or a number.
    fn word(&mut self) -> Result<TopologyNode, FileFault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || ",]}:".contains(c)).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        let node = match word {
            "null" => TopologyNode::Null,
            "true" => TopologyNode::Text("True".into()),
            "false" => TopologyNode::Text("False".into()),
            _ if serde_json::from_str::<serde_json::Number>(word).is_ok() => TopologyNode::Text(word.to_string()),
            _ => return Err(self.fault(format!("'{word}' is no JSON value."))),
        };
        self.at += word.len();
        Ok(node)
    }
}
