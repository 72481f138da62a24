//! `New-Guid`: a globally unique id.
use crate::cmdlets::prelude::*;
use crate::text::guid;
use crate::value::error::FORMAT_EXCEPTION;
use uuid::Uuid;

cmdlet! {
    /// Creates a GUID.
    ///
    /// ```powershell
    /// (New-Guid -Empty).ToString()
    /// # 00000000-0000-0000-0000-000000000000
    /// ```
    pub struct NewGuid: "New-Guid", default_set "Default", output "System.Guid";

    /// Gives the GUID that is all zeros.
    param empty: Switch, set "Empty";
    /// The text of a GUID.
    param input_object: Option<Str>, set "InputObject", position 0, pipeline;
}

impl Cmdlet for NewGuid {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if let Some(text) = &self.input_object {
            return match guid::parse(text) {
                Ok(guid) => cx.write(Value::native(guid)),
                Err(error) => {
                    let id = "StringNotRecognizedAsGuid";
                    let fault = Fault::new(id, ErrorCategory::InvalidArgument, error.message);
                    cx.error(fault.of(&FORMAT_EXCEPTION))
                }
            };
        }
        if *self.empty {
            return cx.write(Value::native(Uuid::nil()));
        }
        let (high, low) = (cx.session.random(), cx.session.random());
        let bytes = (u128::from(high) << 64 | u128::from(low)).to_be_bytes();
        cx.write(Value::native(uuid::Builder::from_random_bytes(bytes).into_uuid()))
    }
}
