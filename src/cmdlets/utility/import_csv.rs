//! `Import-Csv`: the records of a file as objects.
use super::csv::{self, file, read::Reader};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Creates table-like custom objects from the items in a character-separated value file.
    ///
    /// ```powershell
    /// Set-Content pins.csv 'Identity,Pin', 'ana,123456'
    /// (Import-Csv pins.csv).Identity
    /// # ana
    /// ```
    pub struct ImportCsv: "Import-Csv", alias "ipcsv", default_set "DelimiterPath";

    /// What separates the fields.
    param delimiter: Option<Value>, ty &crate::value::types::CHAR, set "DelimiterPath", position 1, set "DelimiterLiteralPath", position 1;
    /// The files.
    param path: Vec<Str>, set "DelimiterPath", mandatory, position 0, pipeline, by_name, set "CulturePath", mandatory, position 0, pipeline, by_name;
    /// The files, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "DelimiterLiteralPath", mandatory, by_name,
        set "CultureLiteralPath", mandatory, by_name;
    /// Takes the separator of the culture.
    param use_culture: Switch, set "CulturePath", mandatory, set "CultureLiteralPath", mandatory;
    /// The names of the columns, where the first line does not hold them.
    param header: Vec<Str>, not_null_or_empty;
    /// How bytes become text.
    param encoding: Value, completions crate::provider::encoding::NAMES;
}

impl Cmdlet for ImportCsv {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let given = self.delimiter.clone().unwrap_or_default();
        let delimiter = csv::delimiter(cx, &given, *self.use_culture)?;
        let literal = self.path.is_empty();
        let names = if literal { self.literal_path.clone() } else { self.path.clone() };
        for name in names {
            let text = file::read(cx, &name, literal, &self.encoding)?;
            Reader::new(delimiter, &self.header).read(cx, &text)?;
        }
        Ok(())
    }
}
