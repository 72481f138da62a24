//! Script blocks: using statements, parameters, and a body that is a list of statements or of named blocks.

use super::statement::statement;
use super::{after, before, join, maybe, of, parameter, using};
use crate::syntax::Span;
use crate::syntax::ast::{
    AttributeBase, BlockKind, NamedBlock, ParamBlock, ScriptBlock, Statement, StatementBlock, StatementKind,
    TrapStatement, UsingStatement,
};
use crate::syntax::fault::messages;
use crate::syntax::lex::trivia::{skip_newlines, skip_terminators};
use crate::syntax::lex::{Input, Keyword, Kind, Mode, Res, Token};

/// The brace that opens a block, with the place of it in the text.
pub(super) type Open<'t> = Option<&'t Token>;

/// The tree of a text that was given up.
pub(super) fn empty(i: Input<'_>) -> ScriptBlock {
    let span = Span::new(0, i.cx.text.len());
    Draft { open: None, usings: Vec::new(), params: None }.with_statements(
        i,
        span,
        Span::default(),
        Body::default(),
        false,
    )
}

/// The parts of a script block before its body.
struct Draft<'t> {
    open: Open<'t>,
    usings: Vec<UsingStatement>,
    params: Option<ParamBlock>,
}

/// Statements and traps of a block.
#[derive(Default)]
pub(super) struct Body {
    pub statements: Vec<Statement>,
    pub traps: Vec<TrapStatement>,
}

impl Draft<'_> {
    fn block(self, i: Input<'_>, span: Span) -> ScriptBlock {
        ScriptBlock {
            span,
            source: i.cx.shared.source.clone(),
            usings: self.usings,
            attributes: Vec::new(),
            params: self.params,
            dynamic_params: None,
            begin: None,
            process: None,
            end: None,
            clean: None,
            is_filter: false,
            requires: None,
        }
    }

    fn with_statements(self, i: Input<'_>, span: Span, body_span: Span, body: Body, is_filter: bool) -> ScriptBlock {
        let kind = if is_filter { BlockKind::Process } else { BlockKind::End };
        let named = NamedBlock { span: body_span, kind, unnamed: true, statements: body.statements, traps: body.traps };
        let mut block = self.block(i, span);
        block.is_filter = is_filter;
        *slot(&mut block, kind) = Some(named);
        block
    }
}

fn slot(block: &mut ScriptBlock, kind: BlockKind) -> &mut Option<NamedBlock> {
    match kind {
        BlockKind::Dynamicparam => &mut block.dynamic_params,
        BlockKind::Begin => &mut block.begin,
        BlockKind::Process => &mut block.process,
        BlockKind::End => &mut block.end,
        BlockKind::Clean => &mut block.clean,
    }
}

/// A script, or what follows an opening brace up to the closing one; `first` is a statement that comes before all.
pub(super) fn script_block<'a>(
    i: Input<'a>,
    open: Open<'_>,
    is_filter: bool,
    first: Option<Statement>,
) -> Res<'a, ScriptBlock> {
    let mut i = skip_newlines(i);
    let mut usings = Vec::new();
    if open.is_none() {
        (i, usings) = using::using_statements(i)?;
    }
    let (i, params) = maybe(param_block, i.fresh())?;
    script_block_body(skip_terminators(i), Draft { open, usings, params }, is_filter, first)
}

/// `param( … )` with the attributes before it.
fn param_block(i: Input<'_>) -> Res<'_, ParamBlock> {
    let (i, candidates) = super::attribute::attribute_list(skip_newlines(i), false)?;
    let (i, word) = super::keyword(Keyword::Param)(skip_newlines(i))?;
    let (i, open) = of(Kind::LParen)(skip_newlines(i))?;
    let (i, parameters) = parameter::parameter_list(i)?;
    let i = skip_newlines(i);
    let (mut rest, close) = i.next();
    let mut end = close.span;
    if !close.is(Kind::RParen) {
        rest = i.put_back();
        end = before(i, close.span);
        let last = parameters.last().map_or(open.span, |parameter| parameter.span);
        i.unfinished(messages::MISSING_END_PARENTHESIS_IN_FUNCTION_PARAMETER_LIST, after(last), &[]);
    }
    let mut attributes = Vec::new();
    for candidate in candidates {
        match candidate {
            AttributeBase::Attribute(_) => attributes.push(candidate),
            AttributeBase::Type(kind) => {
                i.fault(messages::TYPE_NOT_ALLOWED_BEFORE_PARAM, kind.span, &[&kind.name.full_name()]);
            }
        }
    }
    Ok((rest, ParamBlock { span: join(word.span, end), attributes, parameters }))
}

/// The body after the parameters: named blocks, or statements.
fn script_block_body<'a>(
    i: Input<'a>,
    draft: Draft<'_>,
    is_filter: bool,
    first: Option<Statement>,
) -> Res<'a, ScriptBlock> {
    let (i, token) = i.peek();
    if block_kind(&token).is_some() {
        return named_block_list(i, draft);
    }
    let mut body = Body { statements: first.into_iter().collect(), traps: Vec::new() };
    let mut span = draft.params.as_ref().map(|params| params.span);
    let mut rest = i;
    loop {
        let (after_list, list) = statement_list(rest, &mut body)?;
        span = match (span, list) {
            (Some(span), Some(list)) => Some(join(span, list)),
            (span, list) => span.or(list),
        };
        let (after_end, end) = script_block_end(after_list, draft.open, &mut span)?;
        rest = after_end;
        if let Some(whole) = end {
            return Ok((rest, draft.with_statements(i, whole, span.unwrap_or_default(), body, is_filter)));
        }
    }
}

