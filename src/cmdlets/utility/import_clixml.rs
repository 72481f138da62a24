//! `Import-Clixml`: reads objects with their types from a file.
use super::clixml::read;
use super::csv::file;
use crate::cmdlets::management::paths::given;
use crate::cmdlets::prelude::*;
use crate::value::NativeType;
use crate::value::error::SYSTEM_EXCEPTION;

static XML_EXCEPTION: NativeType = NativeType::class("System.Xml.XmlException", &SYSTEM_EXCEPTION);

cmdlet! {
    /// Imports a CLIXML file and creates corresponding objects in PowerShell.
    ///
    /// ```powershell
    /// 'pin', 6 | Export-Clixml values.xml
    /// (Import-Clixml values.xml)[1] + 1
    /// # 7
    /// ```
    pub struct ImportClixml: "Import-Clixml", default_set "ByPath";

    /// The files.
    param path: Vec<Str>, set "ByPath", mandatory, position 0, pipeline, by_name;
    /// The files, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory, by_name;
    /// Writes the number of objects first.
    param include_total_count: Switch;
    /// How many objects to leave out at the start.
    param skip: u64;
    /// How many objects to read.
    param first: Option<u64>;
}

impl Cmdlet for ImportClixml {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let (names, literal) = given(&self.path, &self.literal_path);
        for name in names.to_vec() {
            let text = file::read(cx, &name, literal, &Value::Null)?;
            let mut values = match read::values(cx.session, &text)? {
                Ok(values) => values,
                Err(message) => {
                    let id = "System.Xml.XmlException";
                    let fault = Fault::new(id, ErrorCategory::NotSpecified, message).of(&XML_EXCEPTION);
                    return Err(cx.stop(fault));
                }
            };
            // A file that holds one list gives a part of it.
            if (self.skip > 0 || self.first.is_some())
                && let [only] = &*values
                && let Some(items) = enumerate::items_of(only)
            {
                values = items;
            }
            if *self.include_total_count {
                cx.write(Value::UInt64(values.len() as u64))?;
            }
            let skip = usize::try_from(self.skip).unwrap_or(usize::MAX);
            let first = self.first.map_or(usize::MAX, |first| usize::try_from(first).unwrap_or(usize::MAX));
            for value in values.into_iter().skip(skip).take(first) {
                cx.write(value)?;
            }
        }
        Ok(())
    }
}
