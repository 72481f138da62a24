//! The prompt at a terminal: a line editor that knows the language.

use super::complete::{self, Candidate, complete};
use super::console::ConsoleHost;
use super::{prompt, run, secrets};
use crate::engine::Session;
use crate::engine::host::Host;
use crate::syntax::{self, Source};
use crate::text::Str;
use crate::value::{Flow, Outcome};
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::FileHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Config, Context, Editor, Helper};
use std::cell::RefCell;
use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;
use std::rc::Rc;

/// How many commands the history keeps.
const HISTORY: usize = 4096;

/// What the line editor asks about the line.
struct Language {
    session: Rc<RefCell<Session>>,
}

impl Completer for Language {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _: &Context) -> rustyline::Result<(usize, Vec<Pair>)> {
        let Ok(mut session) = self.session.try_borrow_mut() else { return Ok((pos, Vec::new())) };
        let complete::Completion { start, candidates } = complete(&mut session, line, pos);
        let pair = |candidate: Candidate| Pair { display: candidate.shown, replacement: candidate.text };
        Ok((start, candidates.into_iter().map(pair).collect()))
    }
}

impl Validator for Language {
    fn validate(&self, ctx: &mut ValidationContext) -> rustyline::Result<ValidationResult> {
        let source = Source::new(None, Str::from(ctx.input()));
        Ok(match syntax::parse(&source).is_incomplete() {
            true => ValidationResult::Incomplete,
            false => ValidationResult::Valid(None),
        })
    }
}

impl Hinter for Language {
    type Hint = String;
}

impl Highlighter for Language {}

impl Helper for Language {}

/// The commands of this session and those before, on disk.
struct History {
    /// `None` where there is no place for it.
    path: Option<PathBuf>,
}

impl History {
    /// The history below the user's data folder; a new file is the user's alone.
    fn open(host: &ConsoleHost) -> History {
        let surroundings = host.surroundings();
        let named = |name: &str| surroundings.variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let data = named("XDG_DATA_HOME").or_else(|| named("HOME").map(|home| home.join(".local/share")));
        let made = data.map(|data| data.join("pinsh")).and_then(|folder| {
            DirBuilder::new().recursive(true).mode(0o700).create(&folder).ok()?;
            let path = folder.join("history.txt");
            OpenOptions::new().append(true).create(true).mode(0o600).open(&path).ok()?;
            Some(path)
        });
        History { path: made }
    }
}

/// The prompt.
pub struct Repl {
    editor: Editor<Language, FileHistory>,
    history: History,
}

impl Repl {
    /// Sets up the line editor; `None` where the terminal refuses. This comes before Ctrl-C is watched for, since the
    /// editor takes that signal over and passes it on only to those who come later.
    pub fn open(session: &Rc<RefCell<Session>>, host: &ConsoleHost) -> Option<Repl> {
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .auto_add_history(false)
            .max_history_size(HISTORY)
            .ok()?
            .build();
        let mut editor = Editor::with_config(config).ok()?;
        editor.set_helper(Some(Language { session: session.clone() }));
        let history = History::open(host);
        if let Some(path) = &history.path {
            // A file that cannot be read is as good as an empty one.
            let _unreadable = editor.load_history(path);
        }
        Some(Repl { editor, history })
    }

    /// Reads commands and runs them until somebody ends the session.
    ///
    /// # Errors
    /// `Exit` with its status.
    pub fn run(mut self, session: &Rc<RefCell<Session>>, host: &Rc<ConsoleHost>) -> Outcome {
        loop {
            host.start_line();
            let prompt = prompt::text(&mut session.borrow_mut(), host);
            host.hand_on();
            let line = self.editor.readline(&prompt);
            host.line_was_ended();
            match line {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => {
                    self.write_down(&mut session.borrow_mut(), host, &prompt, &line);
                    // A press of Ctrl-C from before is not meant for this command.
                    host.take_interrupt();
                    if let Err(flow @ Flow::Exit(_)) = run::text(&mut session.borrow_mut(), host, &line, Vec::new()) {
                        return Err(flow);
                    }
                }
                Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => {}
                Err(_) => return Ok(()),
            }
        }
    }

    /// Keeps what was entered, without the secrets in it.
    fn write_down(&mut self, session: &mut Session, host: &ConsoleHost, prompt: &str, line: &str) {
        let shown = secrets::masked(session, line);
        if host.is_transcribing() {
            host.transcribe(&format!("{prompt}{}", shown.as_deref().unwrap_or("****")));
        }
        let Some(shown) = shown else { return };
        host.remember(&shown);
        let is_new = self.editor.add_history_entry(shown.as_str()).unwrap_or(false);
        if let Some(path) = self.history.path.as_ref().filter(|_| is_new) {
            // The command runs whether or not it can be written down.
            let _lost = self.editor.append_history(path);
        }
    }
}
