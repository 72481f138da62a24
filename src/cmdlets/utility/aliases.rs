//! What the cmdlets for aliases share: finding them, making them, refusing to change those that may not be changed.

use super::variables;
use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::engine::eval::{SESSION_STATE_EXCEPTION, SESSION_STATE_UNAUTHORIZED};
use crate::engine::frame::Link;
use crate::engine::module::Alias;
use crate::engine::tables::variable;

/// The alias of a name in one scope.
pub fn in_scope(session: &Session, link: &Link, name: &str) -> Option<Rc<Alias>> {
    let symbol = Symbol::new(name);
    match session.owner(link.clone()) {
        Link::Module(module) => module.aliases.borrow().get(&symbol).cloned(),
        Link::Frame(index) => {
            session.frames_at(index).and_then(|frame| frame.aliases.as_ref()).and_then(|own| own.get(&symbol)).cloned()
        }
    }
}

/// All aliases of one scope.
pub fn all_in_scope(session: &Session, link: &Link) -> Vec<Rc<Alias>> {
    match session.owner(link.clone()) {
        Link::Module(module) => module.aliases.borrow().values().cloned().collect(),
        Link::Frame(index) => {
            let frame = session.frames_at(index);
            frame
                .and_then(|frame| frame.aliases.as_ref())
                .map(|own| own.values().cloned().collect())
                .unwrap_or_default()
        }
    }
}

/// The scope that a parameter names; the local one without it.
///
/// # Errors
/// A name that stands for no scope.
pub fn scope(cx: &mut Cx, name: &Option<Str>) -> Outcome<Link> {
    match name {
        Some(name) => variables::scope(cx, name),
        None => Ok(cx.session.scope()),
    }
}

/// What `Set-Alias` and `New-Alias` were given.
pub struct Wanted<'a> {
    pub name: &'a Str,
    pub value: &'a Str,
    pub description: &'a Str,
    pub option: &'a Value,
    pub force: bool,
    /// Whether an alias that is there is an error.
    pub is_new: bool,
    /// Whether the options of one that is there stay.
    pub keep_options: bool,
}

/// Makes or changes an alias in a scope.
///
/// # Errors
/// `AliasAlreadyExists`, `AliasNotWritable`, `AliasAllScopeOptionCannotBeRemoved` and their kin.
pub fn put(session: &mut Session, link: &Link, wanted: &Wanted) -> Outcome<Rc<Alias>> {
    let name = wanted.name;
    let mut options = variable::options(wanted.option);
    let old = in_scope(session, link, name);
    // An alias that spans all scopes is changed where it is.
    let spanning = session.find_alias(Symbol::new(name)).filter(|alias| alias.all_scope && old.is_none());
    let link = if spanning.is_some() { Link::Module(session.global.clone()) } else { link.clone() };
    if let Some(old) = old.or(spanning) {
        if wanted.is_new && !wanted.force {
            let text = format!("The alias is not allowed, because an alias with the name '{name}' already exists.");
            let fault = Fault::new("AliasAlreadyExists", ErrorCategory::ResourceExists, text);
            return Err(fault.of(&SESSION_STATE_EXCEPTION).target(Value::Str(name.clone())).into());
        }
        if old.constant || old.read_only && !wanted.force {
            let text = format!(
                "Alias is not writeable because alias {name} is read-only or constant and cannot be written to."
            );
            return Err(refused("AliasNotWritable", text, name));
        }
        if wanted.keep_options {
            options.read_only |= old.read_only;
            options.all_scope |= old.all_scope;
        } else if old.all_scope && !options.all_scope {
            let text = format!("The AllScope option cannot be removed from the alias '{name}'.");
            return Err(refused("AliasAllScopeOptionCannotBeRemoved", text, name));
        } else if options.constant {
            let text = format!(
                "Alias {name} cannot be made constant after it has been created. Aliases can only be made constant at \
                 creation time."
            );
            return Err(refused("AliasCannotBeMadeConstant", text, name));
        }
    }
    let module = session.current_module();
    let alias = Alias {
        name: name.clone(),
        definition: wanted.value.clone(),
        description: wanted.description.clone(),
        read_only: options.read_only,
        constant: options.constant,
        all_scope: options.all_scope,
        private: options.private,
        module: module.name.clone(),
    };
    session.put_alias(&link, alias);
    in_scope(session, &link, name).ok_or(Flow::Return)
}

/// An error of the session's state about an alias.
pub fn refused(id: &str, text: String, name: &str) -> Flow {
    let fault = Fault::new(id, ErrorCategory::WriteError, text).of(&SESSION_STATE_UNAUTHORIZED);
    fault.target(Value::from(name)).into()
}

/// The object of an alias.
///
/// # Errors
/// A script file behind it that cannot be read.
pub fn value(session: &mut Session, alias: &Rc<Alias>) -> Outcome<Value> {
    let command = match session.find_command(&alias.definition)? {
        Some(command) => command,
        None => crate::engine::command::Command::Block(session.parse_block("", None)?),
    };
    Ok(Value::native(crate::engine::resolve::CommandInfo { command, alias: Some(alias.clone()) }))
}
