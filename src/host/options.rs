//! The command line: which door to open, and how.
//!
//! Options may be shortened and start with a dash, two dashes or a slash; the first word that is none names a script
//! and everything behind it is the script's.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::path::{Path, PathBuf};

/// What the program was asked to do.
#[derive(Debug, Default)]
pub struct Options {
    pub job: Job,
    pub no_profile: bool,
    /// Nobody can be asked.
    pub non_interactive: bool,
    pub no_exit: bool,
    pub banner: bool,
    pub working_directory: Option<String>,
    pub store: Option<PathBuf>,
    pub key: Option<PathBuf>,
}

/// Where commands come from.
#[derive(Debug, Default, PartialEq)]
pub enum Job {
    /// From whoever sits at the terminal, or line by line from standard input.
    #[default]
    Prompt,
    /// Line by line from standard input, without prompts.
    Lines,
    Command {
        text: String,
        arguments: Vec<ScriptArgument>,
    },
    File {
        path: PathBuf,
        arguments: Vec<ScriptArgument>,
    },
    Version,
    Help,
}

/// An argument of a script as the command line has it.
#[derive(Clone, Debug, PartialEq)]
pub enum ScriptArgument {
    Positional(String),
    /// `-Name`, whose value may be the next argument.
    Name(String),
    Named(String, ScriptValue),
}

/// The value of `-Name:value`: the words for true and false are no strings there.
#[derive(Clone, Debug, PartialEq)]
pub enum ScriptValue {
    Text(String),
    Bool(bool),
}

/// A command line that cannot be followed.
#[derive(Debug, PartialEq)]
pub struct BadOption {
    pub message: String,
    /// Whether the usage is worth showing.
    pub usage: bool,
}

/// What an option is called, in full and how short at least.
struct Switch(&'static str, &'static str);

const VERSION: Switch = Switch("version", "v");
const HELP: [Switch; 2] = [Switch("help", "h"), Switch("?", "?")];
const LOGIN: Switch = Switch("login", "l");
const NO_EXIT: Switch = Switch("noexit", "noe");
const NO_PROFILE: Switch = Switch("noprofile", "nop");
const NO_LOGO: Switch = Switch("nologo", "nol");
const NON_INTERACTIVE: Switch = Switch("noninteractive", "noni");
const NO_PROFILE_LOAD_TIME: Switch = Switch("noprofileloadtime", "noprofileloadtime");
const INTERACTIVE: Switch = Switch("interactive", "i");
const CONFIGURATION_FILE: Switch = Switch("configurationfile", "configurationfile");
const CONFIGURATION_NAME: Switch = Switch("configurationname", "config");
const CUSTOM_PIPE_NAME: Switch = Switch("custompipename", "cus");
const COMMAND_WITH_ARGS: [Switch; 2] = [Switch("commandwithargs", "commandwithargs"), Switch("cwa", "cwa")];
const COMMAND: Switch = Switch("command", "c");
const WINDOW_STYLE: Switch = Switch("windowstyle", "w");
const FILE: Switch = Switch("file", "f");
const OUTPUT_FORMAT: [Switch; 2] = [Switch("outputformat", "o"), Switch("of", "o")];
const INPUT_FORMAT: [Switch; 2] = [Switch("inputformat", "inp"), Switch("if", "if")];
const EXECUTION_POLICY: [Switch; 2] = [Switch("executionpolicy", "ex"), Switch("ep", "ep")];
const ENCODED_COMMAND: [Switch; 2] = [Switch("encodedcommand", "e"), Switch("ec", "e")];
const SETTINGS_FILE: Switch = Switch("settingsfile", "settings");
const STA: Switch = Switch("sta", "sta");
const MTA: Switch = Switch("mta", "mta");
const WORKING_DIRECTORY: [Switch; 2] = [Switch("workingdirectory", "wo"), Switch("wd", "wd")];
const STORE_PATH: Switch = Switch("storepath", "sto");
const KEY_FILE: Switch = Switch("keyfile", "k");
/// Doors that this program does not have.
const ABSENT: [Switch; 5] = [
    Switch("socketservermode", "so"),
    Switch("servermode", "s"),
    Switch("namedpipeservermode", "nam"),
    Switch("sshservermode", "sshs"),
    Switch("encodedarguments", "encodeda"),
];

/// The names that are offered for one that is close to them.
const NAMES: [&str; 21] = [
    "command",
    "commandwithargs",
    "configurationname",
    "custompipename",
    "encodedcommand",
    "executionpolicy",
    "file",
    "help",
    "inputformat",
    "keyfile",
    "login",
    "noexit",
    "nologo",
    "noninteractive",
    "noprofile",
    "noprofileloadtime",
    "outputformat",
    "settingsfile",
    "storepath",
    "version",
    "workingdirectory",
];

