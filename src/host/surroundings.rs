//! What the program finds around it: language, time zone, terminal, environment.

use crate::text::Str;
use crate::text::date::TimeZone;
use indexmap::IndexMap;
use std::cell::OnceCell;
use std::io::IsTerminal;

/// The width and height of a window that cannot be asked.
const NO_WINDOW: (usize, usize) = (80, 24);

/// The facts about the process that a host answers with.
pub struct Surroundings {
    pub environment: IndexMap<Str, Str>,
    pub input_is_terminal: bool,
    pub output_is_terminal: bool,
    pub errors_are_terminal: bool,
    /// Whether the terminal has colours and the user wants them.
    wants_colours: bool,
    culture: Str,
    zone: OnceCell<Str>,
}

impl Surroundings {
    /// Looks around.
    pub fn of_process() -> Surroundings {
        let environment: IndexMap<Str, Str> = std::env::vars_os()
            .map(|(name, value)| (Str::from(&*name.to_string_lossy()), Str::from(&*value.to_string_lossy())))
            .collect();
        let is_dumb = environment.get("TERM").is_none_or(|term| &**term == "dumb");
        let refuses = environment.get("NO_COLOR").is_some_and(|value| !value.is_empty());
        Surroundings {
            input_is_terminal: std::io::stdin().is_terminal(),
            output_is_terminal: std::io::stdout().is_terminal(),
            errors_are_terminal: std::io::stderr().is_terminal(),
            wants_colours: !is_dumb && !refuses,
            culture: culture(&|name| environment.get(name).cloned()),
            zone: OnceCell::new(),
            environment,
        }
    }

    pub fn variable(&self, name: &str) -> Option<&str> {
        self.environment.get(name).map(|value| &**value)
    }

    pub fn culture(&self) -> Str {
        self.culture.clone()
    }

    /// The id of the local time zone.
    pub fn zone(&self) -> Str {
        self.zone.get_or_init(|| Str::from(TimeZone::local(self.variable("TZ")).id())).clone()
    }

    pub fn wants_colours(&self) -> bool {
        self.wants_colours
    }

    pub fn coloured_output(&self) -> bool {
        self.wants_colours && self.output_is_terminal
    }

    pub fn coloured_errors(&self) -> bool {
        self.wants_colours && self.errors_are_terminal
    }

    /// The width and height of the window.
    pub fn window(&self) -> (usize, usize) {
        if !self.output_is_terminal {
            return NO_WINDOW;
        }
        match terminal_size::terminal_size() {
            Some((width, height)) if width.0 > 0 && height.0 > 0 => (usize::from(width.0), usize::from(height.0)),
            _ => NO_WINDOW,
        }
    }
}

/// The culture that the variables of the locale name: `de_DE.UTF-8@euro` is `de-DE-EURO`, `C` the invariant one.
fn culture(variable: &dyn Fn(&str) -> Option<Str>) -> Str {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names.into_iter().filter_map(variable).find(|value| !value.is_empty());
    let Some(locale) = set else { return Str::default() };
    let (locale, modifier) = locale.split_once('@').unwrap_or((&locale, ""));
    let (name, _encoding) = locale.split_once('.').unwrap_or((locale, ""));
    if matches!(name, "C" | "POSIX") {
        return Str::default();
    }
    let name = name.replace('_', "-");
    match modifier {
        "" => Str::from(name),
        modifier => Str::from(format!("{name}-{}", modifier.to_ascii_uppercase())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Str {
        culture(&|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| Str::from(*value)))
    }

    #[test]
    fn the_first_variable_of_the_locale_names_the_culture() {
        assert_eq!(&*of(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "fr_FR.UTF-8")]), "fr-FR");
        assert_eq!(&*of(&[("LANG", "de_DE@euro"), ("LC_ALL", "")]), "de-DE-EURO");
        assert_eq!(&*of(&[("LANG", "C.UTF-8")]), "");
        assert_eq!(&*of(&[]), "");
    }
}
