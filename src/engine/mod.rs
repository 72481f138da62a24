//! Sessions, scopes, evaluation, the pipeline and the parameter binder.
//!
//! Text becomes a tree (`syntax`), a tree becomes [`code`] once (`lower`), code runs (`eval`) in frames ([`frame`])
//! and writes into pipelines ([`pipeline`]); commands receive their arguments through the [`binder`].

pub mod aliases;
pub mod automatic;
pub mod binder;
pub mod block;
pub mod call;
pub mod class;
pub mod cmdlet;
pub mod code;
pub mod command;
pub mod drive;
pub mod env;
pub mod errors;
pub mod eval;
pub mod file_sink;
pub mod frame;
pub mod host;
pub mod host_object;
pub mod information;
pub mod invoke;
pub mod lower;
pub mod member_list;
pub mod members;
pub mod module;
pub mod modules;
pub mod pipeline;
pub mod program;
pub mod psobject;
pub mod resolve;
pub mod runtime_parameter;
pub mod script_cmdlet;
pub mod session;
pub mod signature;
pub mod streams;
pub mod syntax_text;
pub mod tables;
pub mod variable;

pub use session::Session;
