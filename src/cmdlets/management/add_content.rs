//! `Add-Content`: writes behind the content that is there.
use super::content::{Open, Writer, open_all};
use super::paths::given;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Adds content to an item, such as lines to a file.
    ///
    /// ```powershell
    /// Add-Content -Path log.txt -Value 'one', 'two'
    /// Get-Content log.txt
    /// # one
    /// # two
    /// ```
    pub struct AddContent: "Add-Content", default_set "Path", module "Microsoft.PowerShell.Management", should_process;

    /// The files to write, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0, by_name;
    /// The files to write, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// What to write, one line for each value.
    param value: Value, mandatory, position 1, pipeline, by_name, allow_null, allow_empty_collection;
    /// Returns what was written.
    param pass_thru: Switch;
    /// Unused by the file system.
    param filter: Str;
    /// Names to write to among those that a wildcard stands for.
    param include: Vec<Str>;
    /// Names to leave out.
    param exclude: Vec<Str>;
    /// Writes to read-only files too.
    param force: Switch;
    /// Joins the values without line ends.
    param no_newline: Switch;
    /// How text becomes bytes.
    param encoding: Value, completions crate::provider::encoding::NAMES;
    /// Writes bytes as they are.
    param as_byte_stream: Switch;

    state writers: Option<Vec<Writer>>;
}

impl Cmdlet for AddContent {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let mut writers = match self.writers.take() {
            Some(writers) => writers,
            None => {
                let places = given(&self.path, &self.literal_path);
                open_all(cx, places, Open::Append, &self.encoding, *self.no_newline, "Add Content")?
            }
        };
        let values = super::content::parts(&self.value);
        for writer in &mut writers {
            for value in &values {
                writer.write(cx, value, *self.as_byte_stream)?;
            }
        }
        self.writers = Some(writers);
        if *self.pass_thru {
            return cx.write(self.value.clone());
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        for writer in self.writers.take().unwrap_or_default() {
            writer.close(cx)?;
        }
        Ok(())
    }
}
