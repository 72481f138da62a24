//! Distinguished names: reading, writing with escapes, comparing, and the tree they form.

use std::fmt;

use super::fold;

/// Parts the components of a path key; no component contains it.
pub(crate) const PATH_SEPARATOR: char = '\u{1}';

/// A distinguished name, its own component first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dn(Vec<Component>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Component {
    kind: String,
    value: String,
}

impl Dn {
    /// Reads `CN=Ken Myer,OU=Finance,DC=litwareinc,DC=com` with the escapes `\,` and `\2C`; `None` when it is none.
    pub fn parse(text: &str) -> Option<Dn> {
        let mut components = Vec::new();
        let mut rest = text.trim();
        loop {
            let (kind, after) = rest.split_once('=')?;
            let kind = kind.trim();
            if kind.is_empty() || !kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.') {
                return None;
            }
            let (value, end) = value(after)?;
            components.push(Component { kind: kind.to_ascii_uppercase(), value });
            match after.get(end..) {
                None | Some("") => return Some(Dn(components)),
                Some(more) => rest = more.get(1..)?,
            }
        }
    }

    /// The name of a DNS domain's root: `DC=litwareinc,DC=com`.
    pub fn of_domain(dns_name: &str) -> Dn {
        let component = |label: &str| Component { kind: "DC".into(), value: label.into() };
        Dn(dns_name.split('.').map(component).collect())
    }

    /// A name right below this one, such as `CN` and `Ken Myer`; control characters are left out.
    #[must_use]
    pub fn child(&self, kind: &str, value: &str) -> Dn {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        let mut components = vec![Component { kind: kind.to_ascii_uppercase(), value: value.trim().to_string() }];
        components.extend(self.0.iter().cloned());
        Dn(components)
    }

    /// The name right above; `None` for a name of one component.
    pub fn parent(&self) -> Option<Dn> {
        self.0.get(1..).filter(|rest| !rest.is_empty()).map(|rest| Dn(rest.to_vec()))
    }

    /// The kind of the first component, in capitals: `CN`, `OU` or `DC`.
    pub fn kind(&self) -> &str {
        self.0.first().map_or("", |component| &component.kind)
    }

    /// The value of the first component, unescaped.
    pub fn name(&self) -> &str {
        self.0.first().map_or("", |component| &component.value)
    }

    /// The same text for all spellings of a name: folded, from the root down, so that a subtree is a prefix.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for component in self.0.iter().rev() {
            if !path.is_empty() {
                path.push(PATH_SEPARATOR);
            }
            path.push_str(&component.kind.to_ascii_lowercase());
            path.push('=');
            let words: Vec<&str> = component.value.split_whitespace().collect();
            path.push_str(&fold(&words.join(" ")));
        }
        path
    }

    /// Whether this name lies below `ancestor`, at any depth.
    pub fn is_under(&self, ancestor: &Dn) -> bool {
        self.path().strip_prefix(&ancestor.path()).is_some_and(|rest| rest.starts_with(PATH_SEPARATOR))
    }
}

/// The unescaped value at the start of `text`, and where it ends.
fn value(text: &str) -> Option<(String, usize)> {
    let mut bytes = Vec::new();
    let mut kept = 0; // Spaces at the end are not part of a value, unless they were escaped.
    let mut chars = text.char_indices().peekable();
    while matches!(chars.peek(), Some((_, ' '))) {
        chars.next();
    }
    let mut end = text.len();
    while let Some((at, c)) = chars.next() {
        match c {
            ',' | ';' => {
                end = at;
                break;
            }
            '\\' => {
                let (_, first) = chars.next()?;
                let second = chars.peek().map(|(_, c)| *c);
                match (first.to_digit(16), second.and_then(|c| c.to_digit(16))) {
                    (Some(high), Some(low)) => {
                        chars.next();
                        bytes.push(u8::try_from(high * 16 + low).ok()?);
                    }
                    _ => bytes.extend(first.encode_utf8(&mut [0; 4]).as_bytes()),
                }
                kept = bytes.len();
            }
            c => {
                bytes.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
                if c != ' ' {
                    kept = bytes.len();
                }
            }
        }
    }
    bytes.truncate(kept);
    let value = String::from_utf8(bytes).ok()?;
    (!value.is_empty() && !value.chars().any(char::is_control)).then_some((value, end))
}

impl fmt::Display for Dn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, component) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str(",")?;
            }
            write!(f, "{}=", component.kind)?;
            let last = component.value.chars().count().saturating_sub(1);
            for (index, c) in component.value.chars().enumerate() {
                let special = matches!(c, ',' | '+' | '"' | '\\' | '<' | '>' | ';' | '=');
                let at_edge = (index == 0 && matches!(c, ' ' | '#')) || (index == last && c == ' ');
                if special || at_edge {
                    f.write_str("\\")?;
                }
                write!(f, "{c}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_path() {
        let one = Dn::parse("CN=Ken Myer,OU=North America,DC=litwareinc,DC=com").unwrap();
        let two = Dn::parse(" cn = ken  myer , ou=NORTH AMERICA,dc=litwareinc,dc=com").unwrap();
        assert_eq!(one.path(), two.path());
        assert!(one.is_under(&Dn::of_domain("litwareinc.com")));
    }

    #[test]
    fn siblings_with_a_common_beginning_are_not_under_each_other() {
        let root = Dn::of_domain("litwareinc.com");
        assert!(!root.child("OU", "Finance2").is_under(&root.child("OU", "Finance")));
        assert!(!root.is_under(&root));
    }

    #[test]
    fn escapes_are_read_and_written() {
        let dn = Dn::parse("CN=Myer\\, Ken\\20,DC=com").unwrap();
        assert_eq!(dn.name(), "Myer, Ken ");
        assert_eq!(dn.to_string(), "CN=Myer\\, Ken\\ ,DC=com");
        assert_eq!(Dn::parse("CN=J\\C3\\BCrgen,DC=com").unwrap().name(), "Jürgen");
    }

    #[test]
    fn texts_that_are_no_names() {
        for text in ["", "Ken", "=x", "CN=", "CN=a,", "CN=a,b", "CN=a\\", "CN=a\\FF"] {
            assert!(Dn::parse(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn written_names_read_back(name in "[a-z#,=][^\\p{C}]{0,12}") {
            let dn = Dn::of_domain("litwareinc.com").child("CN", &name);
            prop_assert_eq!(Dn::parse(&dn.to_string()), Some(dn));
        }
    }
}
