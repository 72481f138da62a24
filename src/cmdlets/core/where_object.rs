//! `Where-Object`: lets objects pass that a script block or a comparison of a property holds for.
use crate::cmdlets::prelude::*;
use crate::engine::invoke::Dotted;
use crate::engine::pipeline::Collect;
use crate::syntax::ast::{CaseRule, Comparison};
use crate::value::operators;

cmdlet! {
    /// Selects objects from a collection based on their property values.
    ///
    /// ```powershell
    /// 1..5 | Where-Object { $_ -gt 3 }
    /// # 4
    /// # 5
    /// 'pin', 'policy' | Where-Object Length -gt 3
    /// # policy
    /// ```
    pub struct WhereObject: "Where-Object", alias "?", alias "where", default_set "EqualSet",
        module "Microsoft.PowerShell.Core";

    /// The objects to filter.
    param input_object: Value, pipeline;
    /// The test for each object.
    param filter_script: Option<Rc<ScriptBlock>>, set "ScriptBlockSet", mandatory, position 0;
    /// The property to compare.
    param property: Str, set "EqualSet", mandatory, position 0, set "CaseSensitiveEqualSet", mandatory, position 0, set "NotEqualSet", mandatory, position 0, set "CaseSensitiveNotEqualSet", mandatory, position 0, set "GreaterThanSet", mandatory, position 0, set "CaseSensitiveGreaterThanSet", mandatory, position 0, set "LessThanSet", mandatory, position 0, set "CaseSensitiveLessThanSet", mandatory, position 0, set "GreaterOrEqualSet", mandatory, position 0, set "CaseSensitiveGreaterOrEqualSet", mandatory, position 0, set "LessOrEqualSet", mandatory, position 0, set "CaseSensitiveLessOrEqualSet", mandatory, position 0, set "LikeSet", mandatory, position 0, set "CaseSensitiveLikeSet", mandatory, position 0, set "NotLikeSet", mandatory, position 0, set "CaseSensitiveNotLikeSet", mandatory, position 0, set "MatchSet", mandatory, position 0, set "CaseSensitiveMatchSet", mandatory, position 0, set "NotMatchSet", mandatory, position 0, set "CaseSensitiveNotMatchSet", mandatory, position 0, set "ContainsSet", mandatory, position 0, set "CaseSensitiveContainsSet", mandatory, position 0, set "NotContainsSet", mandatory, position 0, set "CaseSensitiveNotContainsSet", mandatory, position 0, set "InSet", mandatory, position 0, set "CaseSensitiveInSet", mandatory, position 0, set "NotInSet", mandatory, position 0, set "CaseSensitiveNotInSet", mandatory, position 0, set "IsSet", mandatory, position 0, set "IsNotSet", mandatory, position 0, set "Not", mandatory, position 0, not_null_or_empty;
    /// What to compare with.
    param value: Option<Value>, set "EqualSet", position 1, set "CaseSensitiveEqualSet", position 1, set "NotEqualSet", position 1, set "CaseSensitiveNotEqualSet", position 1, set "GreaterThanSet", position 1, set "CaseSensitiveGreaterThanSet", position 1, set "LessThanSet", position 1, set "CaseSensitiveLessThanSet", position 1, set "GreaterOrEqualSet", position 1, set "CaseSensitiveGreaterOrEqualSet", position 1, set "LessOrEqualSet", position 1, set "CaseSensitiveLessOrEqualSet", position 1, set "LikeSet", position 1, set "CaseSensitiveLikeSet", position 1, set "NotLikeSet", position 1, set "CaseSensitiveNotLikeSet", position 1, set "MatchSet", position 1, set "CaseSensitiveMatchSet", position 1, set "NotMatchSet", position 1, set "CaseSensitiveNotMatchSet", position 1, set "ContainsSet", position 1, set "CaseSensitiveContainsSet", position 1, set "NotContainsSet", position 1, set "CaseSensitiveNotContainsSet", position 1, set "InSet", position 1, set "CaseSensitiveInSet", position 1, set "NotInSet", position 1, set "CaseSensitiveNotInSet", position 1, set "IsSet", position 1, set "IsNotSet", position 1;
    /// Equal, ignoring case.
    param eq: Switch, name "EQ", set "EqualSet", alias "IEQ";
    /// Equal, with case.
    param ceq: Switch, name "CEQ", set "CaseSensitiveEqualSet", mandatory;
    /// Not equal, ignoring case.
    param ne: Switch, name "NE", set "NotEqualSet", mandatory, alias "INE";
    /// Not equal, with case.
    param cne: Switch, name "CNE", set "CaseSensitiveNotEqualSet", mandatory;
    /// Greater than, ignoring case.
    param gt: Switch, name "GT", set "GreaterThanSet", mandatory, alias "IGT";
    /// Greater than, with case.
    param cgt: Switch, name "CGT", set "CaseSensitiveGreaterThanSet", mandatory;
    /// Less than, ignoring case.
    param lt: Switch, name "LT", set "LessThanSet", mandatory, alias "ILT";
    /// Less than, with case.
    param clt: Switch, name "CLT", set "CaseSensitiveLessThanSet", mandatory;
    /// Greater or equal, ignoring case.
    param ge: Switch, name "GE", set "GreaterOrEqualSet", mandatory, alias "IGE";
    /// Greater or equal, with case.
    param cge: Switch, name "CGE", set "CaseSensitiveGreaterOrEqualSet", mandatory;
    /// Less or equal, ignoring case.
    param le: Switch, name "LE", set "LessOrEqualSet", mandatory, alias "ILE";
    /// Less or equal, with case.
    param cle: Switch, name "CLE", set "CaseSensitiveLessOrEqualSet", mandatory;
    /// Fits a wildcard pattern, ignoring case.
    param like: Switch, set "LikeSet", mandatory, alias "ILike";
    /// Fits a wildcard pattern, with case.
    param clike: Switch, name "CLike", set "CaseSensitiveLikeSet", mandatory;
    /// Does not fit a wildcard pattern, ignoring case.
    param not_like: Switch, set "NotLikeSet", mandatory, alias "INotLike";
    /// Does not fit a wildcard pattern, with case.
    param cnot_like: Switch, name "CNotLike", set "CaseSensitiveNotLikeSet", mandatory;
    /// Matches a regular expression, ignoring case.
    param r#match: Switch, name "Match", set "MatchSet", mandatory, alias "IMatch";
    /// Matches a regular expression, with case.
    param cmatch: Switch, name "CMatch", set "CaseSensitiveMatchSet", mandatory;
    /// Does not match a regular expression, ignoring case.
    param not_match: Switch, set "NotMatchSet", mandatory, alias "INotMatch";
    /// Does not match a regular expression, with case.
    param cnot_match: Switch, name "CNotMatch", set "CaseSensitiveNotMatchSet", mandatory;
    /// The property holds the value, ignoring case.
    param contains: Switch, set "ContainsSet", mandatory, alias "IContains";
    /// The property holds the value, with case.
    param ccontains: Switch, name "CContains", set "CaseSensitiveContainsSet", mandatory;
    /// The property does not hold the value, ignoring case.
    param not_contains: Switch, set "NotContainsSet", mandatory, alias "INotContains";
    /// The property does not hold the value, with case.
    param cnot_contains: Switch, name "CNotContains", set "CaseSensitiveNotContainsSet", mandatory;
    /// The property is among the values, ignoring case.
    param r#in: Switch, name "In", set "InSet", mandatory, alias "IIn";
    /// The property is among the values, with case.
    param cin: Switch, name "CIn", set "CaseSensitiveInSet", mandatory;
    /// The property is not among the values, ignoring case.
    param not_in: Switch, set "NotInSet", mandatory, alias "INotIn";
    /// The property is not among the values, with case.
    param cnot_in: Switch, name "CNotIn", set "CaseSensitiveNotInSet", mandatory;
    /// The property is of a type.
    param is: Switch, set "IsSet", mandatory;
    /// The property is not of a type.
    param is_not: Switch, set "IsNotSet", mandatory;
    /// The property is false, null or absent.
    param not: Switch, set "Not", mandatory;

    state block: Option<Dotted>;
    state test: Test;
}

