//! Script blocks as values.

use super::Session;
use super::code::Unit;
use super::module::Module;
use super::signature::Signature;
use crate::syntax::ast;
use crate::text::Str;
use crate::value::{Env, Native, Outcome, ScriptType, TypeRef, Value, types};
use std::cell::{Cell, OnceCell};
use std::rc::{Rc, Weak};

/// A script block in the source, lowered on its first run.
pub struct Template {
    pub tree: Rc<ast::ScriptBlock>,
    /// The parameters of `function f($a) { }`, which stand outside the block.
    pub parameters: Option<Rc<ast::FunctionDefinition>>,
    /// The name of the function, for error messages and invocation info.
    pub name: Option<Str>,
    pub unit: OnceCell<Rc<Unit>>,
    /// The class that the block is a method of: only what `return` gives is its result.
    pub class: Option<Weak<ScriptType>>,
}

impl Template {
    pub fn new(tree: Rc<ast::ScriptBlock>) -> Rc<Template> {
        Rc::new(Template { tree, parameters: None, name: None, unit: OnceCell::new(), class: None })
    }

    /// The same block, to be lowered anew.
    pub fn fresh(&self) -> Rc<Template> {
        Rc::new(Template {
            tree: self.tree.clone(),
            parameters: self.parameters.clone(),
            name: self.name.clone(),
            unit: OnceCell::new(),
            class: self.class.clone(),
        })
    }

    /// The source text between the braces, which is what the block is as a string.
    pub fn text(&self) -> Str {
        let source = &self.tree.source;
        let text = source.slice(self.tree.span);
        let inner = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text);
        Str::from(inner)
    }
}

/// `System.Management.Automation.ScriptBlock`.
pub struct ScriptBlock {
    pub template: Rc<Template>,
    /// The module whose scope the block runs in, or none for where it is called.
    pub module: Option<Rc<Module>>,
    pub debugger_hidden: Cell<bool>,
}

impl ScriptBlock {
    pub fn value(template: Rc<Template>, module: Option<Rc<Module>>) -> Value {
        Value::native(Rc::new(ScriptBlock { template, module, debugger_hidden: Cell::new(false) }))
    }

    /// The signature of its `param` block.
    pub fn signature(&self, session: &mut Session) -> Rc<Signature> {
        super::lower::unit(session, &self.template).signature.clone()
    }
}

impl Native for Rc<ScriptBlock> {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&types::SCRIPT_BLOCK)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.template.text()))
    }
}
