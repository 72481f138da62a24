//! `Join-String`: joins objects to one text.
use super::property_key::first_value;
use crate::cmdlets::prelude::*;
use crate::format::request::ParameterKind;
use crate::value::operators::format_operator;

cmdlet! {
    /// Combines objects from the pipeline into a single string.
    ///
    /// ```powershell
    /// 'pin', 'policy' | Join-String -Separator ', ' -SingleQuote
    /// # 'pin', 'policy'
    /// ```
    pub struct JoinString: "Join-String", default_set "default", output "System.String",
        class "Microsoft.PowerShell.Commands.Utility.JoinStringCommand";

    /// The property to join.
    param property: Value, position 0;
    /// What stands between the texts; `$OFS` where it is left out.
    param separator: Option<Str>, position 1, allow_empty_string;
    /// What stands in front.
    param output_prefix: Str, alias "op";
    /// What stands behind.
    param output_suffix: Str, alias "os";
    /// Puts each text in single quotes.
    param single_quote: Switch, set "SingleQuote";
    /// Puts each text in double quotes.
    param double_quote: Switch, set "DoubleQuote";
    /// The composite format of each object.
    param format_string: Str, set "Format";
    /// Writes numbers and dates as the current culture does.
    param use_culture: Switch;
    /// The objects to join; normally piped in.
    param input_object: Vec<Value>, pipeline;

    state text: String;
    state some: bool;
}

impl Cmdlet for JoinString {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let _cx = cx;
        self.text.push_str(&self.output_prefix);
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        for item in std::mem::take(&mut self.input_object).into_iter().filter(|item| !item.is_null()) {
            let value = match self.property.is_null() {
                true => item,
                false => {
                    let key = ParameterKind::Group.parse(std::slice::from_ref(&self.property))?;
                    match key.first() {
                        Some(key) => {
                            first_value(cx.session, &key.expression, &item)?.and_then(Result::ok).unwrap_or_default()
                        }
                        None => Value::Null,
                    }
                }
            };
            self.add(cx, &value)?;
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        self.text.push_str(&self.output_suffix);
        cx.write(Value::from(std::mem::take(&mut self.text)))
    }
}

impl JoinString {
    fn add(&mut self, cx: &mut Cx, value: &Value) -> Outcome {
        if std::mem::replace(&mut self.some, true) {
            let separator = match &self.separator {
                Some(separator) => separator.clone(),
                None => match cx.session.variable("OFS") {
                    Some(separator) => convert::to_text(cx.session, &separator)?,
                    None => Str::default(),
                },
            };
            self.text.push_str(&separator);
        }
        let quote = match (*self.single_quote, *self.double_quote) {
            (true, _) => "'",
            (_, true) => "\"",
            _ => "",
        };
        if !self.format_string.is_empty() && quote.is_empty() {
            let text = format_operator(cx.session, &self.format_string, std::slice::from_ref(value))?;
            self.text.push_str(text.as_str().map_or("", Str::as_str));
            return Ok(());
        }
        let text = match *self.use_culture {
            true => convert::culture_text(cx.session, value)?,
            false => convert::to_text(cx.session, value)?,
        };
        self.text.push_str(quote);
        self.text.push_str(&text);
        self.text.push_str(quote);
        Ok(())
    }
}
