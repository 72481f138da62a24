//! Binding by position: each position in turn, the default set before the others, as it is before converted.

use super::assign::{Given, Mode};
use super::fault::{self, BindingFault, FaultKind};
use super::{Argument, Binding};
use crate::engine::Session;
use crate::engine::call::Call;
use crate::engine::signature::Check;
use crate::value::{Flow, Outcome, Value};
use std::rc::Rc;

/// The parameters that one position stands for, each with the sets in which it does; 0 stands for all.
struct Position {
    number: i32,
    params: Vec<(usize, Vec<u32>)>,
}

impl Binding {
    /// The short way for a simple function whose arguments have no names.
    pub(super) fn bind_plain(&mut self, session: &mut Session, call: &Rc<Call>, arguments: Vec<Argument>) -> Outcome {
        let signature = self.signature.clone();
        let plan = signature.plan();
        let mut places = plan.positional.iter();
        for argument in arguments {
            let value = argument.value.unwrap_or_default();
            let Some(index) = places.next().copied() else {
                self.rest.push(value);
                continue;
            };
            if plan.params.get(index).is_some_and(|param| param.is_open) {
                let value = if matches!(value, Value::Void) { Value::Null } else { value };
                if let (Some(place), Some(param)) = (self.values.get_mut(index), signature.params.get(index)) {
                    call.bind(param.symbol, value.clone());
                    *place = Some(value);
                }
                continue;
            }
            let given = Given { value: &value, token: argument.token.as_ref(), span: argument.span };
            if !self.assign(session, call, index, given, u32::MAX, Mode::PositionAsIs)? {
                self.assign(session, call, index, given, u32::MAX, Mode::Position)?;
            }
        }
        Ok(())
    }

    /// Binds the arguments without a name.
    pub(super) fn bind_positional(&mut self, session: &mut Session, call: &Rc<Call>) -> Outcome {
        if self.pending.is_empty() {
            return Ok(());
        }
        let mut positions = self.positions(session, call)?;
        if positions.is_empty() {
            return Ok(());
        }
        let mut sets = self.sets;
        let mut arguments = std::mem::take(&mut self.pending).into_iter().peekable();
        let mut left = Vec::new();
        let mut problem = None;
        let mut i = 0;
        while let Some(position) = positions.get(i) {
            i += 1;
            if position.params.is_empty() {
                continue;
            }
            let argument = loop {
                let Some(argument) = arguments.next() else { break None };
                if argument.name.is_none() {
                    break Some(argument);
                }
                // An unknown name keeps the argument that follows it.
                left.push(argument);
                if arguments.peek().is_some_and(|next| next.name.is_none()) {
                    left.extend(arguments.next());
                }
            };
            let Some(argument) = argument else { break };
            let value = argument.value.clone().unwrap_or_default();
            let given = Given { value: &value, token: argument.token.as_ref(), span: argument.span };
            if !self.bind_position(session, call, position, given, sets, &mut problem)? {
                left.push(argument);
            } else if sets != self.sets {
                sets = self.sets;
                for position in &mut positions {
                    position.params.retain_mut(|(_, uses)| {
                        uses.retain(|set| *set == 0 || set & sets != 0);
                        !uses.is_empty()
                    });
                }
            }
        }
        left.extend(arguments);
        self.pending = left;
        if self.problem.is_none() {
            self.problem = problem;
        }
        Ok(())
    }

    fn bind_position(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        position: &Position,
        given: Given,
        sets: u32,
        problem: &mut Option<Flow>,
    ) -> Outcome<bool> {
        let default_set = if self.signature.is_advanced { self.plan().default_set } else { 0 };
        for mode in [Mode::PositionAsIs, Mode::Position] {
            if default_set & sets != 0 && self.bind_in(session, call, position, given, default_set, mode, problem)? {
                return Ok(true);
            }
            if self.bind_in(session, call, position, given, sets, mode, problem)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Gives the argument to every parameter of the position that takes it in one of these sets.
    #[expect(clippy::too_many_arguments, reason = "the state of one phase, which is not worth a type of its own")]
    fn bind_in(
        &mut self,
        session: &mut Session,
        call: &Rc<Call>,
        position: &Position,
        given: Given,
        sets: u32,
        mode: Mode,
        problem: &mut Option<Flow>,
    ) -> Outcome<bool> {
        let mut any = false;
        *problem = None;
        for (index, uses) in &position.params {
            if !uses.iter().any(|set| *set == 0 || set & sets != 0) {
                continue;
            }
            match self.assign(session, call, *index, given, sets, mode) {
                Ok(bound) => any |= bound,
                Err(flow) if fault::kind(&flow) == Some(FaultKind::Plain) => *problem = Some(flow),
                Err(flow) if self.passes_on(*index) => *problem = Some(flow),
                Err(flow) => return Err(flow),
            }
        }
        Ok(any)
    }

    /// Whether what a parameter refuses is offered to the others at its position.
    fn passes_on(&self, index: usize) -> bool {
        let param = self.signature.params.get(index);
        param.is_some_and(|param| param.checks.iter().any(|check| matches!(check, Check::NoNameOf(_))))
    }

    /// The positions of the parameters that have no value yet, in order.
    fn positions(&self, session: &mut Session, call: &Rc<Call>) -> Outcome<Vec<Position>> {
        let mut positions: Vec<Position> = Vec::new();
        for index in &self.unbound {
            let Some(param) = self.plan().params.get(*index) else { continue };
            for entry in param.uses.iter().filter(|entry| entry.is_in(self.sets) && !entry.remaining) {
                let Some(number) = entry.position else { continue };
                let at = positions.partition_point(|position| position.number < number);
                if positions.get(at).is_none_or(|position| position.number != number) {
                    positions.insert(at, Position { number, params: Vec::new() });
                }
                let Some(position) = positions.get_mut(at) else { continue };
                let clashes = |(other, uses): &(usize, Vec<u32>)| {
                    other != index && uses.iter().any(|set| *set == entry.set || set & entry.set != 0)
                };
                if position.params.iter().any(clashes) {
                    let message = "Cannot bind positional parameters because no names were given.";
                    return Err(BindingFault::new("AmbiguousPositionalParameterNoName", message).raise(session, call));
                }
                match position.params.iter_mut().find(|(known, _)| known == index) {
                    Some((_, uses)) => uses.push(entry.set),
                    None => position.params.push((*index, vec![entry.set])),
                }
            }
        }
        Ok(positions)
    }
}
