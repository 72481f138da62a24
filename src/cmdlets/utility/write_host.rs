//! `Write-Host`: shows text to the user, past the pipeline.
use crate::cmdlets::prelude::*;
use crate::engine::information::HostMessage;
use crate::types::enums::CONSOLE_COLOR;
use std::cell::RefCell;

cmdlet! {
    /// Writes customized output to a host.
    ///
    /// The text goes to the information stream, from which `6>&1` takes it.
    ///
    /// ```powershell
    /// Write-Host 'PIN', 'set' -Separator ': '
    /// # PIN: set
    /// ```
    pub struct WriteHost: "Write-Host";

    /// The objects to show.
    param object: Value, alias "Msg", alias "Message", position 0, pipeline, remaining;
    /// Does not end the line.
    param no_newline: Switch;
    /// What stands between several objects.
    param separator: Option<Value>;
    /// The colour of the text.
    param foreground_color: Value, ty &CONSOLE_COLOR;
    /// The colour behind the text.
    param background_color: Value, ty &CONSOLE_COLOR;
}

impl Cmdlet for WriteHost {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let separator = match &self.separator {
            Some(separator) => convert::object_text(cx.session, separator)?,
            None => Str::from(" "),
        };
        let mut text = String::new();
        add(cx, &self.object, &separator, &mut text)?;
        let message = HostMessage {
            text: RefCell::new(Str::from(text)),
            no_newline: RefCell::new(Value::Bool(*self.no_newline)),
            foreground: RefCell::new(self.foreground_color.clone()),
            background: RefCell::new(self.background_color.clone()),
        };
        cx.session.write_information(Value::native(message), &[Str::from("PSHOST")], cx.call)
    }
}

/// Adds the text of an object; the items of a collection stand apart by the separator.
fn add(cx: &mut Cx, object: &Value, separator: &str, text: &mut String) -> Outcome {
    if let Value::Table(table) = object.base() {
        for (i, (key, value)) in table.pairs().into_iter().enumerate() {
            if i > 0 {
                text.push_str(separator);
            }
            let entry = crate::types::entry::entry(key, value);
            text.push_str(&convert::object_text(cx.session, &entry)?);
        }
        return Ok(());
    }
    let Some(items) = enumerate::items_of(object) else {
        text.push_str(&one(cx, object)?);
        return Ok(());
    };
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(separator);
        }
        add(cx, item, separator, text)?;
    }
    Ok(())
}

fn one(cx: &mut Cx, object: &Value) -> Outcome<Str> {
    match object.base() {
        Value::Object(_) => convert::to_text(cx.session, object),
        _ => convert::object_text(cx.session, object),
    }
}
