//! Frames: the scopes of calls that run now, stacked.
//!
//! A frame owns a stretch of the session's stack of slots, one slot for each name that its unit mentions. Reading a slot
//! that was never set goes on in the frame's parent, the scope of the caller (PowerShell's scoping is dynamic); a dotted
//! frame has all its slots shared with the scope that it was dotted into.

use super::block::ScriptBlock;
use super::call::Call;
use super::code::{SlotId, Unit};
use super::command::Function;
use super::module::{Alias, Module, Strict};
use super::session::Session;
use super::variable::{Slot, Variable};
use crate::syntax::Span;
use crate::text::{Str, Symbol};
use crate::value::Value;
use std::collections::HashMap;
use std::rc::Rc;

/// A scope to go on in.
#[derive(Clone)]
pub enum Link {
    Frame(u32),
    Module(Rc<Module>),
}

/// What a frame was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameKind {
    Function,
    Script,
    Block,
    /// Its variables belong to another scope.
    Dotted,
}

/// The scope of one call.
pub struct Frame {
    pub base: u32,
    pub unit: Rc<Unit>,
    pub kind: FrameKind,
    /// Where reading goes on when a name has no value here; of a dotted frame the scope that it belongs to.
    pub parent: Link,
    /// The module whose functions and variables are this frame's own.
    pub module: Rc<Module>,
    pub underbar: Option<Value>,
    /// Variables that were made by name and have no slot.
    pub extra: Vec<Rc<Variable>>,
    pub functions: Option<Box<HashMap<Symbol, Rc<Function>>>>,
    pub aliases: Option<Box<HashMap<Symbol, Rc<Alias>>>>,
    /// The call that the frame belongs to.
    pub call: Option<Rc<Call>>,
    pub block: Option<Rc<ScriptBlock>>,
    pub strict: Option<Strict>,
    /// The frame that was current when this one was entered, for call stacks.
    pub caller: u32,
    /// The statement that runs now.
    pub span: Span,
    /// The items of `$input`.
    pub input: Option<Value>,
    pub this: Option<Value>,
}

/// How a new frame is made.
pub struct NewFrame {
    pub unit: Rc<Unit>,
    pub kind: FrameKind,
    pub parent: Link,
    pub module: Rc<Module>,
    pub call: Option<Rc<Call>>,
    pub block: Option<Rc<ScriptBlock>>,
}

impl Session {
    /// Puts a frame on the stack without entering it; its number.
    pub fn push_frame(&mut self, new: NewFrame) -> u32 {
        let base = self.stack.len();
        self.stack.resize(base + new.unit.names.symbols.len(), Slot::Unset);
        let index = self.frames.len();
        self.frames.push(Frame {
            base: base as u32,
            unit: new.unit,
            kind: new.kind,
            parent: new.parent,
            module: new.module,
            underbar: None,
            extra: Vec::new(),
            functions: None,
            aliases: None,
            call: new.call,
            block: new.block,
            strict: None,
            caller: self.current,
            span: Span::default(),
            input: None,
            this: None,
        });
        index as u32
    }

    /// Takes all frames from `index` up off the stack.
    pub fn pop_frames(&mut self, index: u32) {
        let index = index as usize;
        if let Some(frame) = self.frames.get(index) {
            self.stack.truncate(frame.base as usize);
        }
        if self.frames.iter().skip(index).any(|frame| frame.functions.is_some() || frame.aliases.is_some()) {
            self.bump_epoch();
        }
        self.frames.truncate(index);
    }

    /// Makes a frame the current one; the number of the one before, to be given to [`Session::leave`].
    pub fn enter(&mut self, index: u32) -> u32 {
        let before = self.current;
        self.current = index;
        self.base = self.frames.get(index as usize).map_or(0, |frame| frame.base as usize);
        before
    }

    pub fn leave(&mut self, before: u32) {
        self.enter(before);
    }

    pub fn frame(&self) -> &Frame {
        &self.frames[self.current as usize]
    }

    /// The frame of a number, if it is there.
    pub fn frames_at(&self, index: u32) -> Option<&Frame> {
        self.frames.get(index as usize)
    }

    pub fn frame_mut(&mut self) -> &mut Frame {
        &mut self.frames[self.current as usize]
    }

    /// The scope of the current frame: the frame itself, or what it was dotted into.
    pub fn scope(&self) -> Link {
        self.owner(Link::Frame(self.current))
    }

    /// The scope that owns the variables of a scope: follows dotted frames.
    pub fn owner(&self, link: Link) -> Link {
        let mut link = link;
        while let Link::Frame(index) = link {
            match self.frames.get(index as usize) {
                Some(frame) if frame.kind == FrameKind::Dotted => link = frame.parent.clone(),
                _ => return Link::Frame(index),
            }
        }
        link
    }

