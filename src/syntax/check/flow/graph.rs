//! A graph of the blocks of code that run one after the other.

use crate::syntax::Span;

/// A block of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BlockId(usize);

/// A variable of the method.
pub(super) type VariableId = usize;

/// What happens to a variable in a block.
#[derive(Debug)]
pub(super) enum Event {
    Read(VariableId, Span),
    /// With the type that it is cast to, if it is.
    Assign(VariableId, Option<Box<str>>),
}

#[derive(Debug, Default)]
struct Block {
    events: Vec<Event>,
    successors: Vec<BlockId>,
    predecessors: Vec<BlockId>,
    /// It ends in `return`.
    returns: bool,
    /// It ends in `throw`, `exit`, or a jump out of the method.
    throws: bool,
    reachable: bool,
}

/// The blocks of a method.
#[derive(Debug)]
pub(super) struct Graph {
    blocks: Vec<Block>,
    /// The block that code is added to.
    pub current: BlockId,
}

pub(super) const ENTRY: BlockId = BlockId(0);
pub(super) const EXIT: BlockId = BlockId(1);

impl Graph {
    pub fn new() -> Graph {
        let entry = Block { reachable: true, ..Block::default() };
        Graph { blocks: vec![entry, Block::default()], current: ENTRY }
    }

    /// A block that nothing flows to yet.
    pub fn block(&mut self) -> BlockId {
        self.blocks.push(Block::default());
        BlockId(self.blocks.len() - 1)
    }

    fn get(&mut self, id: BlockId) -> Option<&mut Block> {
        self.blocks.get_mut(id.0)
    }

    pub fn flow(&mut self, from: BlockId, to: BlockId) {
        let Some(block) = self.get(from).filter(|block| !block.successors.contains(&to)) else { return };
        block.successors.push(to);
        let reachable = block.reachable;
        if let Some(next) = self.get(to) {
            next.reachable |= reachable;
            next.predecessors.push(from);
        }
    }

    /// From the current block to another.
    pub fn flow_to(&mut self, to: BlockId) {
        self.flow(self.current, to);
    }

    pub fn add(&mut self, event: Event) {
        let current = self.current;
        self.add_to(current, event);
    }

    pub fn add_to(&mut self, id: BlockId, event: Event) {
        if let Some(block) = self.get(id) {
            block.events.push(event);
        }
    }

    /// Marks the end of a block.
    pub fn ends(&mut self, id: BlockId, returns: bool) {
        if let Some(block) = self.get(id) {
            block.returns |= returns;
            block.throws |= !returns;
        }
    }

    /// Whether every path to the end returns or throws.
    pub fn all_return(&self) -> bool {
        let exits = self.blocks.get(EXIT.0).map_or(&[] as &[_], |exit| &exit.predecessors);
        exits
            .iter()
            .filter_map(|id| self.blocks.get(id.0))
            .all(|block| block.returns || block.throws || !block.reachable)
    }

    /// The blocks that can be reached, each after those that flow to it but for loops.
    fn order(&self) -> Vec<BlockId> {
        let mut visited = vec![false; self.blocks.len()];
        let mut order = Vec::new();
        let mut stack = vec![(ENTRY, 0)];
        if let Some(entry) = visited.get_mut(ENTRY.0) {
            *entry = true;
        }
        while let Some((id, next)) = stack.pop() {
            let successor = self.blocks.get(id.0).and_then(|block| block.successors.get(next));
            let Some(successor) = successor else {
                order.push(id);
                continue;
            };
            stack.push((id, next + 1));
            if let Some(seen) = visited.get_mut(successor.0).filter(|seen| !**seen) {
                *seen = true;
                stack.push((*successor, 0));
            }
        }
        order.reverse();
        order
    }

    /// Goes through the events in order; `each` is told which variables have a value on every path there.
    pub fn replay(&self, variables: usize, each: &mut dyn FnMut(&Event, &mut [bool])) {
        let mut values: Vec<Option<Vec<bool>>> = vec![None; self.blocks.len()];
        for id in self.order() {
            let Some(block) = self.blocks.get(id.0) else { continue };
            let mut assigned = vec![id != ENTRY; variables];
            // A block that is reached by a loop alone has not been gone through yet.
            for known in block.predecessors.iter().filter_map(|id| values.get(id.0)?.as_ref()) {
                for (slot, known) in assigned.iter_mut().zip(known) {
                    *slot &= known;
                }
            }
            for event in &block.events {
                each(event, &mut assigned);
            }
            if let Some(slot) = values.get_mut(id.0) {
                *slot = Some(assigned);
            }
        }
    }
}
