//! What `#requires` lines ask for.

use super::command::command;
use crate::syntax::Span;
use crate::syntax::ast::{Command, CommandElement, Expr, ExprKind, ModuleSpecification, Requires};
use crate::syntax::check::constant::{Place, is_constant, pure_expression};
use crate::syntax::fault::{Message, messages};
use crate::syntax::lex::{Input, Miss, Mode, Shared, Text};
use crate::text::Number;
use crate::text::symbol::same_name;

/// Reads the `#requires` lines that the scanner has met; `None` without any.
pub(super) fn requires(shared: &Shared) -> Result<Option<Requires>, nom::Err<Miss>> {
    let mut spans = shared.requires.take();
    if spans.is_empty() {
        return Ok(None);
    }
    spans.sort_by_key(|span| span.start);
    let mut found = Requires::default();
    for span in spans {
        let text = Text::nested(shared, shared.source.slice(span), span.start, &[]);
        let i = Input::new(&text, Mode::Command);
        if let (i, Some(line)) = command(i)? {
            Line { i, found: &mut found, of_snap_in: None }.read(&line);
        }
    }
    Ok(Some(found))
}

/// One line while it is read.
struct Line<'a, 'r> {
    i: Input<'a>,
    found: &'r mut Requires,
    /// The version that belongs to a snap-in; outside: none was named.
    of_snap_in: Option<Option<Box<str>>>,
}