const POLICIES: [&str; 7] =
    ["default", "remotesigned", "bypass", "allsigned", "restricted", "unrestricted", "undefined"];
const FORMATS: [&str; 3] = ["Text", "XML", "None"];

impl Switch {
    fn is(&self, word: &str) -> bool {
        word.len() >= self.1.len() && self.0.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    }
}

fn is_any(switches: &[Switch], word: &str) -> bool {
    switches.iter().any(|switch| switch.is(word))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}')
}

/// The arguments that are left, and what is known so far.
struct Reading<'a> {
    words: &'a [String],
    next: usize,
    /// Where relative paths start from.
    folder: &'a Path,
    options: Options,
    job: Option<Job>,
    explicit_no_exit: bool,
    /// Whether standard input is something else than a terminal.
    is_redirected: bool,
}

impl Options {
    /// Reads a command line; `folder` is what relative paths start from.
    ///
    /// # Errors
    /// An option without its value, an unknown value, or a script that does not exist.
    pub fn read(words: &[String], folder: &Path, is_redirected: bool) -> Result<Options, BadOption> {
        let options = Options { banner: true, ..Options::default() };
        let mut reading =
            Reading { words, next: 0, folder, options, job: None, explicit_no_exit: false, is_redirected };
        while let Some(word) = reading.take() {
            if !reading.word(word)? {
                break;
            }
        }
        let Reading { mut options, job, explicit_no_exit, .. } = reading;
        options.no_exit = explicit_no_exit && !matches!(job, Some(Job::Lines));
        options.job = job.unwrap_or_default();
        Ok(options)
    }
}

