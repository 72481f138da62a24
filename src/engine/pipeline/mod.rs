//! The push pipeline: writing an object runs the next stage at once.
//!
//! A stage is `begin`, `feed` for each object, `end`; a [`Chain`] is the rest of the pipeline as the place that a stage
//! writes to. Frames of function stages are made before any stage begins, so that the stack of frames stays a stack.

pub mod redirect;
pub mod sink;
pub mod stage;

pub use sink::{Collect, Discard, Show, Sink};

use super::Session;
use crate::value::{Flow, Outcome, Value};

/// One element of a pipeline at work.
pub trait Stage {
    /// Runs before the first object.
    fn begin(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome;

    /// Takes one object.
    fn feed(&mut self, session: &mut Session, item: Value, out: &mut dyn Sink) -> Outcome;

    /// Runs after the last object.
    fn end(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome;

    /// Runs whatever happened.
    fn clean(&mut self, session: &mut Session, out: &mut dyn Sink);
}

/// A stage of a pipeline and how far it has come.
pub struct StageSlot {
    pub stage: Box<dyn Stage>,
    /// Output of an earlier `begin` block can reach a stage before its own turn.
    begun: bool,
    /// Names the stage where it stops those before it; unique among the pipelines that run.
    id: u32,
}

impl StageSlot {
    pub fn new(session: &mut Session, stage: Box<dyn Stage>) -> StageSlot {
        StageSlot { stage, begun: false, id: session.fresh_id() }
    }

    fn begin(&mut self, session: &mut Session, out: &mut dyn Sink) -> Outcome {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        self.stage.begin(session, out).map_err(|flow| self.signed(flow))
    }

    /// A stop that this stage itself asks for carries the stage's id from here on.
    fn signed(&self, flow: Flow) -> Flow {
        match flow {
            Flow::StopUpstream(0) => Flow::StopUpstream(self.id),
            other => other,
        }
    }
}

/// The stages behind one, and what comes after them all.
pub struct Chain<'a> {
    stages: &'a mut [StageSlot],
    last: &'a mut dyn Sink,
}

impl Sink for Chain<'_> {
    fn write(&mut self, session: &mut Session, value: Value) -> Outcome {
        session.check_interrupt()?;
        let Some((first, rest)) = self.stages.split_first_mut() else { return self.last.write(session, value) };
        let mut chain = Chain { stages: rest, last: self.last };
        first.begin(session, &mut chain)?;
        first.stage.feed(session, value, &mut chain).map_err(|flow| first.signed(flow))
    }

    fn is_show(&self) -> bool {
        self.stages.is_empty() && self.last.is_show()
    }

    fn is_discard(&self) -> bool {
        self.stages.is_empty() && self.last.is_discard()
    }
}

/// What feeds the first stage.
pub type Input<'a> = &'a mut dyn FnMut(&mut Session, &mut dyn Sink) -> Outcome;

/// Runs stages to their end; the first gets `input`, or nothing but its `begin` and `end`.
pub fn run(session: &mut Session, stages: &mut [StageSlot], input: Option<Input>, last: &mut dyn Sink) -> Outcome {
    let result = run_stages(session, stages, input, last);
    for i in 0..stages.len() {
        with_stage(stages, i, last, |slot, chain| slot.stage.clean(session, chain));
    }
    result
}

fn run_stages(session: &mut Session, stages: &mut [StageSlot], input: Option<Input>, last: &mut dyn Sink) -> Outcome {
    let mut first_alive = 0;
    for i in 0..stages.len() {
        let result = with_stage(stages, i, last, |slot, chain| slot.begin(session, chain)).unwrap_or(Ok(()));
        first_alive = first_alive.max(survivors(stages, result)?);
    }
    if let Some(input) = input
        && first_alive == 0
    {
        let result = input(session, &mut Chain { stages, last });
        first_alive = first_alive.max(survivors(stages, result)?);
    }
    let mut i = first_alive;
    while i < stages.len() {
        let ended =
            with_stage(stages, i, last, |slot, chain| slot.stage.end(session, chain).map_err(|flow| slot.signed(flow)));
        i = (i + 1).max(survivors(stages, ended.unwrap_or(Ok(())))?);
    }
    Ok(())
}

/// The first stage that still runs after a result: all of them, or those from the one that stopped its upstream.
fn survivors(stages: &[StageSlot], result: Outcome) -> Outcome<usize> {
    match result {
        Ok(()) => Ok(0),
        Err(Flow::StopUpstream(id)) => match stages.iter().position(|slot| slot.id == id) {
            Some(stopper) => Ok(stopper),
            None => Err(Flow::StopUpstream(id)),
        },
        Err(flow) => Err(flow),
    }
}

fn with_stage<T>(
    stages: &mut [StageSlot],
    index: usize,
    last: &mut dyn Sink,
    act: impl FnOnce(&mut StageSlot, &mut Chain) -> T,
) -> Option<T> {
    let (slot, rest) = stages.get_mut(index..)?.split_first_mut()?;
    Some(act(slot, &mut Chain { stages: rest, last }))
}