    /// The scope that a scope's look-ups go on in.
    pub fn parent_of(&self, link: &Link) -> Option<Link> {
        match link {
            Link::Frame(index) => self.frames.get(*index as usize).map(|frame| frame.parent.clone()),
            Link::Module(module) => module.parent.clone().map(Link::Module),
        }
    }

    /// The scopes from the current one outwards, dotted frames left out.
    pub fn scopes(&self) -> Vec<Link> {
        let mut scopes = Vec::new();
        let mut next = Some(self.scope());
        while let Some(link) = next {
            let link = self.owner(link);
            next = self.parent_of(&link);
            scopes.push(link);
        }
        scopes
    }

    /// The nearest scope of a script file or a module, which `$script:` names.
    pub fn script_scope(&self) -> Link {
        let mut link = Link::Frame(self.current);
        loop {
            match &link {
                Link::Module(_) => return link,
                Link::Frame(index) => {
                    let Some(frame) = self.frames.get(*index as usize) else {
                        return Link::Module(self.global.clone());
                    };
                    if frame.kind == FrameKind::Script {
                        return link;
                    }
                    link = frame.parent.clone();
                }
            }
        }
    }

    /// The value of a name in one scope only.
    pub fn value_in(&self, link: &Link, name: Symbol) -> Option<Value> {
        match link {
            Link::Module(module) => module.variables.borrow().get(&name).and_then(|variable| variable.get()),
            Link::Frame(index) => {
                let frame = self.frames.get(*index as usize)?;
                if let Some(slot) = frame.unit.names.get(name) {
                    return match self.stack.get(frame.base as usize + slot.0 as usize)? {
                        Slot::Unset => None,
                        Slot::Local(value) => Some(value.clone()),
                        Slot::Shared(variable) => variable.get(),
                    };
                }
                frame.extra.iter().find(|variable| variable.name == name).and_then(|variable| variable.get())
            }
        }
    }

    /// The value of a name as the current frame sees it.
    pub fn lookup(&self, name: Symbol) -> Option<Value> {
        self.lookup_from(Link::Frame(self.current), name)
    }

    /// The value of a name as seen from a scope outwards. Private variables are seen in their own scope only.
    pub fn lookup_from(&self, link: Link, name: Symbol) -> Option<Value> {
        let start = self.owner(link.clone());
        let mut link = link;
        loop {
            if let Some(variable) = self.shared_in(&link, name) {
                let is_own = same_link(&self.owner(link.clone()), &start);
                if let Some(value) = variable.get()
                    && (is_own || !variable.options.get().private)
                {
                    return Some(value);
                }
            } else if let Some(value) = self.value_in(&link, name) {
                return Some(value);
            }
            if let Some(value) = self.automatic_in(&link, name) {
                return Some(value);
            }
            link = self.parent_of(&link)?;
        }
    }

    /// The variable with an identity that a scope has under a name.
    fn shared_in(&self, link: &Link, name: Symbol) -> Option<Rc<Variable>> {
        match link {
            Link::Module(module) => module.variables.borrow().get(&name).cloned(),
            Link::Frame(index) => {
                let frame = self.frames.get(*index as usize)?;
                if let Some(slot) = frame.unit.names.get(name) {
                    return match self.stack.get(frame.base as usize + slot.0 as usize)? {
                        Slot::Shared(variable) => Some(variable.clone()),
                        _ => None,
                    };
                }
                frame.extra.iter().find(|variable| variable.name == name).cloned()
            }
        }
    }

    /// The variable of a name in one scope, promoted to have an identity; made without a value where there is none.
    pub fn variable_in(&mut self, link: &Link, name: Symbol) -> Rc<Variable> {
        match self.owner(link.clone()) {
            Link::Module(module) => module.variable(name),
            Link::Frame(index) => {
                let Some(frame) = self.frames.get_mut(index as usize) else { return self.global.variable(name) };
                let Some(slot) = frame.unit.names.get(name) else {
                    if let Some(known) = frame.extra.iter().find(|variable| variable.name == name) {
                        return known.clone();
                    }
                    let variable = Rc::new(Variable::unset(name));
                    frame.extra.push(variable.clone());
                    return variable;
                };
                match self.stack.get_mut(frame.base as usize + slot.0 as usize) {
                    Some(place) => promote(place, name),
                    None => Rc::new(Variable::unset(name)),
                }
            }
        }
    }

    /// The variable of a name as the current frame sees it, promoted; `None` where no scope has a value for it.
    pub fn find_variable(&mut self, name: Symbol) -> Option<Rc<Variable>> {
        let mut link = Link::Frame(self.current);
        loop {
            if self.value_in(&link, name).is_some() {
                return Some(match &link {
                    Link::Frame(index) if self.is_own_slot(*index, name) => self.promote_slot(*index, name),
                    _ => self.variable_in(&link, name),
                });
            }
            link = self.parent_of(&link)?;
        }
    }

