//! The doors: console, script, standard input; reports of errors.

mod arguments;
pub mod capture;
pub mod complete;
mod console;
mod input;
mod interrupt;
mod lines;
pub mod options;
mod output;
mod prompt;
mod repl;
mod reports;
mod run;
pub mod secrets;
mod startup;
mod surroundings;
mod transcript;
mod typing;
pub mod usage;

pub use capture::CaptureHost;
pub use console::ConsoleHost;
pub use options::{BadOption, Job, Options};

use crate::engine::Session;
use crate::engine::host::Host;
use crate::value::{Flow, Outcome};
use std::cell::RefCell;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use surroundings::Surroundings;

/// The status of a command line that cannot be followed.
const BAD_COMMAND_LINE: u8 = 64;
/// The stack of the thread that scripts run on. It takes up memory only as far as calls are nested.
const STACK: usize = 1 << 30;
/// What is tried where the system refuses that much.
const SMALL_STACK: usize = 1 << 26;

/// Runs the program: `words` is the command line without the program's name.
pub fn main(words: Vec<String>) -> ExitCode {
    let threads = [STACK, SMALL_STACK].into_iter().map(|size| {
        let words = words.clone();
        std::thread::Builder::new().name("runspace".to_string()).stack_size(size).spawn(move || open(&words))
    });
    let Some(runspace) = threads.into_iter().find_map(Result::ok) else { return ExitCode::FAILURE };
    ExitCode::from(runspace.join().unwrap_or(1))
}

/// Reads the command line and opens the door that it asks for; the status of the program.
fn open(words: &[String]) -> u8 {
    let surroundings = Surroundings::of_process();
    let folder = std::env::current_dir().unwrap_or_else(|_| Path::new("/").to_path_buf());
    let options = match Options::read(words, &folder, !surroundings.input_is_terminal) {
        Ok(options) => options,
        Err(bad) => return refuse(&bad),
    };
    match options.job {
        Job::Version => return print(&format!("{}\n", usage::NAME_AND_VERSION)),
        Job::Help => return print(&format!("\n{}{}\n", usage::USAGE, usage::HELP)),
        _ => {}
    }
    let command_line = std::iter::once("pinsh").chain(words.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    let command_line = crate::text::redact::without_pins(&command_line).into_owned();
    let host = Rc::new(ConsoleHost::new(surroundings, !options.non_interactive, command_line));
    let session = Rc::new(RefCell::new(startup::session(&host, &folder.to_string_lossy(), &options)));
    let result = Door { session, host: host.clone(), options }.open();
    host.close();
    match result {
        Err(Flow::Exit(status)) => low_byte(status),
        Err(_) => 1,
        Ok(()) => 0,
    }
}

/// A session and what it was opened for.
struct Door {
    session: Rc<RefCell<Session>>,
    host: Rc<ConsoleHost>,
    options: Options,
}

impl Door {
    /// Does what the options ask for.
    fn open(mut self) -> Outcome {
        let job = std::mem::take(&mut self.options.job);
        let stays = self.options.no_exit || matches!(job, Job::Prompt);
        let at_terminal = stays && self.host.surroundings().input_is_terminal;
        let repl = if at_terminal { repl::Repl::open(&self.session, &self.host) } else { None };
        interrupt::watch(&self.host, at_terminal);
        startup::prepare(&mut self.session.borrow_mut(), &self.host, &self.options)?;
        let result = match job {
            Job::File { path, arguments } => {
                run::file(&mut self.session.borrow_mut(), &self.host, &path, arguments)?;
                self.session.borrow_mut().success = true;
                Ok(())
            }
            Job::Command { text, arguments } => run::text(&mut self.session.borrow_mut(), &self.host, &text, arguments),
            Job::Lines => lines::run(&mut self.session.borrow_mut(), &self.host, false),
            _ => Ok(()),
        };
        match result {
            _ if stays => self.prompt_loop(repl)?,
            other => other?,
        }
        if self.session.borrow().success { Ok(()) } else { Err(Flow::Exit(1)) }
    }

    fn prompt_loop(&self, repl: Option<repl::Repl>) -> Outcome {
        if self.options.banner {
            self.host.write(&mut self.session.borrow_mut(), usage::NAME_AND_VERSION, true);
        }
        self.session.borrow_mut().interactive = true;
        match repl {
            Some(repl) => repl.run(&self.session, &self.host),
            None => lines::run(&mut self.session.borrow_mut(), &self.host, true),
        }
    }
}

/// The part of an exit status that the system keeps.
fn low_byte(status: i32) -> u8 {
    status.to_le_bytes()[0]
}

fn print(text: &str) -> u8 {
    // Nobody is left to be told that nobody reads.
    let _gone = std::io::stdout().write_all(text.as_bytes());
    0
}

fn refuse(bad: &BadOption) -> u8 {
    let _gone = writeln!(std::io::stderr(), "{}", bad.message);
    if bad.usage {
        print(&format!("\n{}\n", usage::USAGE));
    }
    BAD_COMMAND_LINE
}
