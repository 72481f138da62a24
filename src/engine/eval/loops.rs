//! Loops.

use crate::engine::Session;
use crate::engine::code::*;
use crate::engine::pipeline::Sink;
use crate::syntax::ast::BinaryOperator;
use crate::text::Symbol;
use crate::value::{Fault, Flow, Outcome, Value, enumerate};

/// What a turn of a loop leads to.
enum Turn {
    Next,
    Leave,
}

/// What the end of a body means for the loop with this label.
fn turn(result: Outcome, label: Option<Symbol>) -> Outcome<Turn> {
    match result {
        Ok(()) => Ok(Turn::Next),
        Err(Flow::Continue(target)) if target.is_none() || target == label => Ok(Turn::Next),
        Err(Flow::Break(target)) if target.is_none() || target == label => Ok(Turn::Leave),
        Err(other) => Err(other),
    }
}

impl Session {
    pub(super) fn run_while(
        &mut self,
        label: Option<Symbol>,
        condition: &Cond,
        body: &Body,
        out: &mut dyn Sink,
    ) -> Outcome {
        while self.truth(condition)? {
            self.check_interrupt()?;
            if matches!(turn(self.run_body(body, out), label)?, Turn::Leave) {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn run_do(
        &mut self,
        label: Option<Symbol>,
        body: &Body,
        condition: &Cond,
        until: bool,
        out: &mut dyn Sink,
    ) -> Outcome {
        loop {
            self.check_interrupt()?;
            if matches!(turn(self.run_body(body, out), label)?, Turn::Leave) {
                break;
            }
            if self.truth(condition)? == until {
                break;
            }
        }
        Ok(())
    }

    pub(super) fn run_for(&mut self, code: &ForCode, out: &mut dyn Sink) -> Outcome {
        if let Some(initializer) = &code.initializer {
            self.run_statement(initializer, &mut crate::engine::pipeline::Discard)?;
        }
        loop {
            if let Some(condition) = &code.condition
                && !self.truth(condition)?
            {
                break;
            }
            self.check_interrupt()?;
            if matches!(turn(self.run_body(&code.body, out), code.label)?, Turn::Leave) {
                break;
            }
            if let Some(iterator) = &code.iterator {
                self.run_statement(iterator, &mut crate::engine::pipeline::Discard)?;
            }
        }
        Ok(())
    }

    pub(super) fn run_foreach(&mut self, code: &ForEachCode, out: &mut dyn Sink) -> Outcome {
        if let Code::Binary(BinaryOperator::DotDot, ends) = &code.items {
            let (first, last) = (self.eval(&ends.0)?, self.eval(&ends.1)?);
            if let (Value::Int(first), Value::Int(last)) = (&first, &last) {
                return self.run_range(code, *first, *last, out);
            }
            let items = crate::value::operators::binary(self, BinaryOperator::DotDot, &first, &last)?;
            return self.run_items(code, items, out);
        }
        let items = self.eval(&code.items)?;
        self.run_items(code, items, out)
    }

    /// A range of integers is counted through without an array.
    fn run_range(&mut self, code: &ForEachCode, first: i32, last: i32, out: &mut dyn Sink) -> Outcome {
        let mut n = first;
        loop {
            if matches!(self.foreach_turn(code, Value::Int(n), out)?, Turn::Leave) || n == last {
                return Ok(());
            }
            n += if first <= last { 1 } else { -1 };
        }
    }

    fn run_items(&mut self, code: &ForEachCode, items: Value, out: &mut dyn Sink) -> Outcome {
        if let Value::Array(array) = &items {
            // Items replaced by the body are seen, as .NET's array enumerator shows them.
            let mut i = 0;
            while let Some(item) = array.get(i) {
                if matches!(self.foreach_turn(code, item, out)?, Turn::Leave) {
                    return Ok(());
                }
                i += 1;
            }
            return Ok(());
        }
        let before = enumerate::count_of(&items);
        for item in self.loop_items(items.clone()) {
            if matches!(self.foreach_turn(code, item, out)?, Turn::Leave) {
                return Ok(());
            }
            if enumerate::count_of(&items) != before {
                return Err(Fault::exception(
                    &crate::value::error::INVALID_OPERATION_EXCEPTION,
                    "Collection was modified; enumeration operation may not execute.",
                )
                .into());
            }
        }
        Ok(())
    }

    fn foreach_turn(&mut self, code: &ForEachCode, item: Value, out: &mut dyn Sink) -> Outcome<Turn> {
        self.check_interrupt()?;
        self.store(&code.variable, item)?;
        turn(self.run_body(&code.body, out), code.label)
    }

    /// Ends the command when Ctrl-C was pressed.
    #[inline]
    pub fn check_interrupt(&mut self) -> Outcome {
        self.ticks = self.ticks.wrapping_add(1);
        if self.ticks & 0xff == 0 && self.host().take_interrupt() {
            return Err(crate::engine::errors::stopped());
        }
        Ok(())
    }
}