/// Whether a parameter's name begins the name of one of these.
fn is(name: &str, parameter: &str) -> bool {
    parameter.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// The constants of an argument: those of a list one by one.
fn items(argument: &Expr) -> Vec<&Expr> {
    match &argument.kind {
        ExprKind::ArrayLiteral(items) => items.iter().collect(),
        _ => vec![argument],
    }
}

fn text_of(value: &Expr) -> Option<&str> {
    if let ExprKind::String { value, .. } = &value.kind { Some(value) } else { None }
}

impl Line<'_, '_> {
    fn fault(&self, message: Message, span: Span, arguments: &[&str]) {
        self.i.fault(message, span, arguments);
    }

    fn read(mut self, line: &Command) {
        let mut elements = line.elements.iter();
        let name = elements
            .next()
            .and_then(|first| if let CommandElement::Argument(name) = first { text_of(name) } else { None });
        if !name.is_some_and(|name| same_name(name, "requires")) {
            self.fault(messages::SCRIPT_REQUIRES_INVALID_FORMAT, line.span, &[]);
        }
        let names_snap_in = |element: &CommandElement| matches!(element, CommandElement::Parameter { name, .. } if is(name, "pssnapin"));
        if elements.clone().any(names_snap_in) {
            self.of_snap_in = Some(None);
        }
        while let Some(element) = elements.next() {
            let CommandElement::Parameter { span, name, argument, .. } = element else {
                self.fault(messages::SCRIPT_REQUIRES_INVALID_FORMAT, element.span(), &[]);
                continue;
            };
            let argument = argument.as_ref().map(Ok).or_else(|| match elements.next()? {
                CommandElement::Argument(argument) => Some(Ok(argument)),
                CommandElement::Parameter { span, .. } => Some(Err(*span)),
            });
            self.parameter(*span, name, argument);
        }
    }

    /// A parameter with its argument, or with the place of a parameter where the argument should be.
    fn parameter(&mut self, span: Span, name: &str, argument: Option<Result<&Expr, Span>>) {
        if is(name, "runasadministrator") {
            self.found.elevated = true;
            if argument.is_some() {
                self.fault(messages::PARAMETER_CANNOT_HAVE_ARGUMENT, span, &[name]);
            }
            return;
        }
        let argument = match argument {
            None => return self.fault(messages::PARAMETER_REQUIRES_ARGUMENT, span, &[name]),
            Some(Ok(argument)) if is_constant(argument, Place::Requires) => argument,
            Some(Ok(argument)) => return self.fault(messages::REQUIRES_ARGUMENT_MUST_BE_CONSTANT, argument.span, &[]),
            Some(Err(place)) => return self.fault(messages::REQUIRES_ARGUMENT_MUST_BE_CONSTANT, place, &[]),
        };
        if is(name, "shellid") {
            self.shell(span, argument);
        } else if is(name, "pssnapin") {
            self.snap_in(argument);
        } else if is(name, "psedition") {
            self.editions(span, argument);
        } else if is(name, "version") {
            self.version(span, argument);
        } else if is(name, "assembly") {
            self.assemblies(argument);
        } else if is(name, "modules") {
            self.modules(argument);
        } else {
            self.fault(messages::SCRIPT_REQUIRES_INVALID_FORMAT, span, &[]);
        }
    }

    fn twice(&self, span: Span, parameter: &str) {
        self.fault(messages::PARAMETER_ALREADY_BOUND, span, &["", parameter]);
    }

    fn shell(&mut self, span: Span, argument: &Expr) {
        if self.found.application.is_some() {
            return self.twice(span, "shellid");
        }
        match text_of(argument) {
            Some(text) => self.found.application = Some(text.into()),
            None => self.fault(messages::REQUIRES_INVALID_STRING_ARGUMENT, argument.span, &["shellid"]),
        }
    }

    /// There are no snap-ins, but their names are looked at.
    fn snap_in(&mut self, argument: &Expr) {
        let Some(text) = text_of(argument) else {
            return self.fault(messages::REQUIRES_INVALID_STRING_ARGUMENT, argument.span, &["pssnapin"]);
        };
        let is_valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if text.is_empty() || !text.chars().all(is_valid) {
            self.fault(messages::INVALID_PS_SNAP_IN_NAME, argument.span, &[]);
        }
    }

    fn editions(&mut self, span: Span, argument: &Expr) {
        if !self.found.editions.is_empty() {
            return self.twice(span, "psedition");
        }
        for item in items(argument) {
            let Some(edition) = text_of(item) else {
                self.fault(messages::REQUIRES_INVALID_STRING_ARGUMENT, argument.span, &["psedition"]);
                continue;
            };
            if !same_name(edition, "Core") && !same_name(edition, "Desktop") {
                self.fault(messages::REQUIRES_PS_EDITION_INVALID, argument.span, &["psedition"]);
            }
            if self.found.editions.iter().any(|known| same_name(known, edition)) {
                self.fault(messages::REQUIRES_PS_EDITION_VALUE_IS_ALREADY_SPECIFIED, argument.span, &["psedition"]);
            } else {
                self.found.editions.push(edition.into());
            }
        }
    }

    fn version(&mut self, span: Span, argument: &Expr) {
        let text = text_of(argument).unwrap_or_else(|| self.i.cx.shared.source.slice(argument.span));
        let Some(version) = version(text) else {
            return self.fault(messages::REQUIRES_VERSION_INVALID, argument.span, &[]);
        };
        let (slot, may_repeat) = match &mut self.of_snap_in {
            Some(slot) => (slot, false),
            None => (&mut self.found.version, true),
        };
        match slot {
            Some(known) if !may_repeat || **known != *version => self.twice(span, "version"),
            slot => *slot = Some(version.into()),
        }
    }

    fn assemblies(&mut self, argument: &Expr) {
        for item in items(argument) {
            match text_of(item) {
                Some(text) if self.found.assemblies.iter().any(|known| **known == *text) => {}
                Some(text) => self.found.assemblies.push(text.into()),
                None => self.fault(messages::REQUIRES_INVALID_STRING_ARGUMENT, argument.span, &["assembly"]),
            }
        }
    }

    fn modules(&mut self, argument: &Expr) {
        for item in items(argument) {
            match module(item) {
                Ok(module) => {
                    self.found.modules.push(module.name.clone());
                    self.found.module_specifications.push(module);
                }
                Err(reason) => {
                    let detail = format!(
                        "Cannot convert value \"System.Collections.Hashtable\" to type \
                         \"Microsoft.PowerShell.Commands.ModuleSpecification\". Error: \"{reason}\""
                    );
                    return self.fault(messages::REQUIRES_MODULE_INVALID, argument.span, &[&detail]);
                }
            }
        }
    }
}

/// A version with two to four parts; a single number is a major version.
fn version(text: &str) -> Option<String> {
    let text = if text.contains('.') { text.to_owned() } else { format!("{text}.0") };
    let parts = text.split('.');
    let is_number =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<i32>().is_ok();
    ((2..=4).contains(&parts.clone().count()) && parts.clone().all(is_number)).then_some(text)
}

fn constant_text(value: &Expr) -> String {
    match &value.kind {
        ExprKind::String { value, .. } => value.to_string(),
        ExprKind::Constant(Number::Int32(n)) => n.to_string(),
        ExprKind::Constant(Number::Double(n)) => n.to_string(),
        _ => String::new(),
    }
}

/// A module by its name or by a table; otherwise what is wrong with it.
pub(in crate::syntax) fn module(item: &Expr) -> Result<ModuleSpecification, String> {
    let ExprKind::Hashtable(entries) = &item.kind else {
        return Ok(ModuleSpecification { name: constant_text(item).into(), ..ModuleSpecification::default() });
    };
    let mut found = ModuleSpecification::default();
    let mut unknown = Vec::new();
    for (key, value) in entries {
        let key = constant_text(key);
        let value = pure_expression(value).map(constant_text).unwrap_or_default();
        let slot = match key.to_ascii_lowercase().as_str() {
            "modulename" => {
                found.name = value.into();
                continue;
            }
            "moduleversion" => &mut found.version,
            "requiredversion" => &mut found.required_version,
            "maximumversion" => &mut found.maximum_version,
            "guid" => &mut found.guid,
            _ => {
                unknown.push(format!("'{key}'"));
                continue;
            }
        };
        *slot = Some(value.into());
    }
    if !unknown.is_empty() {
        return Err(format!(
            "The hashtable describing a module contains one or more members that are not valid. The valid members are \
             (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid ({}), then try again.",
            unknown.join(", ")
        ));
    }
    for version in [&found.version, &found.required_version].into_iter().flatten() {
        if self::version(version).is_none() || !version.contains('.') {
            return Err(format!(
                "Cannot convert value \"{version}\" to type \"System.Version\". Error: \"Version string portion was too short \
                 or too long. (Parameter 'input')\""
            ));
        }
    }
    if found.name.is_empty() {
        return Err("The 'ModuleName' member does not exist in the hashtable that describes this module.".to_owned());
    }
    if found.version.is_none() && found.required_version.is_none() && found.maximum_version.is_none() {
        return Err("The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that \
                    describes this module. One of these three members must exist, and be assigned a version number in the \
                    format 'n.n.n.n'."
            .to_owned());
    }
    let together = |first: &str| {
        format!(
            "The parameters {first} and RequiredVersion cannot be used together. Please specify only one parameter."
        )
    };
    match (&found.required_version, &found.version, &found.maximum_version) {
        (Some(_), Some(_), _) => Err(together("ModuleVersion")),
        (Some(_), None, Some(_)) => Err(together("MaximumVersion")),
        _ => Ok(found),
    }
}
