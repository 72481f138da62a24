//! `Get-UICulture`: the culture of messages.
use crate::cmdlets::prelude::*;
use crate::types::CultureInfo;

cmdlet! {
    /// Gets the current UI culture settings in the operating system.
    ///
    /// ```powershell
    /// (Get-UICulture).Name -eq $PSUICulture
    /// # True
    /// ```
    pub struct GetUiCulture: "Get-UICulture", output "System.Globalization.CultureInfo";
}

impl Cmdlet for GetUiCulture {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let own = convert::current_culture(cx.session);
        cx.write(Value::native(CultureInfo(own)))
    }
}
