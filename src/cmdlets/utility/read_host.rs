//! `Read-Host`: asks the user for a line.

use crate::cmdlets::prelude::*;
use crate::types::known::SECURE_STRING;
use crate::value::types;

cmdlet! {
    /// Reads a line of input from the console.
    ///
    /// With `-AsSecureString` or `-MaskInput` the line is not shown while it is typed.
    pub struct ReadHost: "Read-Host";

    /// What to ask; a colon and a blank follow it.
    param prompt: Value, position 0, remaining, allow_null;
    /// Gives the line as a secure string.
    param as_secure_string: Switch;
    /// Shows asterisks, but gives a string.
    param mask_input: Switch;
}

impl Cmdlet for ReadHost {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let host = cx.session.host();
        if !host.is_interactive() {
            return Err(crate::engine::errors::no_prompt());
        }
        let prompt = match self.prompt.is_null() {
            true => String::new(),
            false => format!("{}: ", self.question(cx)?),
        };
        let is_secret = *self.as_secure_string || *self.mask_input;
        let Some(line) = host.read_line(&prompt, is_secret) else { return cx.write(Value::Null) };
        if !*self.as_secure_string {
            return cx.write(Value::Str(line));
        }
        let made = crate::engine::binder::prompt::secret(cx.session, &TypeRef::Native(&SECURE_STRING), &line)?;
        cx.write(made.unwrap_or_default())
    }
}

impl ReadHost {
    /// The prompt's words with blanks between them.
    fn question(&self, cx: &mut Cx) -> Outcome<String> {
        let items = match self.prompt.type_ref() {
            Some(ty) if ty.is_native(&types::STRING) => vec![self.prompt.clone()],
            _ => enumerate::items_of(&self.prompt).unwrap_or_else(|| vec![self.prompt.clone()]),
        };
        let mut words = Vec::with_capacity(items.len());
        for item in items {
            words.push(convert::to_text(cx.session, &item)?.to_string());
        }
        Ok(words.join(" "))
    }
}
