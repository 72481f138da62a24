//! Commands from standard input, line by line.
//!
//! Each line runs as it is read. A line that is not complete begins a block, which ends with a blank line; the block
//! runs as a whole.

use super::console::ConsoleHost;
use super::{prompt, run, secrets};
use crate::engine::Session;
use crate::engine::host::Host;
use crate::syntax::{self, Source};
use crate::text::Str;
use crate::value::{Flow, Outcome};
use std::rc::Rc;

/// Runs all lines; with prompts in the output, and the lines themselves, if wanted.
///
/// # Errors
/// `Exit` with its status.
pub fn run(session: &mut Session, host: &Rc<ConsoleHost>, prompts: bool) -> Outcome {
    host.set_echo(prompts);
    let mut block: Option<String> = None;
    loop {
        if prompts {
            let text = match &block {
                Some(_) => ">> ".to_string(),
                None => prompt::text(session, host),
            };
            host.write(session, &text, false);
        }
        let Some(line) = host.read_script_line() else { return Ok(()) };
        let is_blank = line.trim().is_empty();
        let text = match &mut block {
            Some(block) if !is_blank => {
                block.push('\n');
                block.push_str(&line);
                continue;
            }
            Some(whole) => std::mem::take(whole),
            None if is_blank => continue,
            None => line,
        };
        block = None;
        if syntax::parse(&Source::new(None, Str::from(&*text))).is_incomplete() {
            block = Some(text);
            continue;
        }
        let shown = secrets::masked(session, &text);
        if host.is_transcribing() {
            host.transcribe(&format!("PS>{}", shown.as_deref().unwrap_or("****")));
        }
        if let Some(shown) = shown {
            host.remember(&shown);
        }
        if let Err(flow @ Flow::Exit(_)) = run::text(session, host, &text, Vec::new()) {
            return Err(flow);
        }
    }
}
