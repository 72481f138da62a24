//! `ConvertTo-Csv`: objects as lines of separated values.
use super::csv;
use super::csv::write::{Quoting, Writer};
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Converts .NET objects into a series of character-separated value strings.
    ///
    /// ```powershell
    /// [pscustomobject]@{ Identity = 'ana'; Pin = 123456 } | ConvertTo-Csv
    /// # "Identity","Pin"
    /// # "ana","123456"
    /// ```
    pub struct ConvertToCsv: "ConvertTo-Csv", default_set "DelimiterPath", output "System.String";

    /// The objects.
    param input_object: Value, mandatory, position 0, pipeline, by_name;
    /// What separates the fields.
    param delimiter: Option<Value>, ty &crate::value::types::CHAR, set "Delimiter", position 1, set "DelimiterPath", position 1;
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
}

/// The error for two switches that contradict each other.
pub fn check_switches(cx: &mut Cx, include: bool, exclude: bool) -> Outcome {
    if include && exclude {
        let text =
            "You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.";
        let id = "CannotSpecifyIncludeTypeInformationAndNoTypeInformation";
        return Err(cx.stop(faults::invalid_operation(id, ErrorCategory::InvalidData, text)));
    }
    Ok(())
}

/// The error for `-QuoteFields` beside `-UseQuotes`.
pub fn check_quotes(cx: &mut Cx) -> Outcome {
    if cx.is_bound("QuoteFields") && cx.is_bound("UseQuotes") {
        let text = "You must specify either the -UseQuotes or -QuoteFields parameters, but not both.";
        let id = "CannotSpecifyQuoteFieldsAndUseQuotes";
        return Err(cx.stop(faults::invalid_operation(id, ErrorCategory::InvalidData, text)));
    }
    Ok(())
}

impl Cmdlet for ConvertToCsv {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        check_switches(cx, *self.include_type_information, *self.no_type_information)?;
        check_quotes(cx)?;
        let given = self.delimiter.clone().unwrap_or_default();
        self.writer = Some(Writer {
            delimiter: csv::delimiter(cx, &given, *self.use_culture)?,
            quoting: Quoting::find(&convert::to_text(cx.session, &self.use_quotes)?),
            quoted: self.quote_fields.clone(),
            with_type: *self.include_type_information,
            without_header: *self.no_header,
            columns: None,
        });
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        if self.input_object.is_null() {
            return Ok(());
        }
        for line in writer.lines(cx.session, &self.input_object)? {
            cx.write(Value::from(line))?;
        }
        Ok(())
    }
}