impl<'a> Reading<'a> {
    fn take(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.next)?;
        self.next += 1;
        Some(word)
    }

    fn value(&mut self, missing: &str, usage: bool) -> Result<&'a str, BadOption> {
        self.take().ok_or_else(|| BadOption { message: missing.to_string(), usage })
    }

    /// Follows one word; whether the next one is an option too.
    fn word(&mut self, given: &'a str) -> Result<bool, BadOption> {
        let Some(name) = option_name(given.trim()) else { return self.script(given) };
        if VERSION.is(name) {
            self.job = Some(Job::Version);
            return Ok(false);
        }
        if is_any(&HELP, name) {
            self.job = Some(Job::Help);
            return Ok(false);
        }
        if COMMAND.is(name) {
            return self.command(false);
        }
        if is_any(&COMMAND_WITH_ARGS, name) {
            return self.command(true);
        }
        if FILE.is(name) {
            let missing = "The command cannot be run because the File parameter requires a file path. Supply a path \
                           for the File parameter and then try the command again.";
            let path = self.value(missing, true)?;
            return self.script(path);
        }
        if is_any(&ENCODED_COMMAND, name) {
            return self.encoded();
        }
        if self.flag(name) || self.setting(name)? {
            return Ok(true);
        }
        self.script(given)
    }

    /// Options without a value.
    fn flag(&mut self, name: &str) -> bool {
        if LOGIN.is(name) || NO_PROFILE_LOAD_TIME.is(name) {
            return true;
        }
        if NO_EXIT.is(name) {
            self.explicit_no_exit = true;
        } else if NO_PROFILE.is(name) {
            self.options.no_profile = true;
        } else if NO_LOGO.is(name) {
            self.options.banner = false;
        } else if NON_INTERACTIVE.is(name) {
            self.options.non_interactive = true;
        } else if INTERACTIVE.is(name) {
            self.options.non_interactive = false;
        } else {
            return false;
        }
        true
    }

    /// Options with a value; whether it was one.
    fn setting(&mut self, name: &str) -> Result<bool, BadOption> {
        if is_any(&WORKING_DIRECTORY, name) {
            let missing =
                "Cannot process the command because -WorkingDirectory requires an argument that is a directory path.";
            self.options.working_directory = Some(self.value(missing, false)?.to_string());
        } else if STORE_PATH.is(name) {
            self.options.store = Some(self.path("-StorePath requires the path of the store's file.")?);
        } else if KEY_FILE.is(name) {
            self.options.key = Some(self.path("-KeyFile requires the path of the key's file.")?);
        } else if is_any(&EXECUTION_POLICY, name) {
            let missing = "Cannot process the execution policy because of a missing policy name. A policy name must \
                           follow -ExecutionPolicy.";
            let policy = self.value(missing, true)?;
            if !POLICIES.iter().any(|known| known.eq_ignore_ascii_case(policy)) {
                return Err(BadOption { message: format!("Invalid ExecutionPolicy value '{policy}'."), usage: true });
            }
        } else if is_any(&OUTPUT_FORMAT, name) || is_any(&INPUT_FORMAT, name) {
            self.format()?;
        } else if CONFIGURATION_FILE.is(name) || CONFIGURATION_NAME.is(name) || SETTINGS_FILE.is(name) {
            let missing = format!("Cannot process the command because -{name} requires an argument.");
            self.value(&missing, false)?;
        } else if CUSTOM_PIPE_NAME.is(name) {
            self.value("Cannot process the command because -CustomPipeName requires an argument.", false)?;
        } else if let Some(message) = unsupported(name) {
            return Err(BadOption { message, usage: false });
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn path(&mut self, missing: &str) -> Result<PathBuf, BadOption> {
        let path = self.value(missing, true)?;
        Ok(self.folder.join(path))
    }

    fn format(&mut self) -> Result<(), BadOption> {
        let list = FORMATS.map(|format| format!("{format}\n")).concat();
        let missing = format!(
            "Cannot process the command because the format option requires an argument. Valid formats are:\n{list}"
        );
        let format = self.value(&missing, true)?;
        if FORMATS.iter().any(|known| known.eq_ignore_ascii_case(format)) {
            return Ok(());
        }
        let message = format!(
            "Cannot process the command because of an incorrect parameter value. \"{format}\" is not a valid format.\n\
             Valid formats are:\n{list}"
        );
        Err(BadOption { message, usage: true })
    }

    fn refuse_second_command(&self) -> Result<(), BadOption> {
        match self.job {
            Some(Job::Command { .. }) => Err(BadOption {
                message: "Cannot process command because a command is already specified with -Command, \
                          -CommandWithArgs, or -EncodedCommand."
                    .to_string(),
                usage: true,
            }),
            _ => Ok(()),
        }
    }

    fn command(&mut self, has_arguments: bool) -> Result<bool, BadOption> {
        self.refuse_second_command()?;
        let missing = "Cannot process the command because of a missing parameter. A command must follow -Command.";
        let first = self.value(missing, true)?;
        self.options.banner = false;
        if first == "-" {
            return self.lines();
        }
        let rest = self.words.get(self.next..).unwrap_or_default();
        self.next = self.words.len();
        let job = if has_arguments {
            Job::Command { text: first.to_string(), arguments: script_arguments(rest) }
        } else {
            let words: Vec<&str> = std::iter::once(first).chain(rest.iter().map(String::as_str)).collect();
            Job::Command { text: words.join(" "), arguments: Vec::new() }
        };
        self.job = Some(job);
        Ok(false)
    }

    fn lines(&mut self) -> Result<bool, BadOption> {
        let problem = if self.next < self.words.len() {
            "'-' was specified with the -Command parameter; no other arguments to -Command are permitted."
        } else if !self.is_redirected {
            "'-' was specified as the argument to -Command but standard input has not been redirected for this process."
        } else {
            self.job = Some(Job::Lines);
            return Ok(false);
        };
        Err(BadOption { message: problem.to_string(), usage: true })
    }

    fn encoded(&mut self) -> Result<bool, BadOption> {
        self.refuse_second_command()?;
        let missing = "Cannot process the command because of a missing parameter. A command must follow -Command.";
        let given = self.value(missing, true)?;
        self.options.banner = false;
        let text = decoded(given).ok_or_else(|| BadOption {
            message: "Cannot process the command because the value specified with -EncodedCommand is not properly \
                      encoded. The value must be Base64 encoded."
                .to_string(),
            usage: true,
        })?;
        self.job = Some(Job::Command { text, arguments: Vec::new() });
        Ok(true)
    }

    /// A script with its arguments: everything that is left.
    fn script(&mut self, given: &str) -> Result<bool, BadOption> {
        self.options.banner = self.options.banner && self.explicit_no_exit;
        if given == "-" {
            self.job = Some(Job::Prompt);
            return Ok(true);
        }
        if given.is_empty() {
            let message =
                "Processing -File '' failed: The value cannot be an empty string. (Parameter 'path') Specify \
                           a valid path for the -File parameter."
                    .to_string();
            return Err(BadOption { message, usage: false });
        }
        let path = self.folder.join(given);
        if !path.is_file() {
            return Err(no_such_script(given));
        }
        let rest = self.words.get(self.next..).unwrap_or_default();
        self.next = self.words.len();
        self.job = Some(Job::File { path: normal(&path), arguments: script_arguments(rest) });
        Ok(false)
    }
}

/// The name in a word that looks like an option.
fn option_name(word: &str) -> Option<&str> {
    let first = word.chars().next()?;
    if !is_dash(first) && first != '/' {
        return None;
    }
    let name = word.get(first.len_utf8()..)?;
    let is_double = is_dash(first) && name.starts_with(first);
    Some(if is_double { name.get(first.len_utf8()..).unwrap_or("") } else { name })
}

fn unsupported(name: &str) -> Option<String> {
    if WINDOW_STYLE.is(name) {
        return Some("Parameter -WindowStyle is not implemented on this platform.".to_string());
    }
    if STA.is(name) || MTA.is(name) {
        return Some(format!("Parameter -{} is not supported on this platform.", name.to_ascii_uppercase()));
    }
    is_any(&ABSENT, name).then(|| format!("Parameter -{name} is not supported."))
}

fn no_such_script(given: &str) -> BadOption {
    let word = given.strip_prefix('-').unwrap_or("").to_ascii_lowercase();
    let close: Vec<&str> = NAMES.into_iter().filter(|name| !word.is_empty() && name.contains(&word)).collect();
    if close.is_empty() {
        let message = format!(
            "The argument '{given}' is not recognized as the name of a script file. Check the spelling of the name, or \
             if a path was included, verify that the path is correct and try again."
        );
        return BadOption { message, usage: true };
    }
    let list: String = close.iter().map(|name| format!("\n  -{name}")).collect();
    BadOption { message: format!("Invalid argument '{given}', did you mean:\n{list}"), usage: false }
}

/// An absolute path without `.` and `..`, as its text says.
fn normal(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// Base64 of UTF-16, as `-EncodedCommand` has it.
fn decoded(given: &str) -> Option<String> {
    let bytes = STANDARD.decode(given.trim()).ok()?;
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

/// What the words behind a script's name are to it: `-Name`, `-Name:value`, `-Name: value`, or plain text.
fn script_arguments(words: &[String]) -> Vec<ScriptArgument> {
    let mut arguments = Vec::with_capacity(words.len());
    let mut pending: Option<String> = None;
    for word in words {
        if let Some(name) = pending.take() {
            arguments.push(ScriptArgument::Named(name, ScriptValue::Text(word.clone())));
            continue;
        }
        let name = word.chars().next().filter(|first| is_dash(*first)).and_then(|first| word.get(first.len_utf8()..));
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            arguments.push(ScriptArgument::Positional(word.clone()));
            continue;
        };
        match name.split_once(':') {
            None => arguments.push(ScriptArgument::Name(name.to_string())),
            Some((name, "")) => pending = Some(name.to_string()),
            Some((name, value)) => arguments.push(ScriptArgument::Named(name.to_string(), script_value(value))),
        }
    }
    arguments
}

fn script_value(text: &str) -> ScriptValue {
    let word = text.strip_prefix('$').unwrap_or(text).trim();
    match word.to_ascii_lowercase().as_str() {
        "true" => ScriptValue::Bool(true),
        "false" => ScriptValue::Bool(false),
        _ => ScriptValue::Text(text.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Options, BadOption> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_string()).collect();
        Options::read(&words, Path::new("/"), true)
    }

    #[test]
    fn options_may_be_short_and_doubly_dashed() {
        let options = read(&["-nop", "--NonI", "/nologo", "-C", "1", "+", "1"]).expect("options");
        assert!(options.no_profile && options.non_interactive && !options.banner);
        assert_eq!(options.job, Job::Command { text: "1 + 1".into(), arguments: vec![] });
    }

    #[test]
    fn a_dash_reads_commands_line_by_line() {
        assert_eq!(read(&["-Command", "-"]).expect("options").job, Job::Lines);
        assert!(read(&["-Command", "-", "x"]).is_err());
        assert_eq!(read(&["-"]).expect("options").job, Job::Prompt);
    }

    #[test]
    fn unknown_options_are_taken_for_scripts() {
        let bad = read(&["-profile"]).expect_err("no such script");
        assert_eq!(bad.message, "Invalid argument '-profile', did you mean:\n\n  -noprofile\n  -noprofileloadtime");
        assert!(read(&["nowhere.ps1"]).expect_err("no such script").usage);
    }

    #[test]
    fn encoded_commands_are_base64_of_utf16() {
        let job = read(&["-e", "MQArADEA"]).expect("options").job;
        assert_eq!(job, Job::Command { text: "1+1".into(), arguments: vec![] });
    }

    #[test]
    fn script_arguments_keep_names_and_switch_values_apart_from_text() {
        let words: Vec<String> = ["-s", "-b:$false", "-x:", "-y", "$true", "-"].map(String::from).to_vec();
        let expected = [
            ScriptArgument::Name("s".into()),
            ScriptArgument::Named("b".into(), ScriptValue::Bool(false)),
            ScriptArgument::Named("x".into(), ScriptValue::Text("-y".into())),
            ScriptArgument::Positional("$true".into()),
            ScriptArgument::Positional("-".into()),
        ];
        assert_eq!(script_arguments(&words), expected);
    }
}
