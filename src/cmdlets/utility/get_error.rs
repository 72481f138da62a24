//! `Get-Error`: shows all that the most recent errors hold.
use crate::cmdlets::prelude::*;
use crate::value::{ErrorRecord, Member, PsObject, types};

cmdlet! {
    /// Gets and displays the most recent error messages from the current session.
    ///
    /// ```powershell
    /// try { throw 'wrong' } catch { }
    /// (Get-Error).FullyQualifiedErrorId
    /// # wrong
    /// ```
    pub struct GetError: "Get-Error", alias "gerr", default_set "Newest";

    /// How many errors, the newest first.
    param newest: i32, alias "Last", set "Newest", range (1, 2_147_483_647);
    /// An error record or exception to show instead.
    param input_object: Value, set "Error", position 0, pipeline;
}

impl Cmdlet for GetError {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let errors = if cx.is_bound("InputObject") {
            vec![self.input_object.clone()]
        } else {
            let count = usize::try_from(self.newest).unwrap_or(1).max(1);
            let kept = cx.session.variable("Error").unwrap_or_default();
            enumerate::items_of(&kept).unwrap_or_default().into_iter().take(count).collect()
        };
        let is_numbered = errors.len() > 1;
        for (i, error) in errors.iter().enumerate() {
            let Some(shown) = in_detail(error) else { continue };
            if let (true, Some(extra)) = (is_numbered, shown.extra()) {
                let number = Value::Int(i32::try_from(i).unwrap_or(i32::MAX));
                extra.change(|parts| parts.members.set("PSErrorIndex".into(), Member::Note(number)));
            }
            cx.write(shown)?;
        }
        Ok(())
    }
}

/// The error with the type name whose view shows everything; `None` for what is no error.
fn in_detail(error: &Value) -> Option<Value> {
    let own = error.type_ref()?;
    let name = if error.downcast::<Rc<ErrorRecord>>().is_some() {
        types::ERROR_RECORD.name
    } else if own.is(&TypeRef::Native(&types::EXCEPTION)) {
        types::EXCEPTION.name
    } else {
        return None;
    };
    let shown = Value::Object(Rc::new(PsObject::wrapping(error.clone())));
    let names = vec![own.full_name().into(), types::OBJECT.name.into(), format!("{name}#PSExtendedError").into()];
    let names: Vec<Str> = names.into_iter().filter(|known: &Str| known != name).collect();
    shown.extra()?.change(|parts| parts.type_names = Some(names));
    Some(shown)
}
