//! `Export-Clixml`: writes objects with their types to a file.
use super::clixml::write::Writer;
use super::csv::file::{Opening, Output};
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Creates an XML-based representation of an object or objects and stores it in a file.
    ///
    /// ```powershell
    /// [decimal]1.10 | Export-Clixml value.xml
    /// (Import-Clixml value.xml).GetType().Name
    /// # Decimal
    /// ```
    pub struct ExportClixml: "Export-Clixml", default_set "ByPath", should_process;

    /// How many levels of contained objects are written.
    param depth: Option<i32>, range (1, 2_147_483_647);
    /// The file.
    param path: Str, set "ByPath", mandatory, position 0;
    /// The file, its name taken as it is.
    param literal_path: Str, alias "PSPath", alias "LP", set "ByLiteralPath", mandatory;
    /// The objects.
    param input_object: Value, mandatory, pipeline, allow_null;
    /// Writes to a read-only file too.
    param force: Switch;
    /// Refuses to replace a file.
    param no_clobber: Switch, alias "NoOverwrite";
    /// How text becomes bytes.
    param encoding: Value, completions crate::provider::encoding::NAMES;

    state writer: Option<Writer>;
    state output: Option<Output>;
}

impl Cmdlet for ExportClixml {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let path = if self.path.is_empty() { self.literal_path.clone() } else { self.path.clone() };
        let shown = cx.session.full_path(&path);
        if !cx.should_process(&shown, "Export-Clixml")? {
            return Ok(());
        }
        let opening = Opening { append: false, force: *self.force, no_clobber: *self.no_clobber };
        self.output = Some(Output::open(cx, &path, opening, &self.encoding)?);
        self.writer = Some(Writer::new(self.depth.map_or(2, i32::unsigned_abs)));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        match &mut self.writer {
            Some(writer) => writer.add(cx.session, &self.input_object),
            None => Ok(()),
        }
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        match (self.writer.take(), &mut self.output) {
            (Some(writer), Some(output)) => output.write(cx, &writer.finish()),
            _ => Ok(()),
        }
    }
}
