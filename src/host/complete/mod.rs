//! Completion of what is being typed: commands, parameters and their values, variables, members, types, paths.
//!
//! The names come from the tables that run the commands: signatures, scopes, registries. What is looked for follows
//! from the word before the cursor and from the tree of the text up to there.

mod commands;
mod members;
mod paths;
mod word;

use crate::engine::Session;
use word::Word;

/// What can stand in place of the text from `start` to the cursor.
#[derive(Debug, Default, PartialEq)]
pub struct Completion {
    pub start: usize,
    pub candidates: Vec<Candidate>,
}

/// One possibility.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// What a list shows.
    pub shown: String,
    /// What is put in.
    pub text: String,
}

impl Candidate {
    fn plain(text: impl Into<String>) -> Candidate {
        let text = text.into();
        Candidate { shown: text.clone(), text }
    }
}

/// What the text before the cursor can become.
pub fn complete(session: &mut Session, line: &str, cursor: usize) -> Completion {
    let text = line.get(..cursor).unwrap_or(line);
    let word = Word::last_of(text);
    let mut completion = members::variables(session, &word)
        .or_else(|| members::members(session, &word))
        .or_else(|| members::types(&word))
        .or_else(|| commands::complete(session, text, &word))
        .unwrap_or_else(|| paths::complete(session, &word));
    completion.candidates.sort_by_key(|candidate| candidate.shown.to_lowercase());
    completion.candidates.dedup();
    completion
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::capture::CaptureHost;

    fn texts(session: &mut Session, line: &str) -> Vec<String> {
        complete(session, line, line.len()).candidates.into_iter().map(|candidate| candidate.text).collect()
    }

    fn of(line: &str) -> Vec<String> {
        texts(&mut CaptureHost::session(), line)
    }

    #[test]
    fn commands_are_found_by_their_beginning() {
        assert_eq!(of("foreach-o"), ["ForEach-Object"]);
        assert_eq!(of("1 | Out-N"), ["Out-Null"]);
        assert_eq!(of("$x = (where-o"), ["Where-Object"]);
    }

    #[test]
    fn parameters_and_their_values_come_from_the_signature() {
        let mut session = CaptureHost::session();
        CaptureHost::run(
            &mut session,
            "function Test-It { param([ValidateSet('fast', 'slow')]$Mode, [switch]$Quiet, $Pin) }",
        );
        assert_eq!(texts(&mut session, "Test-It -Qu"), ["-Quiet"]);
        assert_eq!(texts(&mut session, "Test-It -Quiet -Mode "), ["fast", "slow"]);
        assert_eq!(texts(&mut session, "Test-It -Mode:s"), ["slow"]);
        assert_eq!(texts(&mut session, "Test-It fa"), ["fast"]);
    }

    #[test]
    fn variables_and_members_come_from_the_session() {
        let mut session = CaptureHost::session();
        CaptureHost::run(&mut session, "$someUser = [pscustomobject]@{ DisplayName = 'a'; Pin = 1 }");
        assert_eq!(texts(&mut session, "\"x $someu"), ["$someUser"]);
        assert_eq!(texts(&mut session, "$someUser.Disp"), ["$someUser.DisplayName"]);
        assert!(texts(&mut session, "'abc'; [string]::IsNullOrE").contains(&"[string]::IsNullOrEmpty(".to_string()));
    }

    #[test]
    fn paths_are_quoted_where_they_must_be() {
        let folder = std::env::temp_dir().join(format!("pinsh-complete-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("two words")).expect("a folder");
        let mut session = CaptureHost::session();
        session.folder = folder.to_string_lossy().as_ref().into();
        assert_eq!(texts(&mut session, "Out-Null tw"), ["'two words/'"]);
        assert_eq!(texts(&mut session, "Out-Null \"./tw"), ["./two words/"]);
        std::fs::remove_dir_all(folder).expect("the end of the folder");
    }
}
