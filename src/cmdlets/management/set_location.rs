//! `Set-Location`: goes to a folder or a drive.
use crate::cmdlets::prelude::*;
use crate::engine::psobject;
use crate::provider::{self, Drive, Place};

cmdlet! {
    /// Sets the current working location to a specified location.
    ///
    /// ```powershell
    /// Set-Location /
    /// (Get-Location).Path
    /// # /
    /// ```
    pub struct SetLocation: "Set-Location", alias "sl", alias "cd", alias "chdir", default_set "Path",
        module "Microsoft.PowerShell.Management";

    /// Where to go; the home folder where it is left out, `-` for the location before.
    param path: Option<Str>, set "Path", position 0, pipeline, by_name;
    /// Where to go, the name taken as it is.
    param literal_path: Option<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Returns the new location.
    param pass_thru: Switch;
    /// The name of the stack.
    param stack_name: Option<Str>, set "Stack", by_name;
}

impl Cmdlet for SetLocation {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let literal = self.literal_path.is_some();
        let target = self.literal_path.clone().or_else(|| self.path.clone()).unwrap_or_else(|| Str::from("~"));
        match go(cx, &target, literal) {
            Ok(()) => {}
            Err(flow) => return cx.report(flow),
        }
        if *self.pass_thru {
            let here = psobject::path_info(cx.session);
            return cx.write(here);
        }
        Ok(())
    }
}

/// Goes to a path, which must be a folder or a drive.
pub fn go(cx: &mut Cx, path: &str, literal: bool) -> Outcome {
    let mut places = provider::existing(cx.session, path, literal)?;
    if places.len() > 1 {
        let text = format!(
            "Cannot set the location because path '{path}' resolved to multiple containers. You can only the set location to a single container at a time."
        );
        return Err(Fault::new("Argument", ErrorCategory::InvalidArgument, text)
            .of(&crate::value::error::ARGUMENT_EXCEPTION)
            .into());
    }
    let Some(place) = places.pop() else {
        let missing = Place { drive: Drive::FileSystem, path: cx.session.full_path(path) };
        return Err(provider::not_found(&missing).into());
    };
    if !place.is_container() {
        return Err(provider::not_found(&place).into());
    }
    match place.drive {
        Drive::FileSystem => {
            cx.session.folder = place.path;
            cx.session.drive = Str::default();
        }
        drive => cx.session.drive = Str::from(drive.name()),
    }
    Ok(())
}
