//! Warnings and other messages as the terminal shows them.

use super::{Stream, Style};

/// A message with what stands in front of it in its stream, such as `WARNING: `.
pub fn message_line(stream: Stream, message: &str, style: &Style) -> String {
    let (colour, label) = match stream {
        Stream::Warning => (&style.warning, "WARNING: "),
        Stream::Verbose => (&style.verbose, "VERBOSE: "),
        Stream::Debug => (&style.debug, "DEBUG: "),
        Stream::Output | Stream::Error | Stream::Information => return message.to_string(),
    };
    let reset = if colour.is_empty() { "" } else { style.reset() };
    format!("{colour}{label}{message}{reset}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_name_their_stream() {
        assert_eq!(message_line(Stream::Warning, "low", &Style::plain()), "WARNING: low");
        assert_eq!(message_line(Stream::Debug, "x", &Style::coloured()), "\x1b[33;1mDEBUG: x\x1b[0m");
    }
}
