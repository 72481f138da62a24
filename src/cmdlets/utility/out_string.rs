//! `Out-String`: prints objects into a string.

use super::formatting::{Lines, file_printer};
use crate::cmdlets::prelude::*;
use crate::format::{Printer, Stream};

cmdlet! {
    /// Outputs input objects as a string.
    ///
    /// ```powershell
    /// 1, 2 | Out-String -NoNewline
    /// # 12
    /// ```
    pub struct OutString: "Out-String", default_set "NoNewLineFormatting";

    /// Writes each line as a string of its own.
    param stream: Switch, set "StreamFormatting";
    /// The width of a line in cells.
    param width: i32, range (2, 2_147_483_647);
    /// Leaves out the line ends.
    param no_newline: Switch, set "NoNewLineFormatting";
    /// The objects to print; normally piped in.
    param input_object: Value, pipeline;

    state printer: Option<Printer>;
    state text: String;
}

impl Cmdlet for OutString {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let width = usize::try_from(self.width).ok().filter(|width| *width > 0);
        self.printer = Some(file_printer(cx.session, width));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let Some(printer) = &mut self.printer else { return Ok(()) };
        let mut lines = Lines::default();
        printer.feed(cx.session, &self.input_object, Stream::Output, &mut lines)?;
        self.take(lines, cx)
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let Some(printer) = &mut self.printer else { return Ok(()) };
        let mut lines = Lines::default();
        printer.finish(cx.session, &mut lines)?;
        self.take(lines, cx)?;
        if *self.stream { Ok(()) } else { cx.write(Value::from(std::mem::take(&mut self.text))) }
    }
}

impl OutString {
    fn take(&mut self, lines: Lines, cx: &mut Cx) -> Outcome {
        for line in lines.0 {
            if *self.stream {
                cx.write(Value::from(line))?;
                continue;
            }
            self.text.push_str(&line);
            if !*self.no_newline {
                self.text.push('\n');
            }
        }
        Ok(())
    }
}
