//! The desk as a service of the session: opened when the first command needs it.

use crate::cmdlets::prelude::*;
use crate::engine::Session;
use crate::store::StoreSettings;
use crate::store::desk::{DeskFault, PinDesk};
use std::cell::RefCell;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The desk that a session's commands share.
pub struct Desk(RefCell<PinDesk>);

impl Desk {
    /// A desk for commands. It must not be used from inside `read` or `change`.
    pub fn new(desk: PinDesk) -> Desk {
        Desk(RefCell::new(desk))
    }

    /// The desk of the session, opened by the settings that the host has given, else by the environment.
    ///
    /// # Errors
    /// `StoreUnavailable`, a terminating error, when the store cannot be opened.
    pub fn of(cx: &mut Cx) -> Outcome<Rc<Desk>> {
        if let Some(desk) = cx.session.service::<Desk>() {
            return Ok(desk);
        }
        match open(cx.session) {
            Ok(desk) => {
                let desk = Rc::new(desk);
                cx.session.provide(desk.clone());
                Ok(desk)
            }
            Err(message) => {
                let fault = Fault::new("StoreUnavailable", ErrorCategory::ResourceUnavailable, message);
                Err(cx.stop(fault.of(&super::fault::MANAGEMENT_EXCEPTION)))
            }
        }
    }

    /// Asks the desk.
    ///
    /// # Errors
    /// Those of `ask`.
    pub fn read<T>(&self, ask: impl FnOnce(&PinDesk) -> Result<T, DeskFault>) -> Result<T, DeskFault> {
        ask(&self.0.borrow())
    }

    /// Changes something at the desk.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn change<T>(&self, work: impl FnOnce(&mut PinDesk) -> Result<T, DeskFault>) -> Result<T, DeskFault> {
        work(&mut self.0.borrow_mut())
    }
}

fn open(session: &Session) -> Result<Desk, String> {
    let settings = session.service::<StoreSettings>().unwrap_or_default();
    let environment = |name: &str| session.environment.get(name).map(ToString::to_string);
    let options = settings.options(&environment, Path::new(session.folder.as_str())).ok_or(
        "There is no home folder to keep the store in. Set PINSH_STORE to the path of a store, or use -StorePath.",
    )?;
    let mut desk = PinDesk::open(&options).map_err(|fault| fault.to_string())?;
    let named = |name: &str| environment(name).filter(|user| !user.is_empty());
    let user = named("USER").or_else(|| named("LOGNAME")).or_else(process_user);
    desk.set_actor(&user.unwrap_or_default(), &format!("{}/console", host_name(session)));
    Ok(Desk::new(desk))
}

/// The name of the machine.
pub fn host_name(session: &Session) -> String {
    let environment = session.environment.get("HOSTNAME").map(ToString::to_string).filter(|name| !name.is_empty());
    let kernel = || std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    match environment.or_else(kernel).unwrap_or_default().trim() {
        "" => "localhost".to_string(),
        name => name.to_string(),
    }
}

/// The name of the user whose process this is, or his number where the system has no name for it.
fn process_user() -> Option<String> {
    let number = std::fs::metadata("/proc/self").ok()?.uid().to_string();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let name = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == number).then(|| name.to_string())
    });
    Some(name.unwrap_or(number))
}
