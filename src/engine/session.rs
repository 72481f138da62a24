//! The session (a runspace): everything that a running shell knows.

use super::call::Call;
use super::cmdlet::CmdletMeta;
use super::frame::{Frame, FrameKind, Link, NewFrame};
use super::host::Host;
use super::module::{Module, ModuleKind};
use super::streams::Streams;
use super::variable::Slot;
use crate::syntax::Source;
use crate::text::{Str, Symbol};
use crate::value::{NativeType, Value};
use indexmap::IndexMap;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::rc::Rc;

/// One shell at work.
pub struct Session {
    pub(crate) stack: Vec<Slot>,
    pub(crate) frames: Vec<Frame>,
    /// The number of the frame that runs.
    pub(crate) current: u32,
    /// Where the current frame's slots start.
    pub(crate) base: usize,
    pub global: Rc<Module>,
    /// Modules that were imported, by name, in order of import.
    pub modules: IndexMap<Symbol, Rc<Module>>,
    /// The cmdlets, in alphabetical order.
    pub cmdlets: &'static [&'static CmdletMeta],
    cmdlet_index: HashMap<Symbol, &'static CmdletMeta>,
    /// Grows whenever a name may have come to stand for another command.
    epoch: u64,
    ids: u32,
    /// `$?`
    pub success: bool,
    /// How many `try` statements with a `catch` enclose what runs now.
    pub(crate) try_depth: u32,
    /// How deep calls are nested.
    pub(crate) depth: u32,
    pub(crate) any_strict: bool,
    pub(crate) streams: Streams,
    host: Rc<dyn Host>,
    services: HashMap<TypeId, Rc<dyn Any>>,
    /// The current folder of the file system.
    pub folder: Str,
    /// The name of the drive that relative paths belong to; empty for the file system.
    pub drive: Str,
    /// Drives that were made with `New-PSDrive`: name, provider, root.
    pub drives: Vec<(Str, Str, Str)>,
    pub location_stack: Vec<Str>,
    /// The environment as the shell and the programs that it starts see it.
    pub environment: IndexMap<Str, Str>,
    /// Types that were added with `Update-TypeData`, by type name.
    pub type_data: HashMap<Symbol, TypeData>,
    /// Classes and enums of scripts, newest last.
    pub types: Vec<(Symbol, crate::value::TypeRef)>,
    /// Namespaces that `using namespace` opened.
    pub namespaces: Vec<Str>,
    /// The script file that was given on the command line, if any.
    pub interactive: bool,
    /// What the last `return` of a method gave.
    pub(crate) returned: Option<Value>,
    /// The errors whose `catch` blocks run now, for `throw` without a value.
    pub(crate) caught: Vec<Rc<crate::value::ErrorRecord>>,
    /// Counts turns of loops, to look for Ctrl-C now and then.
    pub(crate) ticks: u32,
}

/// What `Update-TypeData` adds to a type.
#[derive(Default)]
pub struct TypeData {
    pub members: crate::value::Members,
    pub default_display: Option<Vec<Str>>,
    pub default_display_property: Option<Str>,
    pub default_keys: Option<Vec<Str>>,
    pub serialization_depth: Option<i32>,
}

/// How deep calls may be nested before that is an error.
pub const MAX_DEPTH: u32 = 2000;

impl Session {
    /// A session with these cmdlets. `environment` is what programs see; `folder` is the current folder.
    pub fn new(
        host: Rc<dyn Host>,
        cmdlets: &'static [&'static CmdletMeta],
        environment: IndexMap<Str, Str>,
        folder: Str,
    ) -> Session {
        let global = Module::new("", ModuleKind::Global, None);
        let mut session = Session {
            stack: Vec::with_capacity(256),
            frames: Vec::with_capacity(32),
            current: 0,
            base: 0,
            global: global.clone(),
            modules: IndexMap::new(),
            cmdlets,
            cmdlet_index: HashMap::new(),
            epoch: 1,
            ids: 1,
            success: true,
            try_depth: 0,
            depth: 0,
            any_strict: false,
            streams: Streams::default(),
            host,
            services: HashMap::new(),
            folder,
            drive: Str::default(),
            drives: Vec::new(),
            location_stack: Vec::new(),
            environment,
            type_data: HashMap::new(),
            types: Vec::new(),
            namespaces: Vec::new(),
            interactive: false,
            returned: None,
            caught: Vec::new(),
            ticks: 0,
        };
        let root = super::lower::empty_unit(&Source::new(None, Str::default()));
        session.push_frame(NewFrame {
            unit: root,
            kind: FrameKind::Dotted,
            parent: Link::Module(global.clone()),
            module: global,
            call: None,
            block: None,
        });
        super::tables::register(cmdlets);
        super::automatic::define(&session);
        super::aliases::define(&session);
        session
    }

    pub fn host(&self) -> Rc<dyn Host> {
        self.host.clone()
    }

    /// Puts another host in place; the old one.
    pub fn replace_host(&mut self, host: Rc<dyn Host>) -> Rc<dyn Host> {
        std::mem::replace(&mut self.host, host)
    }

    /// The service of a type that an upper layer has put here.
    pub fn service<T: 'static>(&self) -> Option<Rc<T>> {
        self.services.get(&TypeId::of::<T>()).cloned().and_then(|service| service.downcast().ok())
    }

    /// Offers a service to the commands of upper layers.
    pub fn provide<T: 'static>(&mut self, service: Rc<T>) {
        self.services.insert(TypeId::of::<T>(), service);
    }

    /// Says that a name may stand for another command from now on.
    pub fn bump_epoch(&mut self) {
        self.epoch += 1;
    }

    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// A number that no other stage has.
    pub fn fresh_id(&mut self) -> u32 {
        self.ids = self.ids.wrapping_add(1).max(1);
        self.ids
    }

    /// The cmdlet of a name.
    pub fn find_cmdlet(&mut self, name: Symbol) -> Option<&'static CmdletMeta> {
        if self.cmdlet_index.is_empty() {
            self.cmdlet_index = self.cmdlets.iter().map(|meta| (Symbol::new(meta.name), *meta)).collect();
        }
        self.cmdlet_index.get(&name).copied()
    }

    /// The call that the current frame belongs to, if it runs one.
    pub fn current_call(&self) -> Option<Rc<Call>> {
        self.frame().call.clone()
    }

    /// The module whose code runs now.
    pub fn current_module(&self) -> Rc<Module> {
        self.frame().module.clone()
    }

    /// Adds a value to the list that a variable such as `$Error` holds, in front.
    pub(crate) fn error_list(&self) -> Value {
        self.global.variable(Symbol::new("Error")).get().unwrap_or_default()
    }

    /// Whether a native type is `IEnumerable` for `foreach`; strings are not.
    pub fn is_list_type(ty: &'static NativeType) -> bool {
        ty.is(&crate::value::types::I_ENUMERABLE) && !std::ptr::eq(ty, &crate::value::types::STRING)
    }
}
