//! The doors: console, script, standard input; reports of errors.

mod console;
mod input;
mod lines;
pub mod options;
mod output;
mod prompt;
mod run;
mod secret;
mod startup;
mod surroundings;
mod transcript;
pub mod usage;

pub use console::ConsoleHost;
pub use options::{BadOption, Job, Options};

use crate::engine::Session;
use crate::value::{Flow, Outcome};
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
    let mut session = startup::session(&host, &folder.to_string_lossy());
    let result = work(&mut session, &host, options);
    host.close();
    match result {
        Err(Flow::Exit(status)) => low_byte(status),
        Err(_) => 1,
        Ok(()) => 0,
    }
}

/// Does what the options ask for.
fn work(session: &mut Session, host: &Rc<ConsoleHost>, mut options: Options) -> Outcome {
    startup::prepare(session, host, &options)?;
    let stays = options.no_exit;
    let job = std::mem::take(&mut options.job);
    match job {
        Job::File { path, arguments } => {
            let result = run::file(session, host, &path, arguments);
            return if stays { prompt_loop(session, host, &options, true) } else { result };
        }
        Job::Command { text, arguments } => {
            let result = run::text(session, host, &text, arguments);
            if stays {
                return prompt_loop(session, host, &options, true);
            }
            match result {
                Err(flow @ Flow::Exit(_)) => return Err(flow),
                Err(_) => return Err(Flow::Exit(1)),
                Ok(()) => {}
            }
        }
        Job::Lines => prompt_loop(session, host, &options, false)?,
        _ => prompt_loop(session, host, &options, true)?,
    }
    if session.success { Ok(()) } else { Err(Flow::Exit(1)) }
}

fn prompt_loop(session: &mut Session, host: &Rc<ConsoleHost>, options: &Options, prompts: bool) -> Outcome {
    use crate::engine::host::Host;
    if prompts && options.banner {
        host.write(session, usage::NAME_AND_VERSION, true);
    }
    lines::run(session, host, prompts)
}

/// The part of an exit status that the system keeps.
fn low_byte(status: i32) -> u8 {
    status.to_le_bytes()[0]
}

fn print(text: &str) -> u8 {
    use std::io::Write;
    // Nobody is left to be told that nobody reads.
    let _gone = std::io::stdout().write_all(text.as_bytes());
    0
}

fn refuse(bad: &BadOption) -> u8 {
    use std::io::Write;
    let _gone = writeln!(std::io::stderr(), "{}", bad.message);
    if bad.usage {
        print(&format!("\n{}\n", usage::USAGE));
    }
    BAD_COMMAND_LINE
}
