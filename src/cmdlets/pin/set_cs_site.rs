//! `Set-CsSite`: changes how a site is shown.

use super::desk_service::Desk;
use super::fault::refuse;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Changes a site's display name or description.
    ///
    /// ```powershell
    /// Set-CsSite -Identity Redmond -Description "Head office"
    /// (Get-CsSite Redmond).Description
    /// # Head office
    /// ```
    pub struct SetCsSite: "Set-CsSite", should_process, module "Lync",
        class "Microsoft.Rtc.Management.Xds.SetCsSiteCmdlet";

    /// The site's name, with or without `site:`.
    param identity: Str, mandatory, position 0, pipeline, by_name;
    /// The name that is shown.
    param display_name: Option<Str>;
    /// What the site is; $null clears it.
    param description: Option<Str>, allow_null, allow_empty_string;
}

impl Cmdlet for SetCsSite {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let desk = Desk::of(cx)?;
        if !cx.should_process(&self.identity, "Set-CsSite")? {
            return Ok(());
        }
        let display_name = self.display_name.as_ref().map(Str::as_str).filter(|name| !name.is_empty());
        let description = cx.is_bound("Description").then(|| self.description.as_ref().map(Str::as_str));
        match desk.change(|desk| desk.set_site(&self.identity, display_name, description)) {
            Ok(()) => Ok(()),
            Err(fault) => refuse(cx, &fault, &self.identity),
        }
    }
}
