//! `Set-StrictMode`: refuses variables and members that do not exist, in the current scope and those below.
use crate::cmdlets::prelude::*;
use crate::engine::module::Strict;

cmdlet! {
    /// Establishes and enforces coding rules in expressions, scripts, and script blocks.
    ///
    /// ```powershell
    /// Set-StrictMode -Version Latest
    /// Set-StrictMode -Off
    /// ```
    pub struct SetStrictMode: "Set-StrictMode", default_set "Version", module "Microsoft.PowerShell.Core";

    /// The rules to follow: 1.0, 2.0, 3.0 or Latest.
    param version: Value, set "Version", mandatory, alias "v";
    /// Turns the rules off.
    param off: Switch, set "Off", mandatory;
}

impl Cmdlet for SetStrictMode {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let text = convert::to_text(cx.session, &self.version)?;
        let level = match () {
            () if *self.off => 0,
            () if text.eq_ignore_ascii_case("latest") => 3,
            () => match text.split('.').next().and_then(|major| major.parse::<u8>().ok()) {
                Some(major @ 0..=3) => major,
                Some(4..=7) => 3,
                _ => {
                    let text = format!("The version '{text}' is not a valid version of Windows PowerShell.");
                    return Err(cx.stop(Fault::new("StrictModeVersion", ErrorCategory::InvalidArgument, text)));
                }
            },
        };
        cx.session.set_strict(Strict(level));
        Ok(())
    }
}
