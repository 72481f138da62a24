//! `Out-Host`: prints objects to the terminal.

use crate::cmdlets::prelude::*;
use crate::cmdlets::utility::formatting::{Lines, style};
use crate::format::{Printer, Stream};

cmdlet! {
    /// Sends output to the command line.
    ///
    /// ```powershell
    /// 'shown' | Out-Host
    /// # shown
    /// ```
    pub struct OutHost: "Out-Host", alias "oh", module "Microsoft.PowerShell.Core";

    /// Stops after each screen, where somebody can go on.
    param paging: Switch;
    /// The objects to print; normally piped in.
    param input_object: Value, pipeline;

    state printer: Option<Printer>;
}

impl Cmdlet for OutHost {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let host = cx.session.host();
        self.printer = Some(Printer::console(host.width(), Some(host.height()), style(cx.session)));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(printer) = &mut self.printer else { return Ok(()) };
        let mut lines = Lines::default();
        let result = printer.feed(cx.session, &self.input_object, Stream::Output, &mut lines);
        print(lines, cx);
        result
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let Some(printer) = &mut self.printer else { return Ok(()) };
        let mut lines = Lines::default();
        let result = printer.finish(cx.session, &mut lines);
        print(lines, cx);
        result
    }
}

fn print(lines: Lines, cx: &mut Cx) {
    let host = cx.session.host();
    for line in lines.0 {
        host.write(cx.session, &line, true);
    }
}
