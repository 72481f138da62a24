//! `Get-History`: the commands that were entered.

use crate::cmdlets::prelude::*;

cmdlet! {
    /// Gets a list of the commands entered during the current session.
    ///
    /// PINs in them are covered.
    pub struct GetHistory: "Get-History", alias "ghy", alias "h", alias "history", module "Microsoft.PowerShell.Core";

    /// The numbers of the entries; otherwise the last ones.
    param id: Vec<i64>, position 0, pipeline;
    /// How many entries.
    param count: Option<i32>, position 1;
}

impl Cmdlet for GetHistory {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let commands = cx.session.host().history();
        let numbered: Vec<(i64, Str)> = (1..).zip(commands).collect();
        let chosen: Vec<&(i64, Str)> = match self.id.is_empty() {
            false => numbered.iter().filter(|(id, _)| self.id.contains(id)).collect(),
            true => {
                let count = self.count.and_then(|count| usize::try_from(count).ok()).unwrap_or(numbered.len());
                numbered.iter().skip(numbered.len().saturating_sub(count)).collect()
            }
        };
        for (id, command) in chosen {
            let entry = Value::typed_object(
                "Microsoft.PowerShell.Commands.HistoryInfo",
                [("Id", Value::Long(*id)), ("CommandLine", Value::Str(command.clone()))],
            );
            cx.write(entry)?;
        }
        Ok(())
    }
}
