//! `Get-Random`: random numbers, or a random choice of objects.
use super::random_choice::{Reservoir, numbers};
use super::random_source::Source;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Gets a random number, or selects objects randomly from a collection.
    ///
    /// ```powershell
    /// Get-Random -SetSeed 42 -Maximum 100
    /// # 17
    /// ```
    pub struct GetRandom: "Get-Random", default_set "RandomNumberParameterSet", output "System.Int32", output "System.Int64",
        output "System.Double";

    /// The seed; the same one gives the same numbers.
    param set_seed: Option<i32>, not_null;
    /// The numbers are below this one.
    param maximum: Value, set "RandomNumberParameterSet", position 0;
    /// The numbers are this one or above.
    param minimum: Value, set "RandomNumberParameterSet";
    /// The objects to choose from; normally piped in.
    param input_object: Vec<Value>, allow_null, set "RandomListItemParameterSet", mandatory, position 0, pipeline,
        set "ShuffleParameterSet", mandatory, position 0, pipeline;
    /// How many numbers or objects to give.
    param count: Option<i32>, range (1, 2_147_483_647), set "RandomNumberParameterSet",
        set "RandomListItemParameterSet";
    /// Gives all objects in a random order.
    param shuffle: Switch, set "ShuffleParameterSet", mandatory;

    state source: Option<Source>;
    state chosen: Reservoir;
    state choosing: bool;
}

impl Cmdlet for GetRandom {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let source = Source::of(cx.session, self.set_seed);
        self.choosing = cx.parameter_set() != "RandomNumberParameterSet";
        if let Value::Array(list) = self.maximum.base().clone() {
            self.choosing = true;
            self.input_object = list.items.borrow().clone();
        }
        let count = self.count.unwrap_or(1);
        let result = match self.choosing {
            true => Ok(()),
            false => numbers(cx, &source, &self.minimum, &self.maximum, count),
        };
        self.source = Some(source);
        result
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(source) = self.source.as_ref().filter(|_| self.choosing) else { return Ok(()) };
        let count = if *self.shuffle { None } else { Some(self.count.unwrap_or(1)) };
        let items = match self.input_object.is_empty() {
            true => vec![Value::Null],
            false => std::mem::take(&mut self.input_object),
        };
        for item in items {
            self.chosen.take(cx, source, item, count);
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        match self.source.as_ref().filter(|_| self.choosing) {
            Some(source) => self.chosen.write(cx, source),
            None => Ok(()),
        }
    }
}
