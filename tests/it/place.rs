//! Folders that tests work in, and the program under test.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A folder of its own for one run of the program; it goes when this is dropped.
pub struct Place(PathBuf);

impl Place {
    pub fn new() -> Place {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("pinsh-it-{}-{number}", std::process::id()));
        for folder in ["work", "home"] {
            std::fs::create_dir_all(path.join(folder)).expect("a folder for the test");
        }
        Place(path)
    }

    /// Where the program runs.
    pub fn work(&self) -> PathBuf {
        self.0.join("work")
    }

    /// What `HOME` says.
    pub fn home(&self) -> PathBuf {
        self.0.join("home")
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.work().join(name), text).expect("a file for the test");
    }

    /// The program in this place, in an environment that is the same everywhere.
    pub fn shell(&self) -> Command {
        let mut command = Command::new(program());
        command.current_dir(self.work()).env_clear();
        for (name, value) in std::env::vars_os() {
            if name == "PATH" || name == "TMPDIR" {
                command.env(name, value);
            }
        }
        let fixed = [
            ("NO_COLOR", "1"),
            ("TERM", "dumb"),
            ("TZ", "UTC"),
            ("LANG", "en_US.UTF-8"),
            ("LC_ALL", "en_US.UTF-8"),
            ("USER", "tester"),
        ];
        command.envs(fixed).env("HOME", self.home());
        command
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What a test left behind in the temporary folder does no harm.
        let _left = std::fs::remove_dir_all(&self.0);
    }
}

/// The program under test.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_pinsh"))
}

/// A path below the project's folder.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
