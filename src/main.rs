//! The program: hands the command line to the host that it asks for.

use std::process::ExitCode;

fn main() -> ExitCode {
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    pinsh::host::main(words.collect())
}
