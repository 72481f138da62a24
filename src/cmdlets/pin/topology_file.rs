//! Topology files: PowerShell data or JSON, read into one tree that knows where in the file everything stands.

mod json;
mod psd1;

use crate::store::TopologyNode;
use crate::syntax::Source;
use crate::text::Str;
use std::rc::Rc;

/// A file that has been read.
pub struct TopologyFile {
    source: Rc<Source>,
    node: TopologyNode,
    places: Places,
}

impl TopologyFile {
    pub fn node(&self) -> &TopologyNode {
        &self.node
    }

    pub fn path(&self) -> &str {
        self.source.file.as_deref().unwrap_or_default()
    }

    /// `FILE:LINE:COLUMN` of a path such as `Pools[1].Site`; of the nearest place around it where it is not in the file.
    pub fn place_of(&self, path: &str) -> String {
        place(&self.source, self.places.find(path))
    }
}

fn place(source: &Source, offset: usize) -> String {
    let (line, column) = source.position(u32::try_from(offset).unwrap_or(u32::MAX));
    format!("{}:{line}:{column}", source.file.as_deref().unwrap_or_default())
}

/// Reads a topology file by the ending of its name.
///
/// # Errors
/// A message with file, line and column where the text is not what the ending says, or holds more than data.
pub fn read(path: &Str, text: &str) -> Result<TopologyFile, String> {
    let source = Source::new(Some(path.clone()), Str::from(text));
    let mut places = Places::default();
    let is_json = path.to_ascii_lowercase().ends_with(".json");
    let read = if is_json { json::read(text, &mut places) } else { psd1::read(&source, &mut places) };
    match read {
        Ok(node) => Ok(TopologyFile { source, node, places }),
        Err(fault) => Err(format!("{}: {}", place(&source, fault.offset), fault.message)),
    }
}

/// What is wrong with a file's text, and at which byte.
#[derive(Debug, PartialEq, Eq)]
struct FileFault {
    offset: usize,
    message: String,
}

impl FileFault {
    fn new(offset: usize, message: impl Into<String>) -> FileFault {
        FileFault { offset, message: message.into() }
    }
}

/// Where the values of a file stand, by their paths.
#[derive(Debug, Default)]
struct Places(Vec<(String, usize)>);

impl Places {
    fn add(&mut self, path: &str, offset: usize) {
        self.0.push((path.to_ascii_lowercase(), offset));
        // A single table stands for a list of one.
        if !path.is_empty() && !path.ends_with(']') {
            self.0.push((format!("{}[0]", path.to_ascii_lowercase()), offset));
        }
    }

    fn find(&self, path: &str) -> usize {
        let mut path = path.to_ascii_lowercase();
        loop {
            if let Some((_, offset)) = self.0.iter().rev().find(|(known, _)| *known == path) {
                return *offset;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path.truncate(end),
                None if path.is_empty() => return 0,
                None => path.clear(),
            }
        }
    }
}

/// The path of an entry in a table.
fn entry(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_string() } else { format!("{path}.{key}") }
}

/// The path of an item in a list.
fn item(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> Result<TopologyFile, String> {
        read(&Str::from(name), text)
    }

    const PSD1: &str = "@{\n  # comment\n  SipDomains = 'a.com', \"b.com\"\n  Pools = @(\n    @{ Identity = 'x' }\n    @{ Identity = 'y'; Site = 'z' }\n  )\n}\n";
    const JSON: &str = "{\n  \"SipDomains\": [\"a.com\", \"b.com\"],\n  \"Pools\": [\n    { \"Identity\": \"x\" },\n    { \"Identity\": \"y\", \"Site\": \"z\" }\n  ]\n}\n";

    #[test]
    fn both_forms_give_the_same_tree() {
        let (psd1, json) = (file("t.psd1", PSD1).unwrap(), file("t.JSON", JSON).unwrap());
        assert_eq!(psd1.node(), json.node());
        assert_eq!(psd1.place_of("Pools[1].Site"), "t.psd1:6:31");
        assert_eq!(json.place_of("pools[1].site"), "t.JSON:5:32");
        assert_eq!(json.place_of("Pools[0].Site"), "t.JSON:4:5");
        assert_eq!(json.place_of("Sites[3].Identity"), "t.JSON:1:1");
    }

    #[test]
    fn what_is_no_data_is_refused_with_its_place() {
        let fault = |name: &str, text: &str| file(name, text).err().unwrap_or_default();
        for text in
            ["@{ a = Get-Date }", "@{ a = $x }", "@{ a = \"$x\" }", "@{ a = $(1) }", "@{ a = 'x'.Length }", "Get-Date"]
        {
            assert!(fault("t.psd1", text).starts_with("t.psd1:1:"), "{text}");
        }
        assert!(fault("t.psd1", "@{ a = 1\nb = ").starts_with("t.psd1:2:"));
        assert!(fault("t.psd1", "").starts_with("t.psd1:1:1: "));
        for text in ["{ \"a\": tru }", "{ \"a\": \"x }", "[1, 2", "{} {}", "{ 'a': 1 }"] {
            assert!(fault("t.json", text).starts_with("t.json:1:"), "{text}");
        }
    }
}