/// What is asked of the property.
#[derive(Clone, Copy, Default)]
enum Test {
    /// Whether it is true.
    #[default]
    Truth,
    Falsehood,
    Compare(Comparison, CaseRule),
    Is(bool),
}

impl Cmdlet for WhereObject {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        if let Some(block) = self.filter_script.clone() {
            self.block = Some(cx.session.prepare_dotted(&block));
            return Ok(());
        }
        self.test = self.chosen();
        let compares = matches!(self.test, Test::Compare(..) | Test::Is(_));
        if compares && !cx.is_bound("Value") {
            let text = "The specified operator requires both the -Property and -Value parameters. Provide values for \
                        both parameters, and then try again.";
            return Err(cx.stop(Fault::new("ValueNotSpecifiedForWhereObject", ErrorCategory::InvalidArgument, text)));
        }
        if matches!(self.test, Test::Truth) && cx.is_bound("Value") {
            let text = "The specified operator is required. Provide an operator, and then try again.";
            return Err(cx.stop(Fault::new("OperatorNotSpecified", ErrorCategory::InvalidArgument, text)));
        }
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if !cx.call.expects_input && !cx.is_bound("InputObject") {
            return Ok(());
        }
        let item = self.input_object.clone();
        let passes = match &self.block {
            Some(block) => {
                let mut collected = Collect::default();
                cx.session.run_prepared(block, Some(item.clone()), &mut collected)?;
                let answer = collected.into_value();
                cx.session.is_true(&answer)?
            }
            None => self.holds(cx, &item)?,
        };
        if passes { cx.write(item) } else { Ok(()) }
    }
}

