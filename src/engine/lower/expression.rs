//! Expressions.

use super::Lowerer;
use crate::engine::block::Template;
use crate::engine::code::*;
use crate::syntax::ast::{self, BinaryOperator, Comparison, ExprKind, UnaryOperator};
use crate::text::{Str, Symbol};
use crate::value::{TypeRef, Value, types};

impl Lowerer<'_> {
    pub fn expr(&mut self, expr: &ast::Expr) -> Code {
        match &expr.kind {
            ExprKind::Constant(number) => Code::Const(Value::from(number.clone())),
            ExprKind::String { value, .. } => Code::Const(Value::from(&**value)),
            ExprKind::Expandable { parts, .. } => Code::Text(
                parts
                    .iter()
                    .map(|part| match part {
                        ast::StringPart::Text(text) => TextPart::Text(Str::from(&**text)),
                        ast::StringPart::Expr(expr) => TextPart::Code(self.expr(expr)),
                    })
                    .collect(),
            ),
            ExprKind::Variable(variable) => self.variable(variable),
            ExprKind::Type(name) => Code::Type(Box::new(self.type_code(name))),
            ExprKind::Convert { kind, child } => self.convert(kind, child),
            ExprKind::Attributed { child, .. } => self.expr(child),
            ExprKind::Unary { operator, child } => self.unary(*operator, child),
            ExprKind::Binary { left, operator, right, .. } => self.binary(left, *operator, right),
            ExprKind::Ternary { condition, if_true, if_false } => {
                Code::Ternary(Box::new((self.expr(condition), self.expr(if_true), self.expr(if_false))))
            }
            ExprKind::ArrayLiteral(items) => Code::Array(items.iter().map(|item| self.expr(item)).collect()),
            ExprKind::Array(block) => Code::ArrayOf(Box::new(self.block(block))),
            ExprKind::Sub(block) => Code::Sub(Box::new(self.block(block))),
            ExprKind::Paren(statement) => self.value_of(statement),
            ExprKind::Hashtable(pairs) => Code::Hash(Box::new(self.hash(pairs))),
            ExprKind::ScriptBlock(block) => Code::Block(Template::new(block.clone())),
            ExprKind::Member { object, member, is_static, null_conditional } => {
                self.member(object, member, *is_static, *null_conditional)
            }
            ExprKind::InvokeMember { object, member, arguments, generic_arguments, is_static, null_conditional } => {
                let arguments = arguments.iter().map(|argument| self.expr(argument)).collect();
                let generic = generic_arguments.iter().map(|name| self.type_code(name)).collect();
                let name = self.member_name(member);
                let object = self.expr(object);
                if *is_static {
                    return Code::StaticCall(Box::new(StaticCallCode { ty: object, name, arguments, generic }));
                }
                let null_conditional = *null_conditional;
                Code::Call(Box::new(CallCode { object, name, arguments, generic, null_conditional }))
            }
            ExprKind::BaseConstructor { arguments } => {
                Code::BaseConstructor(arguments.iter().map(|argument| self.expr(argument)).collect())
            }
            ExprKind::Index { target, index, null_conditional } => Code::Index(Box::new(IndexCode {
                target: self.expr(target),
                index: self.expr(index),
                null_conditional: *null_conditional,
            })),
            ExprKind::Using(child) => self.expr(child),
            ExprKind::Error(_) => fault("ParseError", "The expression could not be parsed."),
        }
    }

    pub fn variable(&mut self, variable: &ast::VariableExpression) -> Code {
        match scoped(&variable.path) {
            Some(scoped) => Code::Scoped(Box::new(scoped)),
            None => match &*variable.path.to_ascii_lowercase() {
                "null" => Code::Const(Value::Null),
                "true" => Code::Const(Value::Bool(true)),
                "false" => Code::Const(Value::Bool(false)),
                "_" | "psitem" => Code::Underbar,
                "?" => Code::Success,
                _ => {
                    let name = Symbol::new(&variable.path);
                    Code::Slot(self.slot(name), name)
                }
            },
        }
    }

    fn convert(&mut self, kind: &ast::TypeConstraint, child: &ast::Expr) -> Code {
        let to_custom_object = matches!(
            self.source.slice(kind.name.span).to_ascii_lowercase().as_str(),
            "pscustomobject" | "management.automation.pscustomobject" | "system.management.automation.pscustomobject"
        );
        match &child.kind {
            ExprKind::Hashtable(pairs) if to_custom_object => {
                return Code::CustomObject(Box::new(self.hash(pairs)));
            }
            ExprKind::Hashtable(pairs) if self.source.slice(kind.name.span).eq_ignore_ascii_case("ordered") => {
                return Code::Ordered(Box::new(self.hash(pairs)));
            }
            _ => {}
        }
        if self.source.slice(kind.name.span).eq_ignore_ascii_case("ref") {
            if let Some(target) = self.reference_target(child) {
                return Code::Reference(Box::new(target));
            }
            return Code::StaticCall(Box::new(StaticCallCode {
                ty: Code::Type(Box::new(self.type_code(&kind.name))),
                name: NameCode::Fixed(Str::from("new"), Symbol::new("new")),
                arguments: [self.expr(child)].into(),
                generic: Vec::new(),
            }));
        }
        let ty = self.type_code(&kind.name);
        // The name stands for `PSObject` everywhere but in a cast, which makes an object of a table.
        if to_custom_object {
            ty.known.replace(Some(TypeRef::Native(&types::PS_CUSTOM_OBJECT)));
        }
        Code::Convert(Box::new((ty, self.expr(child))))
    }

    fn reference_target(&mut self, child: &ast::Expr) -> Option<Target> {
        match &child.kind {
            ExprKind::Variable(variable)
                if !matches!(&*variable.path.to_ascii_lowercase(), "null" | "true" | "false") =>
            {
                Some(self.target(child))
            }
            ExprKind::Member { .. } | ExprKind::Index { .. } => Some(self.target(child)),
            _ => None,
        }
    }

    fn unary(&mut self, operator: UnaryOperator, child: &ast::Expr) -> Code {
        match operator {
            UnaryOperator::Not | UnaryOperator::Exclaim => Code::Not(Box::new(self.expr(child))),
            UnaryOperator::Plus => Code::Plus(Box::new(self.expr(child))),
            UnaryOperator::Minus => match self.expr(child) {
                Code::Const(Value::Int(n)) if n != i32::MIN => Code::Const(Value::Int(-n)),
                other => Code::Negate(Box::new(other)),
            },
            UnaryOperator::Bnot => Code::Bnot(Box::new(self.expr(child))),
            UnaryOperator::Join => Code::JoinUnary(Box::new(self.expr(child))),
            UnaryOperator::Split => Code::SplitUnary(ast::CaseRule::Insensitive, Box::new(self.expr(child))),
            UnaryOperator::Csplit => Code::SplitUnary(ast::CaseRule::Sensitive, Box::new(self.expr(child))),
            UnaryOperator::Comma => Code::Array(Box::new([self.expr(child)])),
            UnaryOperator::PlusPlus => self.step(child, true, true),
            UnaryOperator::MinusMinus => self.step(child, false, true),
            UnaryOperator::PostfixPlusPlus => self.step(child, true, false),
            UnaryOperator::PostfixMinusMinus => self.step(child, false, false),
        }
    }

    fn step(&mut self, child: &ast::Expr, up: bool, prefix: bool) -> Code {
        Code::Step { target: Box::new(self.target(child)), up, prefix }
    }

    fn binary(&mut self, left: &ast::Expr, operator: BinaryOperator, right: &ast::Expr) -> Code {
        let pair = Box::new((self.expr(left), self.expr(right)));
        match operator {
            BinaryOperator::Plus => Code::Add(pair),
            BinaryOperator::Minus => Code::Subtract(pair),
            BinaryOperator::Multiply => Code::Multiply(pair),
            BinaryOperator::And => Code::And(pair),
            BinaryOperator::Or => Code::Or(pair),
            BinaryOperator::Xor => Code::Xor(pair),
            BinaryOperator::Is => Code::IsType(pair, true),
            BinaryOperator::IsNot => Code::IsType(pair, false),
            BinaryOperator::As => Code::AsType(pair),
            BinaryOperator::QuestionQuestion => Code::Coalesce(pair),
            BinaryOperator::Compare(comparison, case) => {
                if matches!(comparison, Comparison::Match | Comparison::NotMatch) {
                    self.names.slot(Symbol::new("Matches"));
                }
                Code::Compare(comparison, case, pair)
            }
            other => Code::Binary(other, pair),
        }
    }

    pub fn hash(&mut self, pairs: &[(ast::Expr, ast::Statement)]) -> HashCode {
        HashCode { pairs: pairs.iter().map(|(key, value)| (self.expr(key), self.value_of(value))).collect() }
    }

    pub fn member_name(&mut self, member: &ast::Expr) -> NameCode {
        match &member.kind {
            ExprKind::String { value, .. } => NameCode::Fixed(Str::from(&**value), Symbol::new(value)),
            ExprKind::Constant(_) => {
                let text = self.source.slice(member.span);
                NameCode::Fixed(Str::from(text), Symbol::new(text))
            }
            _ => NameCode::Computed(self.expr(member)),
        }
    }

    fn member(&mut self, object: &ast::Expr, member: &ast::Expr, is_static: bool, null_conditional: bool) -> Code {
        let name = self.member_name(member);
        let object = self.expr(object);
        if is_static {
            return Code::StaticMember(Box::new(StaticCode { ty: object, name }));
        }
        Code::Member(Box::new(MemberCode { object, name, null_conditional }))
    }
}

/// The parts of a variable's path, where it names a scope or a drive.
pub fn scoped(path: &str) -> Option<ScopedVariable> {
    let (scope, name) = path.split_once(':')?;
    if scope.is_empty() || path.starts_with("::") {
        return None;
    }
    let kind = match &*scope.to_ascii_lowercase() {
        "global" => ScopeName::Global,
        "script" => ScopeName::Script,
        "local" => ScopeName::Local,
        "private" => ScopeName::Private,
        "using" => ScopeName::Using,
        "variable" => return Some(in_variable_drive(scope, name)),
        _ => ScopeName::Drive,
    };
    Some(ScopedVariable { scope: Str::from(scope), kind, name: Str::from(name), symbol: Symbol::new(name) })
}

/// `$variable:x` and `$variable:script:x`.
fn in_variable_drive(scope: &str, name: &str) -> ScopedVariable {
    scoped(name).filter(|inner| inner.kind != ScopeName::Drive).unwrap_or_else(|| ScopedVariable {
        scope: Str::from(scope),
        kind: ScopeName::Any,
        name: Str::from(name),
        symbol: Symbol::new(name),
    })
}

pub fn fault(id: &'static str, message: &str) -> Code {
    Code::Fault(Box::new((id, Str::from(message))))
}
