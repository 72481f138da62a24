//! Ctrl-C: the first press stops the command that runs, a second one during a script the whole program.

use super::console::ConsoleHost;
use signal_hook::consts::SIGINT;
use signal_hook::flag;

/// What a shell reports of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Watches for Ctrl-C. At a prompt the session outlives any number of presses.
pub fn watch(host: &ConsoleHost, at_prompt: bool) {
    let pressed = host.interrupt_flag();
    // Without a handler Ctrl-C ends the program at once, which is what is left to do then.
    if !at_prompt && flag::register_conditional_shutdown(SIGINT, INTERRUPTED, pressed.clone()).is_err() {
        return;
    }
    let _unwatched = flag::register(SIGINT, pressed);
}
