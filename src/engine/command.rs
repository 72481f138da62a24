//! Commands: what a name at the start of a statement can stand for.

use super::Session;
use super::block::ScriptBlock;
use super::cmdlet::CmdletMeta;
use super::module::Module;
use super::signature::Signature;
use crate::text::Str;
use std::cell::RefCell;
use std::rc::Rc;

/// A command that has been found.
#[derive(Clone)]
pub enum Command {
    Function(Rc<Function>),
    Cmdlet(&'static CmdletMeta),
    /// A `.ps1` file.
    Script(Rc<ScriptFile>),
    /// A program of the system, by its path.
    Application(Rc<Str>),
    /// A script block that is invoked itself.
    Block(Rc<ScriptBlock>),
}

/// A function or a filter.
pub struct Function {
    pub name: Str,
    pub block: Rc<ScriptBlock>,
    pub is_filter: bool,
    /// The module that defined it, where it was one.
    pub module: Option<Rc<Module>>,
    pub read_only: std::cell::Cell<bool>,
    pub constant: std::cell::Cell<bool>,
    pub description: RefCell<Str>,
}

/// A script file with its parsed text.
pub struct ScriptFile {
    pub path: Str,
    pub block: Rc<ScriptBlock>,
}

impl Command {
    /// The name that error ids and `$MyInvocation` show.
    pub fn name(&self) -> Str {
        match self {
            Command::Function(function) => function.name.clone(),
            Command::Cmdlet(meta) => Str::from(meta.name),
            Command::Script(file) => Str::from(file.path.rsplit('/').next().unwrap_or(&file.path)),
            Command::Application(path) => Str::from(path.rsplit('/').next().unwrap_or(path)),
            Command::Block(_) => Str::default(),
        }
    }

    /// The script block that runs, where the command is written in the language.
    pub fn block(&self) -> Option<&Rc<ScriptBlock>> {
        match self {
            Command::Function(function) => Some(&function.block),
            Command::Script(file) => Some(&file.block),
            Command::Block(block) => Some(block),
            Command::Cmdlet(_) | Command::Application(_) => None,
        }
    }

    /// What the command accepts; `None` for a program of the system.
    pub fn signature(&self, session: &mut Session) -> Option<Rc<Signature>> {
        match self {
            Command::Cmdlet(meta) => Some(super::cmdlet::signature(meta)),
            Command::Application(_) => None,
            other => other.block().map(|block| block.signature(session)),
        }
    }

    /// `CommandType`.
    pub fn kind_name(&self) -> &'static str {
        match self {
            Command::Function(function) if function.is_filter => "Filter",
            Command::Function(_) => "Function",
            Command::Cmdlet(_) => "Cmdlet",
            Command::Script(_) => "ExternalScript",
            Command::Application(_) => "Application",
            Command::Block(_) => "Script",
        }
    }
}