    /// Whether a dotted frame holds a name in a slot of its own that is not shared with its scope.
    fn is_own_slot(&self, index: u32, name: Symbol) -> bool {
        self.frames.get(index as usize).is_some_and(|frame| {
            frame.kind == FrameKind::Dotted
                && frame.unit.names.get(name).is_some_and(|slot| {
                    matches!(self.stack.get(frame.base as usize + slot.0 as usize), Some(Slot::Local(_)))
                })
        })
    }

    fn promote_slot(&mut self, index: u32, name: Symbol) -> Rc<Variable> {
        let place = self
            .frames
            .get(index as usize)
            .and_then(|frame| frame.unit.names.get(name).map(|slot| frame.base as usize + slot.0 as usize));
        match place.and_then(|place| self.stack.get_mut(place)) {
            Some(slot) => promote(slot, name),
            None => Rc::new(Variable::unset(name)),
        }
    }

    /// The variable behind a slot of the current frame, promoted.
    pub fn promote(&mut self, slot: SlotId, name: Symbol) -> Rc<Variable> {
        match self.stack.get_mut(self.base + slot.0 as usize) {
            Some(place) => promote(place, name),
            None => Rc::new(Variable::unset(name)),
        }
    }

    /// Sets a variable by name in the current scope, as an assignment without a scope does, without checks.
    pub fn set_local(&mut self, name: Symbol, value: Value) {
        let scope = self.scope();
        self.set_in(&scope, name, value);
    }

    /// Sets a variable by name in a scope, without checks.
    pub fn set_in(&mut self, link: &Link, name: Symbol, value: Value) {
        if let Link::Frame(index) = self.owner(link.clone())
            && let Some(frame) = self.frames.get(index as usize)
            && let Some(slot) = frame.unit.names.get(name)
            && let Some(place) = self.stack.get_mut(frame.base as usize + slot.0 as usize)
            && !matches!(place, Slot::Shared(_))
        {
            *place = Slot::Local(value);
            return;
        }
        self.variable_in(link, name).put(Some(value));
    }

    /// Sets a global variable, without checks.
    pub fn set_global(&self, name: &str, value: Value) {
        self.global.variable(Symbol::new(name)).put(Some(value));
    }

    /// Shares the slots of a dotted frame with the scope that it belongs to.
    pub fn link_dotted(&mut self, index: u32) {
        let Some(frame) = self.frames.get(index as usize) else { return };
        let (unit, base, target) = (frame.unit.clone(), frame.base as usize, frame.parent.clone());
        for (i, name) in unit.names.symbols.iter().enumerate() {
            if unit.automatic.iter().any(|(_, slot)| slot.0 as usize == i) {
                continue;
            }
            let variable = self.variable_in(&target, *name);
            if let Some(place) = self.stack.get_mut(base + i) {
                *place = Slot::Shared(variable);
            }
        }
    }

    /// The names of the variables that have a value in one scope, in no particular order.
    pub fn variables_in(&self, link: &Link) -> Vec<Symbol> {
        match link {
            Link::Module(module) => {
                let variables = module.variables.borrow();
                variables.iter().filter(|(_, v)| v.read(|value| value.is_some())).map(|(name, _)| *name).collect()
            }
            Link::Frame(index) => {
                let Some(frame) = self.frames.get(*index as usize) else { return Vec::new() };
                let extras = frame.extra.iter().map(|variable| variable.name);
                let names = frame.unit.names.symbols.iter().copied().chain(extras);
                names.filter(|name| self.value_in(link, *name).is_some()).collect()
            }
        }
    }

    /// The level of strict mode that holds in the current scope.
    pub fn strict(&self) -> Strict {
        if !self.any_strict {
            return Strict(0);
        }
        let mut link = Link::Frame(self.current);
        loop {
            let level = match &link {
                Link::Frame(index) => self.frames.get(*index as usize).and_then(|frame| frame.strict),
                Link::Module(module) => module.strict.get(),
            };
            if let Some(level) = level {
                return level;
            }
            match self.parent_of(&link) {
                Some(parent) => link = parent,
                None => return Strict(0),
            }
        }
    }

    /// The name of the script file or function that a frame runs, for call stacks.
    pub fn frame_name(&self, frame: &Frame) -> Str {
        match &frame.call {
            Some(call) if frame.kind == FrameKind::Function => call.command.name(),
            Some(call) if frame.kind == FrameKind::Script => call.command.name(),
            _ => Str::from("<ScriptBlock>"),
        }
    }
}

fn promote(place: &mut Slot, name: Symbol) -> Rc<Variable> {
    let variable = match std::mem::take(place) {
        Slot::Unset => Rc::new(Variable::unset(name)),
        Slot::Local(value) => Rc::new(Variable::with_value(name, value)),
        Slot::Shared(variable) => variable,
    };
    *place = Slot::Shared(variable.clone());
    variable
}

fn same_link(a: &Link, b: &Link) -> bool {
    match (a, b) {
        (Link::Frame(a), Link::Frame(b)) => a == b,
        (Link::Module(a), Link::Module(b)) => Rc::ptr_eq(a, b),
        _ => false,
    }
}
