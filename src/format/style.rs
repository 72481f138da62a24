//! The colours of what is printed.

use super::cells::{RESET, strip};
use super::ps_style::PsStyle;
use crate::value::Env;
use std::borrow::Cow;

/// The window's width where there is no window.
const DEFAULT_WINDOW: usize = 120;

/// `OutputRendering.Ansi`.
const RENDERED_IN_COLOUR: i64 = 2;

/// The colours of headers, labels and messages, as `$PSStyle.Formatting` has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether there are colours at all; without, sequences in the objects' own text are dropped as well.
    pub colours: bool,
    /// The width of the window, at which the messages of errors are broken.
    pub window: usize,
    pub accent: String,
    pub error: String,
    pub error_accent: String,
    pub warning: String,
    pub verbose: String,
    pub debug: String,
    pub table_header: String,
    pub custom_table_header: String,
}

impl Style {
    /// No colours: for files, pipes, `NO_COLOR` and terminals that have none.
    pub fn plain() -> Style {
        Style {
            colours: false,
            window: DEFAULT_WINDOW,
            accent: String::new(),
            error: String::new(),
            error_accent: String::new(),
            warning: String::new(),
            verbose: String::new(),
            debug: String::new(),
            table_header: String::new(),
            custom_table_header: String::new(),
        }
    }

    /// PowerShell's own colours.
    pub fn coloured() -> Style {
        Style {
            colours: true,
            window: DEFAULT_WINDOW,
            accent: "\x1b[32;1m".into(),
            error: "\x1b[31;1m".into(),
            error_accent: "\x1b[36;1m".into(),
            warning: "\x1b[33;1m".into(),
            verbose: "\x1b[33;1m".into(),
            debug: "\x1b[33;1m".into(),
            table_header: "\x1b[32;1m".into(),
            custom_table_header: "\x1b[32;1;3m".into(),
        }
    }

    /// The style for a window of `window` columns: as `$PSStyle` says, and where it leaves it to the host, with colours
    /// if the host has them.
    pub fn of(env: &dyn Env, host_is_coloured: bool, window: usize) -> Style {
        let chosen = env.variable("PSStyle");
        let chosen = chosen.as_ref().and_then(|value| value.downcast::<PsStyle>());
        let colours = match chosen.map_or(0, PsStyle::rendering) {
            0 => host_is_coloured,
            rendering => rendering == RENDERED_IN_COLOUR,
        };
        if !colours {
            return Style { window, ..Style::plain() };
        }
        let mut style = Style { window, ..Style::coloured() };
        let Some(chosen) = chosen else { return style };
        let fields = [
            ("FormatAccent", &mut style.accent),
            ("Error", &mut style.error),
            ("ErrorAccent", &mut style.error_accent),
            ("Warning", &mut style.warning),
            ("Verbose", &mut style.verbose),
            ("Debug", &mut style.debug),
            ("TableHeader", &mut style.table_header),
            ("CustomTableHeaderLabel", &mut style.custom_table_header),
        ];
        for (name, field) in fields {
            if let Some(sequence) = chosen.formatting(name) {
                *field = sequence.to_string();
            }
        }
        style
    }

    /// The sequence that ends a colour; nothing where there are none.
    pub fn reset(&self) -> &'static str {
        if self.colours { RESET } else { "" }
    }

    /// A line as it is printed.
    pub fn render<'a>(&self, line: &'a str) -> Cow<'a, str> {
        if self.colours { Cow::Borrowed(line) } else { strip(line) }
    }
}

impl Default for Style {
    fn default() -> Self {
        Style::plain()
    }
}
