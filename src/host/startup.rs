//! Making a session: its environment, its first functions, the folder to start in, the profile.

use super::console::ConsoleHost;
use super::options::Options;
use super::run;
use crate::cmdlets;
use crate::cmdlets::utility::formatting::FILE_RENDERER;
use crate::engine::Session;
use crate::engine::binder::Argument;
use crate::engine::frame::Link;
use crate::engine::module::Alias;
use crate::engine::pipeline::Discard;
use crate::format::ps_style::{self, PsStyle};
use crate::store::StoreSettings;
use crate::text::Str;
use crate::value::{Flow, Outcome, Value};
use std::path::PathBuf;
use std::rc::Rc;

/// The functions that every session starts with.
const FUNCTIONS: &str = include_str!("startup.ps1");

/// Second names of those functions.
const ALIASES: [(&str, &str); 1] = [("cls", "Clear-Host")];

/// A session on the host, ready for commands; the profile has not run.
pub fn session(host: &Rc<ConsoleHost>, folder: &str, options: &Options) -> Session {
    let environment = host.surroundings().environment.clone();
    let mut session = Session::new(host.clone(), cmdlets::REGISTRY, environment, Str::from(folder));
    session.provide(Rc::new(FILE_RENDERER));
    crate::types::register(cmdlets::TYPES);
    crate::types::register(cmdlets::management::TYPES);
    crate::types::register(ps_style::TYPES);
    session.set_global("PSStyle", PsStyle::value(!host.surroundings().wants_colours()));
    session.provide(Rc::new(StoreSettings { store: options.store.clone(), key: options.key.clone() }));
    session.set_global("PROFILE", Value::Str(Str::from(profile_path(host).to_string_lossy().as_ref())));
    let defined = session.parse_block(FUNCTIONS, None).and_then(|block| {
        let how = crate::engine::invoke::Invocation { dotted: true, ..Default::default() };
        session.call_block(&block, how, &mut Discard)
    });
    if let Err(flow) = defined {
        run::report(&mut session, host, &flow);
    }
    for (name, definition) in ALIASES {
        let alias = Alias {
            name: Str::from(name),
            definition: Str::from(definition),
            description: Str::default(),
            read_only: false,
            constant: false,
            all_scope: false,
            private: false,
            module: Str::default(),
        };
        session.put_alias(&Link::Module(session.global.clone()), alias);
    }
    session
}

/// Goes to the folder and runs the profile, as the options want it.
///
/// # Errors
/// `Exit` where the profile ends the session.
pub fn prepare(session: &mut Session, host: &Rc<ConsoleHost>, options: &Options) -> Outcome {
    if let Some(folder) = &options.working_directory {
        enter_folder(session, host, folder)?;
    }
    if options.no_profile {
        return Ok(());
    }
    let path = profile_path(host);
    if !path.is_file() {
        return Ok(());
    }
    match run::file(session, host, &path, Vec::new()) {
        Err(flow @ Flow::Exit(_)) => Err(flow),
        _ => Ok(()),
    }
}

fn enter_folder(session: &mut Session, host: &Rc<ConsoleHost>, folder: &str) -> Outcome {
    let Ok(Some(command)) = session.find_command("Set-Location") else {
        session.folder = session.full_path(folder);
        return Ok(());
    };
    let arguments = vec![Argument::named("LiteralPath", Value::from(folder))];
    let result = session.run_command(command, arguments, None, &mut Discard);
    run::conclude(session, host, result)
}

/// The user's profile: `~/.config/pinsh/profile.ps1`.
fn profile_path(host: &ConsoleHost) -> PathBuf {
    let surroundings = host.surroundings();
    let named = |name: &str| surroundings.variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config = named("XDG_CONFIG_HOME").or_else(|| named("HOME").map(|home| home.join(".config")));
    config.unwrap_or_default().join("pinsh").join("profile.ps1")
}