fn block_kind(token: &Token) -> Option<BlockKind> {
    if let Kind::Keyword(keyword) = token.kind { keyword.block() } else { None }
}

/// The closing brace, or the end of the text; the span of the whole block, or nothing if something else stands there,
/// which is then skipped.
fn script_block_end<'a>(i: Input<'a>, open: Open<'_>, body: &mut Option<Span>) -> Res<'a, Option<Span>> {
    let (rest, token) = i.next();
    let Some(open) = open else {
        if token.is(Kind::End) {
            return Ok((rest, Some(Span::new(0, i.cx.text.len()))));
        }
        i.fault(messages::UNEXPECTED_TOKEN, token.span, &[i.text(&token)]);
        return Ok((rest, None));
    };
    if !token.is(Kind::RCurly) {
        i.unfinished_at(messages::MISSING_END_CURLY_BRACE, open.span, token.span, &[]);
        return Ok((i.put_back(), Some(join(open.span, body.unwrap_or(open.span)))));
    }
    let column = |place| i.cx.shared.source.position(place).1;
    if body.is_none() && column(open.span.end) != column(token.span.start) {
        *body = Some(join(after(open.span), before(i, token.span)));
    }
    Ok((rest, Some(join(open.span, token.span))))
}

/// `begin { } process { } …`
fn named_block_list<'a>(mut i: Input<'a>, draft: Draft<'_>) -> Res<'a, ScriptBlock> {
    let open = draft.open;
    let mut start = open.map(|token| token.span).or(draft.params.as_ref().map(|params| params.span));
    let mut end = Span::default();
    let mut block = draft.block(i, Span::default());
    loop {
        let (rest, token) = i.next();
        let Some(kind) = block_kind(&token) else {
            let mut span = Some(join(start.unwrap_or_default(), end));
            if matches!(token.kind, Kind::RCurly | Kind::End) {
                let (rest, whole) = script_block_end(i.put_back(), open, &mut span)?;
                block.span = whole.unwrap_or_else(|| Span::new(0, i.cx.text.len()));
                return Ok((rest, block));
            }
            i.fault(messages::MISSING_NAMED_BLOCKS, token.span, &[i.text(&token)]);
            let after = if open.is_some() { i.put_back() } else { rest };
            block.span = if open.is_some() { span.unwrap_or_default() } else { Span::new(0, i.cx.text.len()) };
            return Ok((after, block));
        };
        start = start.or(Some(token.span));
        let (rest, statements) = maybe(statement_block, rest)?;
        if statements.is_none() {
            i.unfinished(messages::MISSING_NAMED_STATEMENT_BLOCK, after(token.span), &[keyword_text(&token)]);
        }
        end = statements.as_ref().map_or(token.span, |statements| statements.span);
        let span = join(token.span, end);
        let statements =
            statements.unwrap_or(StatementBlock { span: token.span, statements: Vec::new(), traps: Vec::new() });
        let slot = slot(&mut block, kind);
        if slot.is_some() {
            i.fault(messages::DUPLICATE_SCRIPT_COMMAND_CLAUSE, span, &[keyword_text(&token)]);
        } else {
            let StatementBlock { statements, traps, .. } = statements;
            *slot = Some(NamedBlock { span, kind, unnamed: false, statements, traps });
        }
        i = skip_terminators(rest);
    }
}

/// The text of a keyword in lower case.
pub(super) fn keyword_text(token: &Token) -> &'static str {
    if let Kind::Keyword(keyword) = token.kind { keyword.text() } else { "" }
}

/// `{ … }` with statements in it.
pub(super) fn statement_block(i: Input<'_>) -> Res<'_, StatementBlock> {
    let (i, open) = of(Kind::LCurly)(skip_newlines(i))?;
    let mut body = Body::default();
    let (i, list) = statement_list(i, &mut body)?;
    let (mut rest, close) = i.next();
    let mut end = close.span;
    if !close.is(Kind::RCurly) {
        rest = i.put_back();
        end = list.unwrap_or(open.span);
        i.unfinished_at(messages::MISSING_END_CURLY_BRACE, open.span, close.span, &[]);
    }
    Ok((rest, StatementBlock { span: join(open.span, end), statements: body.statements, traps: body.traps }))
}

/// Statements one after the other; the span of them all, if there are any.
pub(super) fn statement_list<'a>(i: Input<'a>, body: &mut Body) -> Res<'a, Option<Span>> {
    let mut i = skip_terminators(i);
    let mut span: Option<Span> = None;
    loop {
        let (rest, found) = statement(i)?;
        let Some(found) = found else { return Ok((rest, span)) };
        if rest.cx.shared.signature.get().is_some_and(|signature| signature < found.span.start) {
            rest.fault(messages::TOKEN_AFTER_END_OF_VALID_SCRIPT_TEXT, found.span, &[]);
        }
        span = Some(span.map_or(found.span, |span| join(span, found.span)));
        match found.kind {
            StatementKind::Trap(trap) => body.traps.push(*trap),
            _ => body.statements.push(found),
        }
        (i, _) = skip_terminators(rest).peek();
        if matches!(i.peek_kind(), Kind::RParen | Kind::RCurly) {
            return Ok((i, span));
        }
    }
}

/// A script block after its opening brace, where statements are expected inside.
pub(super) fn braced_script_block<'a>(i: Input<'a>, open: &Token) -> Res<'a, ScriptBlock> {
    let mode = i.mode;
    let no_comma = i.no_comma;
    let inside = Input { no_comma: false, ..i.switch(Mode::Command) };
    let (rest, block) = script_block(skip_newlines(inside), Some(open), false, None)?;
    Ok((Input { no_comma, ..rest.switch(mode) }, block))
}
