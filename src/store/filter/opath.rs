//! `-Filter`: conditions such as `RegistrarPool -eq $pool -and LineURI -like "tel:+1425*"`.
//!
//! ```text
//! filter     = any ;
//! any        = all { "-or" all } ;
//! all        = one { "-and" one } ;
//! one        = ( "-not" | "!" ) one | "(" any ")" | name operator value ;
//! ```

use super::condition::{Operator, Property};
use super::lexer::{Lookup, Token, Word, tokens};
use super::{FilterFault, FilterValue, MAX_CONDITIONS, MAX_DEPTH, Order, Predicate, View};

/// Reads a filter. Names are those of `view`; `lookup` finds what variables stand for.
///
/// # Errors
/// Where the filter stops being one, an unknown property, a value that does not suit its property.
pub fn parse_filter(text: &str, view: View, lookup: &mut Lookup<'_>) -> Result<Predicate, FilterFault> {
    if text.trim() == "*" {
        return Ok(Predicate::always());
    }
    let tokens = tokens(text, lookup)?;
    let mut parser = Parser { tokens: &tokens, at: 0, end: text.len(), view, conditions: 0 };
    if tokens.is_empty() {
        return Err(parser.fault("the filter is empty.").hinting("Write a condition: Enabled -eq $true."));
    }
    let predicate = parser.any(0)?;
    match parser.peek() {
        None => Ok(predicate),
        Some(Word::Close) => Err(parser.fault("there is no opening parenthesis for this one.")),
        Some(_) => Err(parser.fault("-and or -or is missing here.").hinting("A value with blanks needs quotes.")),
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    end: usize,
    view: View,
    conditions: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Word> {
        self.tokens.get(self.at).map(|token| &token.word)
    }

    fn fault(&self, message: impl Into<String>) -> FilterFault {
        let offset = self.tokens.get(self.at).map_or(self.end, |token| token.offset);
        FilterFault::new(offset, message)
    }

    fn takes(&mut self, operator: &str) -> bool {
        let fits = matches!(self.peek(), Some(Word::Operator(word)) if word == operator);
        self.at += usize::from(fits);
        fits
    }

    fn any(&mut self, depth: usize) -> Result<Predicate, FilterFault> {
        let first = self.all(depth)?;
        let mut parts = vec![first];
        while self.takes("or") {
            parts.push(self.all(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Predicate::Any(parts) })
    }

    fn all(&mut self, depth: usize) -> Result<Predicate, FilterFault> {
        let first = self.one(depth)?;
        let mut parts = vec![first];
        while self.takes("and") {
            parts.push(self.one(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Predicate::All(parts) })
    }

    fn one(&mut self, depth: usize) -> Result<Predicate, FilterFault> {
        if depth >= MAX_DEPTH {
            return Err(self.fault("the filter is nested too deeply."));
        }
        if self.takes("not") || self.peek() == Some(&Word::Not) {
            self.at += usize::from(self.peek() == Some(&Word::Not));
            return Ok(self.one(depth + 1)?.negated());
        }
        match self.peek() {
            Some(Word::Open) => {
                self.at += 1;
                let inner = self.any(depth + 1)?;
                if self.peek() != Some(&Word::Close) {
                    return Err(self.fault("a closing parenthesis is missing."));
                }
                self.at += 1;
                Ok(inner)
            }
            Some(Word::Bare(name)) => self.condition(name),
            Some(Word::Value(_)) => Err(self
                .fault("a property's name must stand before the operator.")
                .hinting("Write it as Property -eq value.")),
            Some(Word::Operator(word)) => Err(self.fault(format!("a condition is missing before -{word}."))),
            Some(Word::Close | Word::Not) | None => Err(self.fault("a condition is missing here.")),
        }
    }

    fn condition(&mut self, name: &str) -> Result<Predicate, FilterFault> {
        let Some(property) = Property::named(name, self.view) else {
            let fault = self.fault(format!("\"{name}\" is not a property."));
            return Err(match Property::nearest(name) {
                Some(near) => fault.hinting(format!("Did you mean {near}?")),
                None => fault,
            });
        };
        self.conditions += 1;
        if self.conditions > MAX_CONDITIONS {
            return Err(self.fault(format!("a filter may have at most {MAX_CONDITIONS} conditions.")));
        }
        self.at += 1;
        let Some(Word::Operator(word)) = self.peek() else {
            return Err(self
                .fault(format!("an operator is missing after {name}."))
                .hinting(format!("Write a whole condition: {name} -eq $true.")));
        };
        let operator = self.operator(word)?;
        self.at += 1;
        let value = match self.peek() {
            Some(Word::Value(value)) => value.clone(),
            Some(Word::Bare(text)) => FilterValue::Text(text.clone()),
            _ => return Err(self.fault(format!("a value is missing after -{word}."))),
        };
        let condition = property.condition(operator, &value).map_err(|message| self.fault(message))?;
        self.at += 1;
        Ok(condition)
    }

    fn operator(&self, word: &str) -> Result<Operator, FilterFault> {
        const KNOWN: &[(&str, Operator)] = &[
            ("eq", Operator::Equal),
            ("ne", Operator::NotEqual),
            ("lt", Operator::Ordered(Order::Less)),
            ("le", Operator::Ordered(Order::AtMost)),
            ("gt", Operator::Ordered(Order::Greater)),
            ("ge", Operator::Ordered(Order::AtLeast)),
            ("like", Operator::Like),
            ("notlike", Operator::NotLike),
            ("band", Operator::AllBits),
            ("bor", Operator::AnyBits),
        ];
        let find = |word: &str| KNOWN.iter().find(|(known, _)| *known == word).map(|(_, operator)| *operator);
        find(word).or_else(|| find(word.strip_prefix('i')?)).ok_or_else(|| {
            self.fault(format!("-{word} is not an operator of filters."))
                .hinting("Use -eq, -ne, -lt, -le, -gt, -ge, -like or -notlike, joined with -and, -or and -not.")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Account, Attribute};

    fn lookup(path: &str) -> Option<FilterValue> {
        match path {
            "pool" => Some(FilterValue::Text("atl-cs-001.litwareinc.com".into())),
            "n" => Some(FilterValue::Number(5551219)),
            "u.Sam" | "script:sam" => Some(FilterValue::Text("kenmyer".into())),
            "none" => Some(FilterValue::Null),
            _ => None,
        }
    }

    fn fits(filter: &str, view: View) -> bool {
        let ken = Account::default()
            .with(Attribute::DisplayName, "Ken Myer")
            .with(Attribute::SamAccountName, "kenmyer")
            .with(Attribute::RegistrarPool, "atl-cs-001.litwareinc.com")
            .with(Attribute::LineUri, "tel:+14255551219")
            .with(Attribute::Department, "Finance")
            .with(Attribute::VoicePolicy, "RedmondVoicePolicy")
            .with(Attribute::UserAccountControl, 512)
            .with(Attribute::Enabled, false);
        parse_filter(filter, view, &mut lookup).unwrap_or_else(|fault| panic!("{filter}: {fault}")).fits(&ken)
    }

    fn fault(filter: &str) -> (usize, String) {
        let fault = parse_filter(filter, View::CsUser, &mut lookup).unwrap_err();
        (fault.offset, fault.to_string())
    }

    #[test]
    fn documented_filters_fit() {
        for filter in [
            " RegistrarPool -eq $pool ",
            "SamAccountName -eq $u.Sam",
            "SamAccountName -eq ${script:sam}",
            "LineURI -like \"*$n*\"",
            "LineUri -like \"*$($n)*\"",
            "PinPolicy -eq $Null",
            "PinPolicy -eq $none",
            "VoicePolicy -ne $Null",
            "VoicePolicy -eq \"tag:redmondvoicepolicy\"",
            "(Enabled -eq $false)",
            "Enabled -ne $True",
            "Enabled -eq 'False'",
            "department -eq FINANCE",
            "DisplayName -like 'ken*' -and (LineUri -like \"tel:+1425*\" -or LineUri -like \"tel:+1206*\")",
            "-not (DisplayName -eq 'Pilar') -and !(Enabled -eq $true)",
            "DisplayName –eq “Ken Myer”",
            "TenantId -eq \"00000000-0000-0000-0000-000000000000\"",
            "DisplayName -gt 'kel' -and DisplayName -lt 'ken n'",
            "Title -ne 'Manager'",
            "Title -notlike 'M*'",
            "*",
        ] {
            assert!(fits(filter, View::CsUser), "{filter}");
        }
    }

    #[test]
    fn enabled_is_the_accounts_own_in_the_directory() {
        assert!(fits("Enabled -eq $true", View::AdUser));
        assert!(!fits("Enabled -eq $true", View::CsAdUser));
        assert!(!fits("Enabled -eq $null", View::CsAdUser));
    }

    #[test]
    fn and_binds_more_tightly_than_or() {
        assert!(fits("SamAccountName -eq kenmyer -or Title -eq x -and Title -eq y", View::CsUser));
    }

    #[test]
    fn faults_say_where_and_what_instead() {
        assert_eq!(
            fault("Enabled -eq $true -and RegistarPool -eq 'x'"),
            (
                23,
                "Invalid filter at position 23: \"RegistarPool\" is not a property. Did you mean RegistrarPool?".into()
            )
        );
        for (filter, offset) in [
            ("", 0),
            ("Enabled", 7),
            ("Enabled -eq", 11),
            ("Enabled -match 'x'", 8),
            ("(Enabled -eq $true", 18),
            ("Enabled -eq $true)", 17),
            ("Enabled -eq 'perhaps'", 12),
            ("DisplayName -eq 'Ken", 16),
            ("DisplayName -eq Ken Myer", 20),
            ("$_.Enabled -eq $true", 0),
            ("DisplayName -eq $unknown", 16),
            ("WhenCreated -gt 'soon'", 16),
            ("-and Enabled -eq $true", 0),
        ] {
            assert_eq!(fault(filter).0, offset, "{filter}: {}", fault(filter).1);
        }
    }

    #[test]
    fn nothing_executes() {
        for filter in [
            "DisplayName -eq $(Get-Date)",
            "DisplayName -eq \"$(Remove-Item x)\"",
            "DisplayName -eq $pool.ToUpper()",
            "DisplayName -eq (Get-Date)",
            "Enabled -eq $true; Remove-Item x",
            "Enabled -eq $true | x",
            "[x]::y -eq 1",
            "& x",
            "Get-Date(1) -eq 1",
        ] {
            assert!(parse_filter(filter, View::CsUser, &mut lookup).is_err(), "{filter}");
        }
    }

    #[test]
    fn deep_nesting_is_a_fault() {
        let deep = format!("{}Enabled -eq 1{}", "(".repeat(10_000), ")".repeat(10_000));
        assert!(fault(&deep).1.contains("nested too deeply"));
        let long = vec!["Enabled -eq 1"; 2000].join(" -and ");
        assert!(fault(&long).1.contains("at most 300"));
    }
}
