//! The examples in the help of the product's commands: each prints what its comment lines say.

use super::pin_fixture::Fixture;
use pinsh::cmdlets::REGISTRY;
use pinsh::engine::cmdlet::CmdletMeta;

/// An example's commands and what they print.
struct Example {
    commands: String,
    prints: Vec<String>,
}

/// The examples in a command's help: blocks of code in which lines that begin with `#` are output.
fn examples(meta: &CmdletMeta) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    for line in meta.doc {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (line.trim(), open.as_mut()) {
            ("```powershell", None) => open = Some(Example { commands: String::new(), prints: Vec::new() }),
            ("```", Some(_)) => examples.extend(open.take()),
            (_, Some(example)) => match line.strip_prefix('#') {
                Some(output) => example.prints.push(output.strip_prefix(' ').unwrap_or(output).trim_end().to_string()),
                None => example.commands.push_str(&format!("{line}\n")),
            },
            (_, None) => {}
        }
    }
    examples
}

#[test]
fn examples_print_what_they_say() {
    let mut faults = Vec::new();
    let mut count = 0;
    for meta in REGISTRY.iter().filter(|meta| matches!(meta.module(), "Lync" | "ActiveDirectory")) {
        let examples = examples(meta);
        if examples.is_empty() {
            faults.push(format!("{} has no example", meta.name));
        }
        for example in examples {
            count += 1;
            let run = Fixture::new().run(&example.commands);
            let printed: Vec<&str> = run.out.lines().map(str::trim_end).collect();
            if printed != example.prints || !run.err.is_empty() {
                faults.push(format!("{}:\n{}prints {printed:#?}\n{}", meta.name, example.commands, run.err));
            }
        }
    }
    assert!(faults.is_empty(), "{} of {count}: {}", faults.len(), faults.join("\n"));
}
