//! `New-PSDrive`: a name for a folder.
use super::drives;
use crate::cmdlets::prelude::*;
use crate::engine::drive::DRIVE_NOT_FOUND_EXCEPTION;
use crate::provider::Drive;
use crate::types::exceptions::IO_EXCEPTION;

cmdlet! {
    /// Creates temporary and persistent drives.
    ///
    /// ```powershell
    /// (New-PSDrive -Name Root -PSProvider FileSystem -Root /).Root
    /// # /
    /// ```
    pub struct NewPsDrive: "New-PSDrive", alias "ndr", should_process,
        module "Microsoft.PowerShell.Management";

    /// The drive's name.
    param name: Str, mandatory, position 0, by_name;
    /// Its provider, which can only be the file system.
    param ps_provider: Str, name "PSProvider", mandatory, position 1, by_name;
    /// The folder that it stands for.
    param root: Str, mandatory, position 2, by_name, allow_empty_string;
    /// What it is for.
    param description: Str, by_name;
    /// The scope, of which the drives here have but one.
    param scope: Str, by_name;
    /// Keeps the drive beyond the session on other systems.
    param persist: Switch;
}

impl Cmdlet for NewPsDrive {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if !self.ps_provider.eq_ignore_ascii_case("FileSystem") && Drive::find(&self.ps_provider).is_none() {
            let text = format!("Cannot find a provider with the name '{}'.", self.ps_provider);
            let fault = Fault::new("ProviderNotFound", ErrorCategory::ObjectNotFound, text);
            return cx.error(
                fault
                    .of(&crate::types::exceptions::PROVIDER_NOT_FOUND_EXCEPTION)
                    .target(Value::Str(self.ps_provider.clone())),
            );
        }
        let target = format!("Name: {} Provider: Microsoft.PowerShell.Core\\FileSystem Root: {}", self.name, self.root);
        if !cx.should_process(&target, "New drive")? {
            return Ok(());
        }
        let is_taken = Drive::find(&self.name).is_some()
            || cx.session.drives.iter().any(|(name, _, _)| name.eq_ignore_ascii_case(&self.name));
        if is_taken {
            let text = format!("A drive with the name '{}' already exists.", self.name);
            let fault = Fault::new("DriveAlreadyExists", ErrorCategory::ResourceExists, text);
            return cx.error(fault.of(&DRIVE_NOT_FOUND_EXCEPTION).target(Value::Str(self.name.clone())));
        }
        let root = cx.session.full_path(&self.root);
        let drive = (self.name.clone(), self.description.clone(), root.clone());
        let object = drives::made(cx.session, &drive);
        if !std::path::Path::new(&*root).is_dir() {
            let text = format!("The specified drive root \"{root}\" either does not exist, or it is not a folder.");
            let fault = Fault::new("DriveRootError", ErrorCategory::ReadError, text).of(&IO_EXCEPTION);
            return cx.error(fault.target(object));
        }
        cx.session.drives.push(drive);
        cx.write(object)
    }
}
