//! LDAP filters: RFC 4515, with the missing outer parentheses that the product's documents leave out.

use super::condition::{Operator, Property};
use super::{FilterFault, FilterValue, MAX_CONDITIONS, MAX_DEPTH, Order, Pattern, Predicate, Test};
use crate::store::{Attribute, CLASS_CONTACT, CLASS_USER, Kind};

/// The rule that compares all bits, and the one that compares any.
const ALL_BITS: &str = "1.2.840.113556.1.4.803";
const ANY_BITS: &str = "1.2.840.113556.1.4.804";

/// Reads an LDAP filter.
///
/// # Errors
/// Where the filter stops being one, and attributes that the directory does not have.
pub fn parse_ldap(text: &str) -> Result<Predicate, FilterFault> {
    let mut parser = Parser { text, at: 0, conditions: 0 };
    parser.blanks();
    if parser.peek().is_none() {
        return Err(parser.fault("the filter is empty.").hinting("Write a condition: (department=Finance)."));
    }
    let predicate = if parser.peek() == Some('(') { parser.parenthesized(0)? } else { parser.inner(0, true)? };
    parser.blanks();
    match parser.peek() {
        None => Ok(predicate),
        Some('(') => {
            Err(parser.fault("there are several conditions.").hinting("Join them: (&(a=1)(b=2)) or (|(a=1)(b=2))."))
        }
        Some(_) => Err(parser.fault("the filter should end here.")),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    conditions: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.bump();
        }
    }

    fn fault(&self, message: impl Into<String>) -> FilterFault {
        FilterFault::new(self.at, message)
    }

    fn parenthesized(&mut self, depth: usize) -> Result<Predicate, FilterFault> {
        if depth >= MAX_DEPTH {
            return Err(self.fault("the filter is nested too deeply."));
        }
        self.bump();
        self.blanks();
        let predicate = self.inner(depth, false)?;
        self.blanks();
        match self.bump() {
            Some(')') => Ok(predicate),
            _ => Err(self.fault("a closing parenthesis is missing.")),
        }
    }

    fn inner(&mut self, depth: usize, outermost: bool) -> Result<Predicate, FilterFault> {
        match self.peek() {
            Some('&') => Ok(Predicate::All(self.list(depth)?)),
            Some('|') => Ok(Predicate::Any(self.list(depth)?)),
            Some('!') => {
                self.bump();
                self.blanks();
                let negated = match self.peek() {
                    Some('(') => self.parenthesized(depth + 1)?,
                    _ => self.condition(outermost)?,
                };
                Ok(negated.negated())
            }
            Some('(') => self.parenthesized(depth + 1),
            _ => self.condition(outermost),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Predicate>, FilterFault> {
        self.bump();
        let mut parts = Vec::new();
        loop {
            self.blanks();
            if self.peek() != Some('(') {
                break;
            }
            parts.push(self.parenthesized(depth + 1)?);
        }
        if parts.is_empty() {
            return Err(self.fault("a condition in parentheses is missing here."));
        }
        Ok(parts)
    }

    fn condition(&mut self, outermost: bool) -> Result<Predicate, FilterFault> {
        self.conditions += 1;
        if self.conditions > MAX_CONDITIONS {
            return Err(self.fault(format!("a filter may have at most {MAX_CONDITIONS} conditions.")));
        }
        let start = self.at;
        while self.peek().is_some_and(|c| !matches!(c, '=' | '<' | '>' | '~' | ':' | '(' | ')')) {
            self.bump();
        }
        let name = self.text.get(start..self.at).unwrap_or_default().trim();
        if name.is_empty() {
            return Err(self.fault("an attribute's name is missing here."));
        }
        let operator = self.operator()?;
        let parts = self.value(outermost)?;
        Self::meaning(name, operator, &parts).map_err(|message| FilterFault::new(start, message))
    }

    fn operator(&mut self) -> Result<Operator, FilterFault> {
        const KNOWN: &[(&str, Operator)] = &[
            (">=", Operator::Ordered(Order::AtLeast)),
            ("<=", Operator::Ordered(Order::AtMost)),
            ("~=", Operator::Equal),
            ("=", Operator::Equal),
        ];
        let rest = self.text.get(self.at..).unwrap_or_default();
        if let Some((sign, operator)) = KNOWN.iter().find(|(sign, _)| rest.starts_with(sign)) {
            self.at += sign.len();
            return Ok(*operator);
        }
        let rules = [(ALL_BITS, Operator::AllBits), (ANY_BITS, Operator::AnyBits)];
        for (rule, operator) in rules {
            let sign = format!(":{rule}:=");
            if rest.starts_with(&sign) {
                self.at += sign.len();
                return Ok(operator);
            }
        }
        Err(self.fault("\"=\" is missing after the attribute's name."))
    }

    /// The value, parted at its stars.
    fn value(&mut self, outermost: bool) -> Result<Vec<String>, FilterFault> {
        let mut parts = vec![Vec::new()];
        while let Some(c) = self.peek() {
            match c {
                ')' if !outermost => break,
                '*' => parts.push(Vec::new()),
                '\\' => {
                    let digits = self.text.get(self.at + 1..self.at + 3).unwrap_or_default();
                    let byte = u8::from_str_radix(digits, 16).ok();
                    let byte = byte.ok_or_else(|| self.fault("after \"\\\" there must be two hexadecimal digits."))?;
                    if let Some(part) = parts.last_mut() {
                        part.push(byte);
                    }
                    self.at += 3;
                    continue;
                }
                c => {
                    if let Some(part) = parts.last_mut() {
                        part.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
                    }
                }
            }
            self.bump();
        }
        let mut texts: Vec<String> = parts.iter().map(|part| String::from_utf8_lossy(part).into_owned()).collect();
        if let Some(first) = texts.first_mut() {
            *first = first.trim_start().to_string();
        }
        if let Some(last) = texts.last_mut() {
            *last = last.trim_end().to_string();
        }
        Ok(texts)
    }

    fn meaning(name: &str, operator: Operator, parts: &[String]) -> Result<Predicate, String> {
        let text = parts.join("*");
        if name.eq_ignore_ascii_case("objectClass") || name.eq_ignore_ascii_case("objectCategory") {
            return Ok(class(&text));
        }
        if name.eq_ignore_ascii_case("anr") {
            return Ok(ambiguous_name(&text));
        }
        let Some(attribute) = Attribute::named_in_ldap(name).or_else(|| Attribute::named(name)) else {
            let near = Property::nearest(name).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
            return Err(format!("\"{name}\" is not an attribute of this directory.{near}"));
        };
        match (operator, parts) {
            (Operator::Equal, [before, after]) if before.is_empty() && after.is_empty() => {
                Ok(Predicate::present(attribute))
            }
            (Operator::Equal, [_, _, ..]) if matches!(attribute.kind(), Kind::Flag | Kind::Number | Kind::Time) => {
                Err(format!("{} cannot be compared with a pattern.", attribute.name()))
            }
            (Operator::Equal, [_, _, ..]) => Ok(Predicate::Is(attribute, Test::Like(Pattern::from_parts(parts)))),
            _ => Property::Attribute(attribute).condition(operator, &FilterValue::Text(text)),
        }
    }
}

/// What `objectClass` and `objectCategory` ask.
fn class(text: &str) -> Predicate {
    match text.to_ascii_lowercase().as_str() {
        "*" | "top" | "person" | "organizationalperson" => Predicate::always(),
        "user" => Predicate::equals(Attribute::ObjectClass, CLASS_USER),
        "contact" => Predicate::equals(Attribute::ObjectClass, CLASS_CONTACT),
        _ => Predicate::never(),
    }
}

/// Ambiguous name resolution: the beginning of any of the names.
fn ambiguous_name(text: &str) -> Predicate {
    let names = [
        Attribute::DisplayName,
        Attribute::GivenName,
        Attribute::Surname,
        Attribute::Name,
        Attribute::SamAccountName,
        Attribute::EmailAddress,
    ];
    let pattern = Pattern::from_parts(&[text.to_string(), String::new()]);
    Predicate::Any(names.iter().map(|name| Predicate::like(*name, pattern.clone())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Account;

    fn fits(filter: &str) -> bool {
        let ken = Account::default()
            .with(Attribute::ObjectClass, CLASS_USER)
            .with(Attribute::DisplayName, "Ken (Jr.) Myer*")
            .with(Attribute::Department, "Finance")
            .with(Attribute::Title, "Senior Accountant")
            .with(Attribute::City, "Redmond")
            .with(Attribute::UserAccountControl, 514);
        parse_ldap(filter).unwrap_or_else(|fault| panic!("{filter}: {fault}")).fits(&ken)
    }

    #[test]
    fn documented_filters_fit() {
        for filter in [
            "l=Redmond",
            "Department=Finance",
            "&(Department=Finance)(Title=Senior Accountant)",
            "|(Title=Supervisor)(Title=senior accountant)",
            "(|(Title=Accountant)(Title=Senior Accountant))",
            " ( & ( department = Finance ) ( l=red* ) ) ",
            "(title=*account*)",
            "(department=*)",
            "(!(company=*))",
            "!(company=*)",
            "(!department=Sales)",
            "(displayName=Ken \\28Jr.\\29 Myer\\2a)",
            "(&(objectCategory=person)(objectClass=user)(userAccountControl:1.2.840.113556.1.4.803:=2))",
            "(department>=f)",
            "(anr=ken)",
            "((department=Finance))",
        ] {
            assert!(fits(filter), "{filter}");
        }
        assert!(!fits("(displayName=Ken \\28Jr.\\29 Myer\\2a\\2a)"));
    }

    #[test]
    fn faults_have_a_place() {
        for (filter, offset) in [
            ("", 0),
            ("(department=Finance", 19),
            ("(department)", 11),
            ("(depratment=x)", 1),
            ("(&)", 2),
            ("(a=1)(b=2)", 1),
            ("(department=Finance)(title=x)", 20),
            ("(department=a\\zz)", 13),
            ("(department=Finance))", 20),
        ] {
            assert_eq!(parse_ldap(filter).unwrap_err().offset, offset, "{filter}");
        }
        assert!(parse_ldap(&"(!".repeat(50_000)).is_err());
    }
}
