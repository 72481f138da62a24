//! Paths and the drives that live in the session itself: `$env:X`, `$function:f`, `$alias:a`, `$variable:v`.

use super::Session;
use super::frame::Link;
use crate::text::{Str, Symbol};
use crate::value::{ErrorCategory, Fault, Flow, NativeType, Outcome, Value, convert, error};

pub static DRIVE_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.DriveNotFoundException", &super::eval::SESSION_STATE_EXCEPTION);
pub static ITEM_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ItemNotFoundException", &super::eval::SESSION_STATE_EXCEPTION);
pub static FILE_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.IO.FileNotFoundException", &error::SYSTEM_EXCEPTION);

impl Session {
    /// `$drive:name`.
    pub(crate) fn read_drive(&mut self, drive: &str, name: &str) -> Outcome<Value> {
        Ok(match &*drive.to_ascii_lowercase() {
            "env" => self.environment.get(name).cloned().map_or(Value::Null, Value::Str),
            "function" => self
                .find_function(Symbol::new(name))
                .map_or(Value::Null, |function| Value::native(function.block.clone())),
            "alias" => {
                self.find_alias(Symbol::new(name)).map_or(Value::Null, |alias| Value::Str(alias.definition.clone()))
            }
            _ => {
                let path = self.full_path(&format!("{drive}:{name}"));
                match std::fs::read(&*path) {
                    Ok(bytes) => {
                        let text = crate::text::decode(&bytes);
                        let lines: Vec<Value> = text.lines().map(Value::from).collect();
                        crate::value::enumerate::collapse(lines)
                    }
                    Err(_) => Value::Null,
                }
            }
        })
    }

    /// `$drive:name = value`.
    pub fn write_drive(&mut self, drive: &str, name: &str, value: Value) -> Outcome {
        match &*drive.to_ascii_lowercase() {
            "env" => {
                if value.is_null() {
                    self.environment.shift_remove(name);
                    return Ok(());
                }
                let text = convert::to_text(self, &value)?;
                if text.is_empty() {
                    self.environment.shift_remove(name);
                } else {
                    self.environment.insert(Str::from(name), text);
                }
                Ok(())
            }
            "function" => {
                let template = match super::automatic::block_of(&value) {
                    Some(block) => block.template.clone(),
                    None => {
                        let text = convert::to_text(self, &value)?;
                        self.parse_block(&text, None)?.template.clone()
                    }
                };
                let module = self.current_module();
                let scope = self.scope();
                self.put_function(&scope, Str::from(name), template, false, module)
            }
            "alias" => {
                let definition = convert::to_text(self, &value)?;
                let alias =
                    super::module::Alias { name: Str::from(name), definition, ..super::module::Alias::default() };
                let scope = self.scope();
                self.put_alias(&scope, alias);
                Ok(())
            }
            _ => {
                let text = format!("Cannot find drive. A drive with the name '{drive}' does not exist.");
                Err(Fault::new("DriveNotFound", ErrorCategory::ObjectNotFound, text)
                    .of(&DRIVE_NOT_FOUND_EXCEPTION)
                    .target(Value::from(drive))
                    .into())
            }
        }
    }

    /// The current location as the prompt shows it.
    pub fn shown_location(&self) -> Str {
        match self.drive.is_empty() {
            true => self.folder.clone(),
            false => Str::from(format!("{}:/", self.drive)),
        }
    }

    /// A path of the file system made absolute and plain: relative to the current folder, `~` for the home folder, `.`
    /// and `..` resolved. Back slashes separate too.
    pub fn full_path(&self, path: &str) -> Str {
        let path = path.replace('\\', "/");
        let path = path.strip_prefix("FileSystem::").unwrap_or(&path);
        let path = path.strip_prefix("Microsoft.PowerShell.Core/FileSystem::").unwrap_or(path);
        let home = || self.environment.get("HOME").cloned().unwrap_or_default();
        let joined = match path.strip_prefix('~') {
            Some("") => home().to_string(),
            Some(rest) if rest.starts_with('/') => format!("{}{rest}", home()),
            _ if path.starts_with('/') => path.to_string(),
            _ => match self.drive_root(path) {
                Some(rooted) => rooted,
                None => format!("{}/{path}", self.folder),
            },
        };
        normal_path(&joined)
    }

    /// A path on a drive that was made over a folder.
    fn drive_root(&self, path: &str) -> Option<String> {
        let (drive, rest) = path.split_once(':')?;
        let (_, _, root) = self.drives.iter().find(|(name, _, _)| name.eq_ignore_ascii_case(drive))?;
        Some(format!("{root}/{}", rest.trim_start_matches('/')))
    }

    /// The lines of a file, for `switch -File`.
    pub(crate) fn file_lines(&mut self, path: &str) -> Outcome<Vec<Value>> {
        let full = self.full_path(path);
        match std::fs::read(&*full) {
            Ok(bytes) => Ok(crate::text::decode(&bytes).lines().map(Value::from).collect()),
            Err(_) => {
                let text = format!("Could not find file '{full}'.");
                Err(Flow::from(
                    Fault::new("FileReadError", ErrorCategory::ReadError, text).of(&FILE_NOT_FOUND_EXCEPTION),
                ))
            }
        }
    }

    /// The scope that a text names: `Global`, `Script`, `Local`, or how many levels up.
    pub fn scope_named(&self, name: &str) -> Option<Link> {
        match &*name.to_ascii_lowercase() {
            "global" => Some(Link::Module(self.global.clone())),
            "script" => Some(self.script_scope()),
            "local" | "private" | "0" => Some(self.scope()),
            number => number.parse::<usize>().ok().and_then(|n| self.scopes().into_iter().nth(n)),
        }
    }
}

/// An absolute path with `.`, `..` and doubled separators resolved.
pub fn normal_path(path: &str) -> Str {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    Str::from(format!("/{}", parts.join("/")))
}
