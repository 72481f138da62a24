//! `Export-Csv`: writes objects to a file of separated values.
use super::convert_to_csv::{check_quotes, check_switches};
use super::csv::file::{Opening, Output};
use super::csv::write::{Quoting, Writer, columns_of};
use super::csv::{self, read};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Converts objects into a series of character-separated value strings and saves the strings to a file.
    ///
    /// ```powershell
    /// [pscustomobject]@{ Identity = 'ana' } | Export-Csv pins.csv
    /// Get-Content pins.csv
    /// # "Identity"
    /// # "ana"
    /// ```
    pub struct ExportCsv: "Export-Csv", alias "epcsv", default_set "Delimiter", should_process;

    /// The objects.
    param input_object: Value, mandatory, pipeline, by_name;
    /// The file.
    param path: Str, position 0;
    /// The file, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP";
    /// Writes to a read-only file too; appends objects that lack a column.
    param force: Switch;
    /// Refuses to replace a file.
    param no_clobber: Switch, alias "NoOverwrite";
    /// How text becomes bytes.
    param encoding: Value, completions crate::provider::encoding::NAMES;
    /// Adds to the file.
    param append: Switch;
    /// What separates the fields.
    param delimiter: Option<Value>, ty &crate::value::types::CHAR, set "Delimiter", position 1;
    /// Takes the separator of the culture.
    param use_culture: Switch, set "UseCulture";
    /// Writes the type's name first.
    param include_type_information: Switch, alias "ITI";
    /// Leaves the type's name out, which is the default.
    param no_type_information: Switch, alias "NTI";
    /// The columns whose values are put into quotes.
    param quote_fields: Vec<Str>, alias "QF";
    /// When values are put into quotes.
    param use_quotes: Value, alias "UQ", choices &["Never", "Always", "AsNeeded"];
    /// Leaves out the names of the columns.
    param no_header: Switch;

    state writer: Option<Writer>;
    state output: Option<Output>;
    state pending: String;
}

impl Cmdlet for ExportCsv {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        check_switches(cx, *self.include_type_information, *self.no_type_information)?;
        check_quotes(cx)?;
        if self.path.is_empty() == self.literal_path.is_empty() {
            let text = "You must specify either the -Path or -LiteralPath parameters, but not both.";
            let id = "CannotSpecifyPathAndLiteralPath";
            return Err(cx.stop(faults::invalid_operation(id, ErrorCategory::InvalidData, text)));
        }
        let path = if self.path.is_empty() { self.literal_path.clone() } else { self.path.clone() };
        let shown = cx.session.full_path(&path);
        if !cx.should_process(&shown, "Export-Csv")? {
            return Ok(());
        }
        let opening = Opening { append: *self.append, force: *self.force, no_clobber: *self.no_clobber };
        let output = Output::open(cx, &path, opening, &self.encoding)?;
        let given = self.delimiter.clone().unwrap_or_default();
        let delimiter = csv::delimiter(cx, &given, *self.use_culture)?;
        let mut writer = Writer {
            delimiter,
            quoting: Quoting::find(&convert::to_text(cx.session, &self.use_quotes)?),
            quoted: self.quote_fields.clone(),
            with_type: *self.include_type_information,
            without_header: *self.no_header,
            columns: None,
        };
        let columns = read::first_record(&output.before, delimiter);
        if !columns.is_empty() {
            writer.columns = Some(columns.into_iter().map(Str::from).collect());
            if !output.before.ends_with('\n') {
                self.pending.push('\n');
            }
        }
        self.writer = Some(writer);
        self.output = Some(output);
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (Some(writer), Some(output)) = (&mut self.writer, &mut self.output) else { return Ok(()) };
        if self.input_object.is_null() {
            return Ok(());
        }
        if !output.before.is_empty()
            && !*self.force
            && let Some(columns) = &writer.columns
        {
            let own = columns_of(cx.session, &self.input_object)?;
            let missing = columns.iter().find(|column| !own.iter().any(|own| own.eq_ignore_ascii_case(column)));
            if let Some(missing) = missing {
                let text = format!(
                    "Cannot append CSV content to the following file: {}. The appended object does not have a property that corresponds to the following column: {missing}. To continue with mismatched properties, add the -Force parameter, and then retry the command.",
                    output.path()
                );
                let id = "CannotAppendCsvWithMismatchedPropertyNames";
                let fault = faults::invalid_operation(id, ErrorCategory::InvalidData, text);
                return Err(cx.stop(fault.target(Value::Str(missing.clone()))));
            }
        }
        for line in writer.lines(cx.session, &self.input_object)? {
            self.pending.push_str(&line);
            self.pending.push('\n');
        }
        if self.pending.len() > 1 << 16 {
            let text = std::mem::take(&mut self.pending);
            output.write(cx, &text)?;
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let text = std::mem::take(&mut self.pending);
        match &mut self.output {
            Some(output) if !text.trim().is_empty() => output.write(cx, &text),
            _ => Ok(()),
        }
    }
}
