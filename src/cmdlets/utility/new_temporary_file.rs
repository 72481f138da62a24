//! `New-TemporaryFile`: an empty file under a name of its own.
use crate::cmdlets::management::items;
use crate::cmdlets::prelude::*;
use crate::provider::{Drive, Place};
use crate::types::exceptions::IO_EXCEPTION;

cmdlet! {
    /// Creates a temporary file.
    ///
    /// ```powershell
    /// $file = New-TemporaryFile
    /// $file.Length
    /// # 0
    /// Remove-Item $file
    /// ```
    pub struct NewTemporaryFile: "New-TemporaryFile", should_process, output "System.IO.FileInfo";
}

impl Cmdlet for NewTemporaryFile {
    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let folder = cx.session.environment.get("TMPDIR").cloned().unwrap_or_else(|| Str::from("/tmp"));
        let folder = folder.trim_end_matches('/');
        if !cx.should_process(&format!("{folder}/"), "New-TemporaryFile")? {
            return Ok(());
        }
        let name: String = cx
            .session
            .random()
            .to_le_bytes()
            .iter()
            .take(6)
            .map(|byte| {
                const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEF";
                char::from(LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'x'))
            })
            .collect();
        let path = format!("{folder}/tmp{name}.tmp");
        if let Err(failure) = std::fs::File::options().write(true).create_new(true).open(&path) {
            let fault = Fault::new("NewTemporaryFileWriteError", ErrorCategory::WriteError, failure.to_string());
            return cx.error(fault.of(&IO_EXCEPTION).target(Value::from(path)));
        }
        items::write(cx, &Place { drive: Drive::FileSystem, path: Str::from(path) })
    }
}
