//! `Write-Output`: writes objects to the pipeline.
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Writes the specified objects to the pipeline.
    ///
    /// ```powershell
    /// Write-Output 'pin', 'policy'
    /// # pin
    /// # policy
    /// Write-Output 1, 2 -NoEnumerate | ForEach-Object { $_.Count }
    /// # 2
    /// ```
    pub struct WriteOutput: "Write-Output", alias "echo";

    /// The objects to write.
    param input_object: Value, mandatory, position 0, pipeline, remaining, allow_null, allow_empty_collection;
    /// Writes a collection as one object.
    param no_enumerate: Switch;
}

impl Cmdlet for WriteOutput {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let value = std::mem::take(&mut self.input_object);
        if *self.no_enumerate { cx.write(value) } else { cx.write_items(value) }
    }
}
