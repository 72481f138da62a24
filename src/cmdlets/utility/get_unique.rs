//! `Get-Unique`: drops neighbours that are equal.
use crate::cmdlets::prelude::*;
use crate::text::{CaseRule, collate};

cmdlet! {
    /// Returns unique items from a sorted list.
    ///
    /// ```powershell
    /// 1, 1, 2, 1 | Get-Unique
    /// # 1
    /// # 2
    /// # 1
    /// ```
    pub struct GetUnique: "Get-Unique", alias "gu", default_set "AsString";

    /// The objects to look at; normally piped in.
    param input_object: Value, pipeline;
    /// Compares the objects as text.
    param as_string: Switch, set "AsString";
    /// Compares the types of the objects.
    param on_type: Switch, set "UniqueByType";
    /// Does not tell upper and lower case apart.
    param case_insensitive: Switch;

    state last: Option<Value>;
    state last_text: Option<Str>;
}

impl Cmdlet for GetUnique {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if !cx.call.expects_input && !cx.is_bound("InputObject") {
            return Ok(());
        }
        let item = std::mem::take(&mut self.input_object);
        if self.is_repeated(cx, &item)? {
            return Ok(());
        }
        self.last = Some(item.clone());
        cx.write(item)
    }
}

impl GetUnique {
    fn is_repeated(&mut self, cx: &mut Cx, item: &Value) -> Outcome<bool> {
        if *self.on_type {
            let last = self.last.clone();
            let names = |cx: &mut Cx, value: &Value| cx.session.type_names(value);
            return Ok(last.is_some_and(|last| names(cx, &last) == names(cx, item)));
        }
        let case = if *self.case_insensitive { CaseRule::Insensitive } else { CaseRule::Sensitive };
        if *self.as_string {
            let text = convert::to_text(cx.session, item)?;
            let same = self.last_text.as_ref().is_some_and(|last| collate::equal(last, &text, case));
            self.last_text = Some(text);
            return Ok(same);
        }
        let Some(last) = self.last.clone() else { return Ok(false) };
        Ok(super::sort_key::compare_values(cx.session, &last, item, case) == std::cmp::Ordering::Equal)
    }
}
