//! `Get-PSProvider`: the providers.
use super::{drives, paths};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Gets information about the specified provider.
    ///
    /// ```powershell
    /// (Get-PSProvider Environment).Name
    /// # Environment
    /// ```
    pub struct GetPsProvider: "Get-PSProvider", module "Microsoft.PowerShell.Management";

    /// The names, wildcards allowed.
    param ps_provider: Vec<Str>, name "PSProvider", position 0, by_name;
}

impl Cmdlet for GetPsProvider {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        for provider in drives::PROVIDERS {
            if paths::passes(provider.provider(), &self.ps_provider, &[]) {
                let object = drives::provider(cx.session, provider);
                cx.write(object)?;
            }
        }
        Ok(())
    }
}
