//! `Out-File`: prints objects into a file.

use super::formatting::{Lines, file_printer};
use crate::cmdlets::management::content::encoding;
use crate::cmdlets::prelude::*;
use crate::format::{Printer, Stream};
use crate::provider::encoding::Encoding;
use crate::provider::{self, Drive};
use std::fs::File;
use std::io::Write;

cmdlet! {
    /// Sends output to a file, as it would be shown.
    ///
    /// ```powershell
    /// 'one', 'two' | Out-File pins.txt
    /// Get-Content pins.txt
    /// # one
    /// # two
    /// ```
    pub struct OutFile: "Out-File", default_set "ByPath", should_process;

    /// The file to write.
    param file_path: Str, alias "Path", set "ByPath", mandatory, position 0;
    /// The file to write, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory, by_name;
    /// How text becomes bytes.
    param encoding: Value, position 1, completions crate::provider::encoding::NAMES;
    /// Adds to what is there.
    param append: Switch;
    /// Writes to read-only files too.
    param force: Switch;
    /// Leaves a file alone that is there already.
    param no_clobber: Switch, alias "NoOverwrite";
    /// The width of a line in cells.
    param width: i32, range (2, 2_147_483_647);
    /// Leaves out the line ends.
    param no_newline: Switch;
    /// The objects to print; normally piped in.
    param input_object: Value, pipeline;

    state work: Option<Work>;
}

/// An open file and what prints into it.
struct Work {
    printer: Printer,
    file: File,
    encoding: Encoding,
    path: Str,
}

impl Cmdlet for OutFile {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let path = self.target(cx)?;
        let shown = if self.literal_path.is_empty() { &self.file_path } else { &self.literal_path };
        if !cx.should_process(shown, "Output to File")? {
            return Ok(());
        }
        let encoding = encoding(cx, &self.encoding)?;
        let mut options = File::options();
        match (*self.append, *self.no_clobber) {
            (true, _) => options.append(true).create(true),
            (false, true) => options.write(true).create_new(true),
            (false, false) => options.write(true).create(true).truncate(true),
        };
        let file = match options.open(&*path) {
            Ok(file) => file,
            Err(failure) => return Err(self.open_failure(cx, &path, &failure)),
        };
        let is_new = file.metadata().is_ok_and(|facts| facts.len() == 0);
        let width = usize::try_from(self.width).ok().filter(|width| *width > 0);
        let mut work = Work { printer: file_printer(cx.session, width), file, encoding, path };
        if is_new {
            work.put(cx, encoding.mark())?;
        }
        self.work = Some(work);
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(work) = &mut self.work else { return Ok(()) };
        let mut lines = Lines::default();
        work.printer.feed(cx.session, &self.input_object, Stream::Output, &mut lines)?;
        work.lines(cx, lines, *self.no_newline)
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let Some(work) = &mut self.work else { return Ok(()) };
        let mut lines = Lines::default();
        work.printer.finish(cx.session, &mut lines)?;
        work.lines(cx, lines, *self.no_newline)
    }
}

impl OutFile {
    /// The path of the one file that is meant.
    fn target(&self, cx: &mut Cx) -> Outcome<Str> {
        let places = if self.literal_path.is_empty() {
            provider::expand(cx.session, &self.file_path)?
        } else {
            vec![provider::locate(cx.session, &self.literal_path)?]
        };
        let message = match places.as_slice() {
            [place] if place.drive == Drive::FileSystem => return Ok(place.path.clone()),
            [place] => format!(
                "Cannot open file because the current provider (Microsoft.PowerShell.Core\\{}) cannot open a file.",
                place.drive.provider()
            ),
            [] => format!(
                "Cannot perform operation because the wildcard path {} did not resolve to a file.",
                self.file_path
            ),
            _ => {
                "Cannot perform operation because the path resolved to more than one file. This command cannot operate \
                  on multiple files."
                    .to_string()
            }
        };
        Err(cx.stop(Fault::new("FileOpenFailure", ErrorCategory::OpenError, message)))
    }

    fn open_failure(&self, cx: &mut Cx, path: &str, failure: &std::io::Error) -> Flow {
        if failure.kind() == std::io::ErrorKind::AlreadyExists {
            return cx.stop(provider::io_fault("NoClobber", ErrorCategory::ResourceExists, path, failure));
        }
        let fault = provider::io_fault("FileOpenFailure", ErrorCategory::OpenError, path, failure);
        cx.stop(fault.target(Value::Null))
    }
}

impl Work {
    fn lines(&mut self, cx: &mut Cx, lines: Lines, no_newline: bool) -> Outcome {
        let mut text = String::new();
        for line in lines.0 {
            text.push_str(&line);
            if !no_newline {
                text.push('\n');
            }
        }
        let bytes = self.encoding.encode(&text);
        self.put(cx, &bytes)
    }

    fn put(&mut self, cx: &mut Cx, bytes: &[u8]) -> Outcome {
        self.file.write_all(bytes).map_err(|failure| {
            cx.stop(provider::io_fault("FileOpenFailure", ErrorCategory::WriteError, &self.path, &failure))
        })
    }
}
