//! `Get-Culture`: the culture of the session, or one by name.
use crate::cmdlets::prelude::*;
use crate::text::Culture;
use crate::types::CultureInfo;

cmdlet! {
    /// Gets the current culture set in the operating system.
    ///
    /// ```powershell
    /// (Get-Culture -Name de-DE).Name
    /// # de-DE
    /// ```
    pub struct GetCulture: "Get-Culture", default_set "CurrentCulture", output "System.Globalization.CultureInfo";

    /// The names of cultures.
    param name: Vec<Str>, not_null, set "Name", position 0, pipeline;
    /// Accepted; there are no changes by the user.
    param no_user_overrides: Switch, set "CurrentCulture", set "Name";
    /// Lists all cultures that are known.
    param list_available: Switch, set "ListAvailable";
}

impl Cmdlet for GetCulture {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if *self.list_available {
            return Culture::all().into_iter().try_for_each(|culture| cx.write(Value::native(CultureInfo(culture))));
        }
        if self.name.is_empty() {
            let own = convert::current_culture(cx.session);
            return cx.write(Value::native(CultureInfo(own)));
        }
        for name in &self.name {
            let Some(culture) = Culture::find(name) else {
                let text =
                    format!("Culture is not supported. (Parameter 'name')\n{name} is an invalid culture identifier.");
                let fault = Fault::new("ItemNotFoundException", ErrorCategory::ObjectNotFound, text);
                cx.error(
                    fault.of(&crate::types::exceptions::CULTURE_NOT_FOUND_EXCEPTION).target(Value::Str(name.clone())),
                )?;
                continue;
            };
            cx.write(Value::native(CultureInfo(culture)))?;
        }
        Ok(())
    }
}
