//! Expressions.

use crate::engine::Session;
use crate::engine::block::ScriptBlock;
use crate::engine::code::*;
use crate::engine::frame::Link;
use crate::engine::pipeline::{Collect, Sink};
use crate::engine::variable::Slot;
use crate::syntax::ast::{AssignOperator, CaseRule, Comparison};
use crate::text::{Str, Symbol};
use crate::types::Hints;
use crate::value::object::PsObject;
use crate::value::{
    ErrorCategory, Fault, Flow, Member, Members, Outcome, Table, TableKind, TypeRef, Value, arithmetic, convert,
    operators,
};
use std::rc::Rc;

impl Session {
    /// The value of an expression.
    pub fn eval(&mut self, code: &Code) -> Outcome<Value> {
        match code {
            Code::Const(value) => Ok(value.clone()),
            Code::Slot(slot, name) => self.read_slot(*slot, *name),
            Code::Underbar => Ok(self.underbar()),
            Code::Success => Ok(Value::Bool(self.success)),
            Code::Scoped(variable) => self.read_scoped(variable),
            Code::Text(parts) => self.eval_text(parts),
            Code::Add(pair) => {
                if let (Some(a), Some(b)) = (self.peek_int(&pair.0), self.peek_int(&pair.1))
                    && let Some(sum) = a.checked_add(b)
                {
                    return Ok(Value::Int(sum));
                }
                let (left, right) = self.eval_pair(pair)?;
                arithmetic::add(self, without_token(&left), without_token(&right))
            }
            Code::Subtract(pair) => {
                if let (Some(a), Some(b)) = (self.peek_int(&pair.0), self.peek_int(&pair.1))
                    && let Some(difference) = a.checked_sub(b)
                {
                    return Ok(Value::Int(difference));
                }
                let (left, right) = self.eval_pair(pair)?;
                arithmetic::subtract(self, &left, &right)
            }
            Code::Multiply(pair) => {
                if let (Some(a), Some(b)) = (self.peek_int(&pair.0), self.peek_int(&pair.1))
                    && let Some(product) = a.checked_mul(b)
                {
                    return Ok(Value::Int(product));
                }
                let (left, right) = self.eval_pair(pair)?;
                arithmetic::multiply(self, &left, &right)
            }
            Code::Binary(operator, pair) => {
                let (left, right) = self.eval_pair(pair)?;
                operators::binary(self, *operator, &left, &right)
            }
            Code::Compare(comparison, case, pair) => {
                if let Some(answer) = self.compare_ints(*comparison, &pair.0, &pair.1) {
                    return Ok(Value::Bool(answer));
                }
                self.compare(*comparison, *case, pair)
            }
            Code::Not(inner) => Ok(Value::Bool(!self.truth(inner)?)),
            Code::Negate(inner) => {
                let value = self.eval(inner)?;
                arithmetic::negate(self, &value)
            }
            Code::Plus(inner) => {
                let value = self.eval(inner)?;
                arithmetic::plus(self, &value)
            }
            Code::Bnot(inner) => {
                let value = self.eval(inner)?;
                arithmetic::bnot(self, &value)
            }
            Code::JoinUnary(inner) => {
                let value = self.eval(inner)?;
                operators::join(self, &value, &Value::from(""))
            }
            Code::SplitUnary(_, inner) => {
                let value = self.eval(inner)?;
                operators::split_words(self, &value)
            }
            Code::And(pair) => Ok(Value::Bool(self.truth(&pair.0)? && self.truth(&pair.1)?)),
            Code::Or(pair) => Ok(Value::Bool(self.truth(&pair.0)? || self.truth(&pair.1)?)),
            Code::Xor(pair) => {
                let left = self.truth(&pair.0)?;
                Ok(Value::Bool(left ^ self.truth(&pair.1)?))
            }
            Code::IsType(pair, wanted) => self.is_type(pair, *wanted),
            Code::AsType(pair) => self.as_type(pair),
            Code::Coalesce(pair) => {
                let left = self.eval_lenient(&pair.0)?;
                if left.is_null() { self.eval(&pair.1) } else { Ok(left) }
            }
            Code::Ternary(parts) => {
                let branch = if self.truth(&parts.0)? { &parts.1 } else { &parts.2 };
                self.eval(branch)
            }
            Code::Step { target, up, prefix } => self.step(target, *up, *prefix),
            Code::Assign(assign) => match self.assign(assign)? {
                Value::Void if assign.operator != AssignOperator::Equals => self.load(&assign.target),
                value => Ok(value),
            },
            Code::Convert(parts) => self.eval_convert(parts),
            Code::Ordered(hash) => Ok(Value::Table(Rc::new(self.eval_hash(hash, TableKind::Ordered)?))),
            Code::CustomObject(hash) => self.eval_custom_object(hash),
            Code::Reference(target) => self.reference(target),
            Code::Type(ty) => Ok(Value::Type(Rc::new(self.type_of(ty)?))),
            Code::Array(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    values.push(nothing_as_null(self.eval(item)?));
                }
                Ok(Value::array(values))
            }
            Code::ArrayOf(body) => self.eval_array_of(body),
            Code::Sub(body) => {
                let mut collected = Collect::default();
                self.run_body(body, &mut collected)?;
                Ok(collected.into_value())
            }
            Code::Output(statement) => self.output_of(statement),
            Code::Hash(hash) => Ok(Value::Table(Rc::new(self.eval_hash(hash, TableKind::Hashtable)?))),
            Code::Block(template) => Ok(ScriptBlock::value(template.clone(), self.block_home())),
            Code::Member(member) => self.eval_member(member),
            Code::StaticMember(member) => self.eval_static_member(member),
            Code::Call(call) => self.eval_call(call),
            Code::StaticCall(call) => self.eval_static_call(call),
            Code::BaseConstructor(arguments) => {
                let arguments = self.eval_arguments(arguments)?;
                self.call_base_constructor(arguments)?;
                Ok(Value::Void)
            }
            Code::Index(index) => self.eval_index(index),
            Code::Fault(fault) => Err(Fault::new(fault.0, ErrorCategory::InvalidOperation, fault.1.clone()).into()),
        }
    }

    /// The module that a script block made here belongs to: none in the global scope, where it runs as its caller.
    fn block_home(&self) -> Option<Rc<crate::engine::module::Module>> {
        Some(self.frame().module.clone())
    }

    fn eval_pair(&mut self, pair: &(Code, Code)) -> Outcome<(Value, Value)> {
        let left = self.eval(&pair.0)?;
        Ok((left, self.eval(&pair.1)?))
    }

    /// The integer that a code stands for, read in its place.
    #[inline]
    pub(super) fn peek_int(&self, code: &Code) -> Option<i32> {
        match code {
            Code::Const(Value::Int(n)) => Some(*n),
            Code::Slot(slot, _) => match self.stack.get(self.base + slot.0 as usize)? {
                Slot::Local(Value::Int(n)) => Some(*n),
                Slot::Shared(variable) => variable.read(|value| match value {
                    Some(Value::Int(n)) => Some(*n),
                    _ => None,
                }),
                _ => None,
            },
            _ => None,
        }
    }

    /// A comparison of two integers that stand in their places.
    #[inline]
    pub(super) fn compare_ints(&self, comparison: Comparison, left: &Code, right: &Code) -> Option<bool> {
        let a = self.peek_int(left)?;
        let b = match right {
            // A bound such as 5e6 is a double; integers compare with it as doubles.
            Code::Const(Value::Double(b)) => return compare_doubles(comparison, f64::from(a), *b),
            other => self.peek_int(other)?,
        };
        match comparison {
            Comparison::Eq => Some(a == b),
            Comparison::Ne => Some(a != b),
            Comparison::Lt => Some(a < b),
            Comparison::Le => Some(a <= b),
            Comparison::Gt => Some(a > b),
            Comparison::Ge => Some(a >= b),
            _ => None,
        }
    }

    pub(super) fn compare(&mut self, comparison: Comparison, case: CaseRule, pair: &(Code, Code)) -> Outcome<Value> {
        let (left, right) = self.eval_pair(pair)?;
        if matches!(comparison, Comparison::Match | Comparison::NotMatch) {
            return self.match_operator(comparison, case, &left, &right);
        }
        operators::compare(self, comparison, case, &left, &right)
    }

    /// `-match` and `-notmatch`; against a single value they set `$Matches`.
    fn match_operator(
        &mut self,
        comparison: Comparison,
        case: CaseRule,
        left: &Value,
        right: &Value,
    ) -> Outcome<Value> {
        if crate::value::enumerate::items_of(left).is_some() {
            return operators::compare(self, comparison, case, left, right);
        }
        let subject = convert::to_text(self, left)?;
        let matches = operators::match_text(self, &subject, right, case)?;
        let found = matches.is_some();
        if let Some(table) = matches {
            self.set_local(Symbol::new("Matches"), Value::Table(table));
        }
        Ok(Value::Bool(found == (comparison == Comparison::Match)))
    }

    #[inline]
    pub(super) fn read_slot(&mut self, slot: SlotId, name: Symbol) -> Outcome<Value> {
        match self.stack.get(self.base + slot.0 as usize) {
            Some(Slot::Local(value)) => Ok(value.clone()),
            Some(Slot::Shared(variable)) => match variable.get() {
                Some(value) => Ok(value),
                None => self.read_outer(name),
            },
            _ => self.read_outer(name),
        }
    }

    /// A name without a value in this frame.
    #[inline(never)]
    fn read_outer(&mut self, name: Symbol) -> Outcome<Value> {
        if let Some(value) = self.lookup(name) {
            return Ok(value);
        }
        if self.strict().0 >= 1 {
            let text = format!("The variable '${}' cannot be retrieved because it has not been set.", name.name());
            return Err(Fault::new("VariableIsUndefined", ErrorCategory::InvalidOperation, text)
                .target(Value::Str(name.name()))
                .into());
        }
        Ok(Value::Null)
    }

    /// `$_`, from the nearest frame that has one.
    pub fn underbar(&self) -> Value {
        let mut link = Link::Frame(self.current);
        loop {
            if let Link::Frame(index) = &link
                && let Some(value) = self.frames.get(*index as usize).and_then(|frame| frame.underbar.as_ref())
            {
                return value.clone();
            }
            match self.parent_of(&link) {
                Some(parent) => link = parent,
                None => return Value::Null,
            }
        }
    }

    fn read_scoped(&mut self, variable: &ScopedVariable) -> Outcome<Value> {
        if variable.kind == ScopeName::Drive {
            return self.read_drive(&variable.scope, &variable.name);
        }
        let found = match variable.kind {
            ScopeName::Any | ScopeName::Using => match &*variable.name {
                "_" => Some(self.underbar()),
                _ => self.lookup(variable.symbol),
            },
            kind => {
                let scope = self.scope_of(kind);
                self.value_in(&scope, variable.symbol)
            }
        };
        match found {
            Some(value) => Ok(value),
            None if self.strict().0 >= 1 => {
                let name = format!("{}:{}", variable.scope, variable.name);
                let text = format!("The variable '${name}' cannot be retrieved because it has not been set.");
                Err(Fault::new("VariableIsUndefined", ErrorCategory::InvalidOperation, text)
                    .target(Value::from(name))
                    .into())
            }
            None => Ok(self.automatic_constant(variable.symbol).unwrap_or_default()),
        }
    }

    /// The scope that a scope's name stands for.
    pub fn scope_of(&self, kind: ScopeName) -> Link {
        match kind {
            ScopeName::Global => Link::Module(self.global.clone()),
            ScopeName::Script => self.script_scope(),
            _ => self.scope(),
        }
    }

    fn eval_text(&mut self, parts: &[TextPart]) -> Outcome<Value> {
        let mut text = String::new();
        for part in parts {
            match part {
                TextPart::Text(literal) => text.push_str(literal),
                TextPart::Code(code) => {
                    let value = self.eval(code)?;
                    match &value {
                        Value::Str(piece) => text.push_str(piece),
                        Value::Int(n) => {
                            use std::fmt::Write;
                            let _infallible = write!(text, "{n}");
                        }
                        other => text.push_str(&convert::to_text(self, without_token(other))?),
                    }
                }
            }
        }
        Ok(Value::from(text))
    }

    fn eval_array_of(&mut self, body: &Body) -> Outcome<Value> {
        // An array literal inside needs no second copy; a typed array or a list does.
        if let [Stmt { kind: StmtKind::Write(Code::Array(items)), .. }] = body.statements.as_slice()
            && body.traps.is_empty()
        {
            let mut values = Vec::with_capacity(items.len());
            for item in items {
                values.push(nothing_as_null(self.eval(item)?));
            }
            return Ok(Value::array(values));
        }
        let mut collected = Collect::default();
        self.run_body(body, &mut collected)?;
        Ok(Value::array(collected.0))
    }

    /// The output of a statement as one value.
    pub(super) fn output_of(&mut self, statement: &Stmt) -> Outcome<Value> {
        let mut collected = Collect::default();
        let result = self.run_statement(statement, &mut collected);
        if let Err(Flow::Exit(_)) = &result {
            // Leaving the script does not lose what was written before.
            for value in collected.0 {
                crate::engine::pipeline::Show.write(self, value)?;
            }
            result?;
            return Ok(Value::Void);
        }
        result?;
        Ok(collected.into_value())
    }

    fn eval_hash(&mut self, hash: &HashCode, kind: TableKind) -> Outcome<Table> {
        let table = Table::new(kind);
        for (key, value) in &hash.pairs {
            let key = self.eval(key)?;
            if key.is_null() {
                return Err(Fault::new(
                    "InvalidNullKey",
                    ErrorCategory::InvalidOperation,
                    "A null key is not allowed in a hash literal.",
                )
                .into());
            }
            if table.contains(&key) {
                let text = convert::to_text(self, &key)?;
                let message =
                    format!("Item has already been added. Key in dictionary: '{text}'  Key being added: '{text}'");
                return Err(Fault::new("DuplicateKeyInHashLiteral", ErrorCategory::InvalidOperation, message).into());
            }
            let value = self.eval(value)?;
            table.set(key, value);
        }
        Ok(table)
    }

    fn eval_custom_object(&mut self, hash: &HashCode) -> Outcome<Value> {
        let mut members = Members::default();
        let mut type_name = None;
        for (key, value) in &hash.pairs {
            let key = self.eval(key)?;
            let key = convert::to_text(self, &key)?;
            let value = nothing_as_null(self.eval(value)?);
            if key.eq_ignore_ascii_case("PSTypeName") {
                type_name = Some(convert::to_text(self, &value)?);
                continue;
            }
            members.set(key, Member::Note(value));
        }
        let object = PsObject::with_members(members);
        if let Some(name) = type_name {
            let own = ["System.Management.Automation.PSCustomObject", "System.Object"];
            let names = std::iter::once(name).chain(own.into_iter().map(Str::from)).collect();
            object.extra.change(|parts| parts.type_names = Some(names));
        }
        Ok(Value::Object(Rc::new(object)))
    }

    fn eval_convert(&mut self, parts: &(TypeCode, Code)) -> Outcome<Value> {
        let ty = self.type_of(&parts.0)?;
        let value = self.eval(&parts.1)?;
        convert::cast(self, &value, &ty)
    }

    /// The value of an expression whose missing variables and members are null even in strict mode.
    pub(super) fn eval_lenient(&mut self, code: &Code) -> Outcome<Value> {
        match code {
            Code::Slot(_, name) => Ok(self.lookup(*name).unwrap_or_default()),
            other => {
                let strict = std::mem::replace(&mut self.any_strict, false);
                let value = self.eval(other);
                self.any_strict |= strict;
                value
            }
        }
    }

    pub(super) fn name_of(&mut self, name: &NameCode) -> Outcome<(Str, Symbol)> {
        match name {
            NameCode::Fixed(text, symbol) => Ok((text.clone(), *symbol)),
            NameCode::Computed(code) => {
                let value = self.eval(code)?;
                let text = convert::to_text(self, &value)?;
                let symbol = Symbol::new(&text);
                Ok((text, symbol))
            }
        }
    }

    fn eval_member(&mut self, member: &MemberCode) -> Outcome<Value> {
        let object = self.eval(&member.object)?;
        if member.null_conditional && object.is_null() {
            return Ok(Value::Null);
        }
        match &member.name {
            NameCode::Fixed(_, symbol) => self.member_value(&object, *symbol),
            computed @ NameCode::Computed(_) => {
                let (_, symbol) = self.name_of(computed)?;
                self.member_value(&object, symbol)
            }
        }
    }

    fn eval_call(&mut self, call: &CallCode) -> Outcome<Value> {
        let object = self.eval(&call.object)?;
        if call.null_conditional && object.is_null() {
            return Ok(Value::Null);
        }
        let (name, _) = self.name_of(&call.name)?;
        let arguments = self.eval_arguments(&call.arguments)?;
        let is_base = matches!(&call.object, Code::Convert(parts) if matches!(parts.1, Code::Slot(_, this) if this == Symbol::new("this")));
        if is_base && let Code::Convert(parts) = &call.object {
            let ty = self.type_of(&parts.0)?;
            return self.invoke_method_as(&object, &ty, &name, arguments);
        }
        let (casts, generic) = self.hints_of(&call.arguments, &call.generic)?;
        self.invoke_method_with(&object, &name, arguments, Hints { casts: &casts, generic: &generic })
    }

    /// The types that arguments are cast to, which narrow down the overload, and the type arguments.
    fn hints_of(&mut self, arguments: &[Code], generic: &[TypeCode]) -> Outcome<(Vec<Option<TypeRef>>, Vec<TypeRef>)> {
        let mut casts = Vec::new();
        if arguments.iter().any(|argument| matches!(argument, Code::Convert(_))) {
            for argument in arguments {
                casts.push(match argument {
                    Code::Convert(parts) => Some(self.type_of(&parts.0)?),
                    _ => None,
                });
            }
        }
        let generic = generic.iter().map(|ty| self.type_of(ty)).collect::<Outcome<Vec<_>>>()?;
        Ok((casts, generic))
    }

    pub(super) fn eval_arguments(&mut self, arguments: &[Code]) -> Outcome<Vec<Value>> {
        let mut values = Vec::with_capacity(arguments.len());
        for argument in arguments {
            values.push(nothing_as_null(self.eval(argument)?));
        }
        Ok(values)
    }

    fn eval_static_member(&mut self, member: &StaticCode) -> Outcome<Value> {
        let ty = self.eval(&member.ty)?;
        let (_, symbol) = self.name_of(&member.name)?;
        self.static_value(&ty, symbol)
    }

    fn eval_static_call(&mut self, call: &StaticCallCode) -> Outcome<Value> {
        let ty = self.eval(&call.ty)?;
        let (name, _) = self.name_of(&call.name)?;
        let arguments = self.eval_arguments(&call.arguments)?;
        let (casts, generic) = self.hints_of(&call.arguments, &call.generic)?;
        self.invoke_static(&ty, &name, arguments, Hints { casts: &casts, generic: &generic })
    }

    fn eval_index(&mut self, code: &IndexCode) -> Outcome<Value> {
        let target = self.eval(&code.target)?;
        if code.null_conditional && target.is_null() {
            return Ok(Value::Null);
        }
        let index = self.eval(&code.index)?;
        if let (Value::Array(array), Value::Int(i)) = (&target, &index)
            && array.dimensions.is_empty()
        {
            let length = array.len();
            let place = if *i < 0 { length as i64 + i64::from(*i) } else { i64::from(*i) };
            if let Some(value) = usize::try_from(place).ok().and_then(|place| array.get(place)) {
                return Ok(value);
            }
            if self.strict().0 >= 3 {
                return Err(Fault::exception(
                    &crate::value::error::INDEX_OUT_OF_RANGE_EXCEPTION,
                    "Index was outside the bounds of the array.",
                )
                .into());
            }
            return Ok(Value::Null);
        }
        crate::value::enumerate::index(self, &target, &index)
    }
}

fn compare_doubles(comparison: Comparison, a: f64, b: f64) -> Option<bool> {
    match comparison {
        Comparison::Lt => Some(a < b),
        Comparison::Le => Some(a <= b),
        Comparison::Gt => Some(a > b),
        Comparison::Ge => Some(a >= b),
        _ => None,
    }
}

/// The number itself where a value remembers the text of its token: strings in double quotes and sums show the number.
pub(super) fn without_token(value: &Value) -> &Value {
    match value {
        Value::Object(object) if object.token().is_some() => object.base().unwrap_or(value),
        other => other,
    }
}

/// Nothing becomes null where one value is stored.
pub(super) fn nothing_as_null(value: Value) -> Value {
    match value {
        Value::Void => Value::Null,
        other => other,
    }
}
