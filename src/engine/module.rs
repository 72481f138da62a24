//! Modules: the global scope and every scope that outlives a call.

use super::command::Function;
use super::variable::Variable;
use crate::text::{Str, Symbol};
use crate::value::{Table, Value};
use indexmap::IndexMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A scope with a life of its own: the global one, a module's, a closure's.
pub struct Module {
    pub name: Str,
    /// The file that it was read from.
    pub path: RefCell<Str>,
    pub version: RefCell<Str>,
    pub description: RefCell<Str>,
    pub variables: RefCell<IndexMap<Symbol, Rc<Variable>>>,
    pub functions: RefCell<IndexMap<Symbol, Rc<Function>>>,
    pub aliases: RefCell<IndexMap<Symbol, Rc<Alias>>>,
    /// Where reading goes on; none for the global scope.
    pub parent: Option<Rc<Module>>,
    /// What `Export-ModuleMember` named, once it was called.
    pub exports: RefCell<Option<Exports>>,
    pub kind: ModuleKind,
    /// Runs when the module is removed.
    pub on_remove: RefCell<Value>,
    /// The level that `Set-StrictMode` set here.
    pub strict: Cell<Option<Strict>>,
    /// What the module manifest says, for `Get-Module`.
    pub private_data: RefCell<Value>,
    /// The whole manifest, where it came with one.
    pub manifest: RefCell<Option<Rc<Table>>>,
    /// Modules that were imported from inside it.
    pub nested: RefCell<Vec<Rc<Module>>>,
    /// What the nouns of its commands got in front at the last import.
    pub prefix: RefCell<Str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModuleKind {
    Global,
    Script,
    Manifest,
    Binary,
    Dynamic,
    Closure,
}

/// `Set-StrictMode -Version`: off, 1, 2, or 3 and later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strict(pub u8);

/// What a module shows to those who import it.
#[derive(Clone, Default)]
pub struct Exports {
    pub functions: Vec<Str>,
    pub variables: Vec<Str>,
    pub aliases: Vec<Str>,
    pub cmdlets: Vec<Str>,
}

/// A second name of a command.
#[derive(Clone, Default)]
pub struct Alias {
    pub name: Str,
    pub definition: Str,
    pub description: Str,
    pub read_only: bool,
    pub constant: bool,
    /// Every new scope has it too.
    pub all_scope: bool,
    /// Seen in its own scope only.
    pub private: bool,
    /// The module that it came from.
    pub module: Str,
}

impl Module {
    pub fn new(name: impl Into<Str>, kind: ModuleKind, parent: Option<Rc<Module>>) -> Rc<Module> {
        Rc::new(Module {
            name: name.into(),
            path: RefCell::default(),
            version: RefCell::new(Str::from("0.0")),
            description: RefCell::default(),
            variables: RefCell::default(),
            functions: RefCell::default(),
            aliases: RefCell::default(),
            parent,
            exports: RefCell::default(),
            kind,
            on_remove: RefCell::default(),
            strict: Cell::new(None),
            private_data: RefCell::default(),
            manifest: RefCell::default(),
            nested: RefCell::default(),
            prefix: RefCell::default(),
        })
    }

    /// The variable of a name, made without a value where there is none.
    pub fn variable(&self, name: Symbol) -> Rc<Variable> {
        self.variables.borrow_mut().entry(name).or_insert_with(|| Rc::new(Variable::unset(name))).clone()
    }

    /// The variable of a name, if it is there and has a value.
    pub fn find_variable(&self, name: Symbol) -> Option<Rc<Variable>> {
        self.variables.borrow().get(&name).filter(|variable| variable.read(|value| value.is_some())).cloned()
    }
}
