//! `Write-Information`: writes an object to the information stream.
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;

cmdlet! {
    /// Specifies how to handle information stream data for a command.
    ///
    /// ```powershell
    /// Write-Information 'Policy read.' -Tags policy 6>&1 | ForEach-Object Tags
    /// # policy
    /// ```
    pub struct WriteInformation: "Write-Information";

    /// What to write.
    param message_data: Value, alias "Msg", alias "Message", mandatory, position 0, pipeline, allow_null;
    /// Words by which records can be told apart.
    param tags: Vec<Str>, position 1;
}

impl Cmdlet for WriteInformation {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let reserved = |tag: &&Str| tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("PS"));
        let Some(tag) = self.tags.iter().find(reserved) else { return Ok(()) };
        let text = format!("Cannot use tag '{tag}'. The 'PS' prefix is reserved.");
        let fault = faults::invalid_operation("PSPrefixReservedInInformationTag", ErrorCategory::InvalidArgument, text);
        Err(cx.stop(fault.target(Value::Str(tag.clone()))))
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        cx.session.write_information(self.message_data.clone(), &self.tags, cx.call)
    }
}