impl WhereObject {
    fn chosen(&self) -> Test {
        let pairs = [
            (*self.eq, *self.ceq, Comparison::Eq),
            (*self.ne, *self.cne, Comparison::Ne),
            (*self.gt, *self.cgt, Comparison::Gt),
            (*self.lt, *self.clt, Comparison::Lt),
            (*self.ge, *self.cge, Comparison::Ge),
            (*self.le, *self.cle, Comparison::Le),
            (*self.like, *self.clike, Comparison::Like),
            (*self.not_like, *self.cnot_like, Comparison::NotLike),
            (*self.r#match, *self.cmatch, Comparison::Match),
            (*self.not_match, *self.cnot_match, Comparison::NotMatch),
            (*self.contains, *self.ccontains, Comparison::Contains),
            (*self.not_contains, *self.cnot_contains, Comparison::NotContains),
            (*self.r#in, *self.cin, Comparison::In),
            (*self.not_in, *self.cnot_in, Comparison::NotIn),
        ];
        for (plain, sensitive, comparison) in pairs {
            if plain || sensitive {
                let case = if sensitive { CaseRule::Sensitive } else { CaseRule::Insensitive };
                return Test::Compare(comparison, case);
            }
        }
        match () {
            () if *self.is => Test::Is(true),
            () if *self.is_not => Test::Is(false),
            () if *self.not => Test::Falsehood,
            () => Test::Truth,
        }
    }

    fn holds(&self, cx: &mut Cx, item: &Value) -> Outcome<bool> {
        if item.is_null() && matches!(self.test, Test::Truth) {
            return Ok(false);
        }
        let property = cx.session.member_value(item, Symbol::new(&self.property))?;
        let value = self.value.clone().unwrap_or_default();
        match self.test {
            Test::Truth => cx.session.is_true(&property),
            Test::Falsehood => Ok(!cx.session.is_true(&property)?),
            Test::Compare(comparison, case) => {
                let answer = operators::compare(cx.session, comparison, case, &property, &value)?;
                cx.session.is_true(&answer)
            }
            Test::Is(wanted) => {
                let ty = match value.base() {
                    Value::Type(ty) => Some((**ty).clone()),
                    other => {
                        let name = convert::to_text(cx.session, other)?;
                        cx.session.find_type(&name)
                    }
                };
                match ty {
                    Some(ty) => Ok(convert::is_type(&property, &ty) == wanted),
                    None => Ok(false),
                }
            }
        }
    }
}
