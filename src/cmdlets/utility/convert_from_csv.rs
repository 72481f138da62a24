//! `ConvertFrom-Csv`: lines of separated values as objects.
use super::csv::{self, read::Reader};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Converts object properties in character-separated value format into objects.
    ///
    /// ```powershell
    /// ('Identity,Pin', 'ana,123456' | ConvertFrom-Csv).Pin
    /// # 123456
    /// ```
    pub struct ConvertFromCsv: "ConvertFrom-Csv", default_set "Delimiter";

    /// What separates the fields.
    param delimiter: Option<Value>, ty &crate::value::types::CHAR, set "Delimiter", position 1;
    /// Takes the separator of the culture.
    param use_culture: Switch, set "UseCulture", mandatory;
    /// The lines.
    param input_object: Vec<Str>, mandatory, position 0, pipeline, by_name, allow_empty_string;
    /// The names of the columns, where the first line does not hold them.
    param header: Vec<Str>, not_null_or_empty;

    state reader: Option<Reader>;
}

impl Cmdlet for ConvertFromCsv {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let given = self.delimiter.clone().unwrap_or_default();
        let delimiter = csv::delimiter(cx, &given, *self.use_culture)?;
        self.reader = Some(Reader::new(delimiter, &self.header));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(reader) = &mut self.reader else { return Ok(()) };
        self.input_object.iter().try_for_each(|line| reader.read(cx, line))
    }
}
