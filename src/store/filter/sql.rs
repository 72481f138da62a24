//! Filters as SQL: a condition for `WHERE` with the values bound beside it.

use super::{Order, Predicate, Test};
use crate::store::{Datum, Key};

/// A condition and its values, in the order of their question marks.
pub(in crate::store) struct Condition {
    pub(in crate::store) sql: String,
    pub(in crate::store) values: Vec<Datum>,
}

/// Writes a predicate as a condition on the columns of `account`. Every part is 0 or 1, never null.
pub(in crate::store) fn condition(predicate: &Predicate) -> Condition {
    let mut condition = Condition { sql: String::new(), values: Vec::new() };
    condition.write(predicate);
    condition
}

impl Condition {
    fn write(&mut self, predicate: &Predicate) {
        match predicate {
            Predicate::All(parts) => self.join(parts, " AND ", "1"),
            Predicate::Any(parts) => self.join(parts, " OR ", "0"),
            Predicate::Not(part) => {
                self.sql.push_str("NOT ");
                self.write(part);
            }
            Predicate::Is(attribute, test) => {
                let column = attribute.row().column;
                self.test(column, Key::for_attribute(*attribute), test);
            }
            Predicate::Under(path) => {
                // The separator is the code point 1, so that the subtree is the range up to the code point 2. As a set of
                // ids, so that the accounts still come in the order of their ids without sorting them for every page.
                self.sql.push_str("id IN (SELECT id FROM account WHERE key_path > ? AND key_path < ?)");
                self.values.push(Datum::Text(format!("{path}\u{1}")));
                self.values.push(Datum::Text(format!("{path}\u{2}")));
            }
            Predicate::Has(key, value) => self.equals_key(*key, value),
        }
    }

    fn join(&mut self, parts: &[Predicate], separator: &str, empty: &str) {
        self.sql.push('(');
        for (position, part) in parts.iter().enumerate() {
            if position > 0 {
                self.sql.push_str(separator);
            }
            self.write(part);
        }
        if parts.is_empty() {
            self.sql.push_str(empty);
        }
        self.sql.push(')');
    }

    fn push(&mut self, sql: &str, value: Datum) {
        self.sql.push_str(sql);
        self.values.push(value);
    }

    /// `=` finds the index, which `IS` does not; the second half makes the condition false instead of null.
    fn equals_key(&mut self, key: Key, value: &str) {
        let column = key.column();
        self.push(&format!("({column} = ? AND {column} IS NOT NULL)"), Datum::Text(value.into()));
    }

    fn test(&mut self, column: &str, key: Option<Key>, test: &Test) {
        // A key column holds the folded value already and has an index.
        let folded = key.map_or_else(|| format!("fold({column})"), |key| key.column().to_string());
        match test {
            Test::Present => self.sql.push_str(&format!("{column} IS NOT NULL")),
            Test::Equals(Datum::Text(value)) => match key {
                Some(key) => self.equals_key(key, value),
                None => self.push(&format!("{folded} IS ?"), Datum::Text(value.clone())),
            },
            Test::Equals(value) => self.push(&format!("{column} IS ?"), value.clone()),
            Test::Ordered(order, value) => {
                let operand = if matches!(value, Datum::Text(_)) { &folded } else { column };
                let sign = match order {
                    Order::Less => "<",
                    Order::AtMost => "<=",
                    Order::Greater => ">",
                    Order::AtLeast => ">=",
                };
                self.push(&format!("({column} IS NOT NULL AND {operand} {sign} ?)"), value.clone());
            }
            Test::Like(pattern) => {
                self.sql.push_str(&format!("({column} IS NOT NULL"));
                let prefix = pattern.prefix();
                if key.is_some() && !prefix.is_empty() {
                    self.push(&format!(" AND {folded} >= ?"), Datum::Text(prefix.clone()));
                    self.push(&format!(" AND {folded} < ?"), Datum::Text(format!("{prefix}\u{10FFFF}")));
                }
                self.push(&format!(" AND {folded} LIKE ? ESCAPE '\\')"), Datum::Text(pattern.sql()));
            }
            Test::AllBits(bits) => {
                self.push(&format!("({column} IS NOT NULL AND {column} & ?"), Datum::Number(*bits));
                self.push(" = ?)", Datum::Number(*bits));
            }
            Test::AnyBits(bits) => {
                self.push(&format!("({column} IS NOT NULL AND {column} & ? <> 0)"), Datum::Number(*bits));
            }
        }
    }
}
