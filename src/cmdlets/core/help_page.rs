//! A page of help: from a cmdlet's doc comments, or from the comment of a function.

use crate::engine::Session;
use crate::engine::command::Command;
use crate::engine::signature::Param;
use crate::engine::syntax_text;
use crate::text::Str;
use crate::text::symbol::same_name;

/// What is known of one command.
pub struct Page {
    pub name: String,
    pub category: &'static str,
    pub synopsis: String,
    pub description: String,
    pub syntax: Vec<String>,
    parameters: Vec<(String, String)>,
    pub examples: Vec<String>,
    aliases: Vec<&'static str>,
}

impl Page {
    pub fn of(session: &mut Session, command: &Command) -> Page {
        let signature = command.signature(session);
        let mut page = Page {
            name: command.name().to_string(),
            category: command.kind_name(),
            synopsis: String::new(),
            description: String::new(),
            syntax: Vec::new(),
            parameters: Vec::new(),
            examples: Vec::new(),
            aliases: Vec::new(),
        };
        if let Some(signature) = &signature {
            page.syntax = syntax_text::syntax(signature).into_iter().map(|line| line.trim().to_string()).collect();
            let shown = signature.params.iter().filter(|param| !param.is_common && !param.hidden);
            page.parameters = shown.map(|param| (param.name.to_string(), describe(param))).collect();
        }
        match command {
            Command::Cmdlet(meta) => {
                page.read_doc(meta.doc);
                page.aliases = meta.aliases().collect();
            }
            other => {
                if let Some(block) = other.block() {
                    let tree = &block.template.tree;
                    page.read_comment(tree.source.slice(tree.span));
                }
            }
        }
        if page.synopsis.is_empty() {
            page.synopsis = page.syntax.join("\n");
        }
        page
    }

    /// A doc comment: prose, then examples in code blocks.
    fn read_doc(&mut self, lines: &[&str]) {
        let mut prose = Vec::new();
        let mut example: Option<Vec<&str>> = None;
        for line in lines {
            let line = line.strip_prefix(' ').unwrap_or(line);
            if line.starts_with("```") {
                match example.take() {
                    Some(code) => self.examples.push(code.join("\n")),
                    None => example = Some(Vec::new()),
                }
                continue;
            }
            match &mut example {
                Some(code) => code.push(line),
                None => prose.push(line),
            }
        }
        let prose = prose.join("\n");
        let mut paragraphs = prose.trim().split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
        self.synopsis = paragraphs.next().unwrap_or_default();
        let rest: Vec<String> = paragraphs.collect();
        self.description = if rest.is_empty() { self.synopsis.clone() } else { rest.join("\n\n") };
    }

    /// A comment with `.SYNOPSIS` and its kin.
    fn read_comment(&mut self, text: &str) {
        let Some(start) = text.find("<#") else { return };
        let Some(end) = text.get(start..).and_then(|rest| rest.find("#>")) else { return };
        let mut section = String::new();
        let mut content: Vec<&str> = Vec::new();
        for line in text.get(start + 2..start + end).unwrap_or_default().lines().chain([".END"]) {
            let trimmed = line.trim();
            let is_heading =
                trimmed.strip_prefix('.').is_some_and(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
            if !is_heading {
                content.push(trimmed);
                continue;
            }
            self.take_section(&section, content.join("\n").trim());
            section = trimmed.to_string();
            content.clear();
        }
    }

    fn take_section(&mut self, heading: &str, text: &str) {
        let (word, rest) = heading.split_once(' ').unwrap_or((heading, ""));
        match &*word.to_ascii_uppercase() {
            ".SYNOPSIS" => self.synopsis = text.to_string(),
            ".DESCRIPTION" => self.description = text.to_string(),
            ".EXAMPLE" => self.examples.push(text.to_string()),
            ".PARAMETER" => {
                if let Some((_, help)) = self.parameters.iter_mut().find(|(name, _)| same_name(name, rest.trim())) {
                    *help = format!("{text}\n{help}");
                }
            }
            _ => {}
        }
    }

    pub fn short_text(&self) -> String {
        let mut text = format!("\nNAME\n    {}\n\nSYNOPSIS\n{}\n", self.name, indented(&self.synopsis));
        text.push_str(&format!("\nSYNTAX\n{}\n", indented(&self.syntax.join("\n\n"))));
        if !self.description.is_empty() {
            text.push_str(&format!("\nDESCRIPTION\n{}\n", indented(&self.description)));
        }
        if !self.aliases.is_empty() {
            text.push_str(&format!("\nALIASES\n    {}\n", self.aliases.join(", ")));
        }
        text.push_str(&format!("\nREMARKS\n    To see the examples, type: \"Get-Help {} -Examples\"\n", self.name));
        text
    }

    pub fn full_text(&self) -> String {
        format!(
            "{}\nPARAMETERS\n{}\n{}",
            self.short_text(),
            self.parameters_text(&[Str::from("*")]),
            self.examples_text()
        )
    }

    pub fn parameters_text(&self, patterns: &[Str]) -> String {
        let fitting = self
            .parameters
            .iter()
            .filter(|(name, _)| patterns.iter().any(|pattern| crate::cmdlets::management::paths::fits(pattern, name)));
        fitting
            .map(|(name, help)| format!("    -{name}\n{}\n", indented(&indented(help))))
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub fn examples_text(&self) -> String {
        let mut text = format!("NAME\n    {}\n", self.name);
        for (i, example) in self.examples.iter().enumerate() {
            text.push_str(&format!(
                "\n    -------------------------- EXAMPLE {} --------------------------\n\n",
                i + 1
            ));
            text.push_str(&indented(example));
            text.push('\n');
        }
        text
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

fn describe(param: &Param) -> String {
    let entry = param.uses.first();
    let position = entry.and_then(|entry| entry.position).map_or("named".to_string(), |position| position.to_string());
    let input = match entry {
        Some(entry) if entry.by_value && entry.by_property => "true (ByValue, ByPropertyName)",
        Some(entry) if entry.by_value => "true (ByValue)",
        Some(entry) if entry.by_property => "true (ByPropertyName)",
        _ => "false",
    };
    let required = entry.is_some_and(|entry| entry.mandatory);
    let mut text = String::new();
    if !param.help.is_empty() {
        text.push_str(&format!("{}\n\n", param.help));
    }
    text.push_str(&format!(
        "Type                         {}\nRequired?                    {required}\nPosition?                    {position}\n\
         Accept pipeline input?       {input}",
        syntax_text::type_text(param)
    ));
    if !param.aliases.is_empty() {
        let aliases: Vec<&str> = param.aliases.iter().map(Str::as_str).collect();
        text.push_str(&format!("\nAliases                      {}", aliases.join(", ")));
    }
    text
}
