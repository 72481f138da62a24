//! Statements that the grammar takes and the language does not have.

use super::Report;
use crate::syntax::Span;
use crate::syntax::ast::{
    CatchClause, ExprKind, ForEachStatement, SwitchStatement, TryStatement, TypeName, TypeNameKind, UsingKind,
    UsingStatement,
};
use crate::syntax::fault::messages;
use crate::syntax::tree::{Node, Path};
use crate::text::chars;

/// `switch -parallel` is reserved.
pub(super) fn switch(span: Span, switch: &SwitchStatement, report: &Report<'_>) {
    if switch.flags.parallel {
        report.fault(messages::KEYWORD_PARAMETER_RESERVED_FOR_FUTURE_USE, span, &["switch", "parallel"]);
    }
}

/// `foreach -parallel` and `-throttlelimit` are reserved.
pub(super) fn foreach(span: Span, each: &ForEachStatement, report: &Report<'_>) {
    if each.parallel {
        report.fault(messages::KEYWORD_PARAMETER_RESERVED_FOR_FUTURE_USE, span, &["foreach", "parallel"]);
    }
    if each.throttle_limit.is_some() {
        report.fault(messages::KEYWORD_PARAMETER_RESERVED_FOR_FUTURE_USE, span, &["foreach", "throttlelimit"]);
        if !each.parallel {
            report.fault(messages::THROTTLE_LIMIT_REQUIRES_PARALLEL_FLAG, span, &[]);
        }
    }
}

/// `parallel { }` and `sequence { }` outside of a workflow.
pub(super) fn block(path: &Path<'_, '_>, span: Span, keyword: &str, report: &Report<'_>) {
    let in_workflow = path.ancestors().any(|up| matches!(up.node, Node::Function(function) if function.is_workflow));
    if !in_workflow {
        let word = Span { start: span.start, end: span.start + keyword.len() as u32 };
        report.fault(messages::UNEXPECTED_KEYWORD, word, &[keyword]);
    }
}

/// Which using statements there are.
pub(super) fn using(using: &UsingStatement, report: &Report<'_>) {
    let known = matches!(using.kind, UsingKind::Namespace | UsingKind::Assembly | UsingKind::Module);
    if !known || using.alias.is_some() {
        report.fault(messages::USING_STATEMENT_NOT_SUPPORTED, using.span, &[]);
    }
    if using.kind == UsingKind::Namespace
        && let Some(name) = &using.name
        && let ExprKind::String { value, .. } = &name.kind
        && !value.split('.').all(is_identifier)
    {
        report.fault(messages::INVALID_NAMESPACE_VALUE, name.span, &[]);
    }
}

fn is_identifier(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(|c| c == '_' || chars::is_letter(c))
        && characters.all(|c| c == '_' || chars::is_letter_or_digit(c) || chars::is_mark(c))
}

/// The exceptions that handlers often name, each with the one it derives from.
const EXCEPTIONS: [(&str, &str); 27] = [
    ("System.ArgumentException", "System.SystemException"),
    ("System.ArgumentNullException", "System.ArgumentException"),
    ("System.ArgumentOutOfRangeException", "System.ArgumentException"),
    ("System.ArithmeticException", "System.SystemException"),
    ("System.DivideByZeroException", "System.ArithmeticException"),
    ("System.Exception", ""),
    ("System.FormatException", "System.SystemException"),
    ("System.IndexOutOfRangeException", "System.SystemException"),
    ("System.InvalidCastException", "System.SystemException"),
    ("System.InvalidOperationException", "System.SystemException"),
    ("System.IO.DirectoryNotFoundException", "System.IO.IOException"),
    ("System.IO.FileNotFoundException", "System.IO.IOException"),
    ("System.IO.IOException", "System.SystemException"),
    ("System.Management.Automation.CommandNotFoundException", "System.Management.Automation.RuntimeException"),
    ("System.Management.Automation.ItemNotFoundException", "System.Management.Automation.SessionStateException"),
    ("System.Management.Automation.MethodInvocationException", "System.Management.Automation.RuntimeException"),
    ("System.Management.Automation.ParameterBindingException", "System.Management.Automation.RuntimeException"),
    ("System.Management.Automation.ParseException", "System.Management.Automation.RuntimeException"),
    ("System.Management.Automation.RuntimeException", "System.SystemException"),
    ("System.Management.Automation.SessionStateException", "System.Management.Automation.RuntimeException"),
    ("System.NotImplementedException", "System.SystemException"),
    ("System.NotSupportedException", "System.SystemException"),
    ("System.NullReferenceException", "System.SystemException"),
    ("System.OverflowException", "System.ArithmeticException"),
    ("System.SystemException", "System.Exception"),
    ("System.TimeoutException", "System.SystemException"),
    ("System.UnauthorizedAccessException", "System.SystemException"),
];

/// The full name of an exception and of its base, if it is one that is known.
fn exception(name: &TypeName) -> Option<(&'static str, &'static str)> {
    let TypeNameKind::Simple { name, .. } = &name.kind else { return None };
    let is = |full: &str| {
        full.eq_ignore_ascii_case(name)
            || full.strip_prefix("System.").is_some_and(|short| short.eq_ignore_ascii_case(name))
    };
    EXCEPTIONS.iter().find(|(full, _)| is(full)).copied()
}

/// Whether an exception is another or derives from it.
fn derives(from: &'static str, to: &str) -> bool {
    let base = |name: &&'static str| {
        EXCEPTIONS.iter().find(|(full, _)| full == name).map(|(_, base)| *base).filter(|base| !base.is_empty())
    };
    std::iter::successors(Some(from), base).any(|name| name == to)
}

/// A handler for all comes last, and one for a type comes before those that include it.
pub(super) fn catches(statement: &TryStatement, report: &Report<'_>) {
    for (n, first) in statement.catches.iter().enumerate() {
        for second in statement.catches.iter().skip(n + 1) {
            if first.types.is_empty() {
                let at = second.span.start.saturating_sub(1);
                report.fault(messages::EMPTY_CATCH_NOT_LAST, Span { start: at, end: at }, &[]);
                break;
            }
            already_caught(first, second, report);
        }
    }
}

fn already_caught(first: &CatchClause, second: &CatchClause, report: &Report<'_>) {
    for (known, _) in first.types.iter().filter_map(|kind| exception(&kind.name)) {
        for kind in &second.types {
            if let Some((name, _)) = exception(&kind.name).filter(|(name, _)| derives(name, known)) {
                report.fault(messages::EXCEPTION_TYPE_ALREADY_CAUGHT, kind.span, &[name]);
            }
        }
    }
}
