//! `switch`.

use super::expression::without_token;
use crate::engine::Session;
use crate::engine::code::*;
use crate::engine::pipeline::{Collect, Sink};
use crate::syntax::ast::{CaseRule, Comparison};
use crate::text::Symbol;
use crate::value::{Flow, Outcome, Value, convert, operators};

impl Session {
    pub(super) fn run_switch(&mut self, code: &SwitchCode, out: &mut dyn Sink) -> Outcome {
        let condition = self.eval(&code.condition)?;
        let items = if code.file {
            let path = convert::to_text(self, &condition)?;
            self.file_lines(&path)?
        } else {
            match condition {
                Value::Null => vec![Value::Null],
                other => self.loop_items(other),
            }
        };
        let before = self.frame().underbar.clone();
        let result = self.switch_items(code, items, out);
        self.frame_mut().underbar = before;
        result
    }

    fn switch_items(&mut self, code: &SwitchCode, items: Vec<Value>, out: &mut dyn Sink) -> Outcome {
        for item in items {
            self.frame_mut().underbar = Some(item.clone());
            match self.switch_item(code, &item, out) {
                Ok(()) => {}
                Err(Flow::Continue(label)) if label.is_none() || label == code.label => {}
                Err(Flow::Break(label)) if label.is_none() || label == code.label => return Ok(()),
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn switch_item(&mut self, code: &SwitchCode, item: &Value, out: &mut dyn Sink) -> Outcome {
        let mut matched = false;
        for (test, body) in &code.clauses {
            if self.switch_test(code, test, item)? {
                matched = true;
                self.run_body(body, out)?;
                self.frame_mut().underbar = Some(item.clone());
            }
        }
        match &code.default {
            Some(body) if !matched => self.run_body(body, out),
            _ => Ok(()),
        }
    }

    fn switch_test(&mut self, code: &SwitchCode, test: &SwitchTest, item: &Value) -> Outcome<bool> {
        let pattern = match test {
            SwitchTest::Block(template) => {
                let mut collected = Collect::default();
                self.run_test(template, item.clone(), &mut collected)?;
                return self.is_true(&collected.into_value());
            }
            SwitchTest::Value(pattern) => self.eval(pattern)?,
        };
        match code.mode {
            SwitchMode::Exact => {
                // Both are compared as text, whatever they are: 1 is not '1.0', and true is not 1.
                // A number counts as the number, however it was written.
                let item = convert::to_text(self, without_token(item))?;
                let pattern = convert::to_text(self, without_token(&pattern))?;
                Ok(crate::text::collate::equal(&item, &pattern, case_of(code.case)))
            }
            SwitchMode::Wildcard => {
                let value = operators::compare(self, Comparison::Like, code.case, item, &pattern)?;
                self.is_true(&value)
            }
            SwitchMode::Regex => {
                let subject = convert::to_text(self, item)?;
                let matches = operators::match_text(self, &subject, &pattern, code.case)?;
                let found = matches.is_some();
                if let Some(table) = matches {
                    self.set_local(Symbol::new("Matches"), Value::Table(table));
                }
                Ok(found)
            }
        }
    }
}

fn case_of(case: CaseRule) -> crate::text::collate::CaseRule {
    match case {
        CaseRule::Insensitive => crate::text::collate::CaseRule::Insensitive,
        CaseRule::Sensitive => crate::text::collate::CaseRule::Sensitive,
    }
}
