//! The dialect against what .NET answered.

use super::*;

/// Lines of text, pattern, options and matches: `[group=index+length,... ]`, `-` for a group that took no part.
const RECORDED_MATCHES: &str = include_str!("recorded_matches.tsv");

/// Lines of text, pattern, options, replacement, the text replaced, split, and split into two.
const RECORDED_REPLACEMENTS: &str = include_str!("recorded_replacements.tsv");

/// Lines of pattern and either the error or `OK`, the names and the numbers of its groups.
const RECORDED_PATTERNS: &str = include_str!("recorded_patterns.tsv");

fn options(names: &str) -> RegexOptions {
    let named = |name: &str| RegexOptions::NAMES.into_iter().find(|(_, known)| *known == name);
    names.split(", ").filter_map(named).fold(RegexOptions::NONE, |all, (option, _)| all | option)
}

fn written(regex: &Regex, text: &str) -> String {
    let group = |group: &Group| {
        let captures: Vec<String> = group
            .captures
            .iter()
            .map(|span| {
                let (index, length) = span.units(text);
                format!("{index}+{length}")
            })
            .collect();
        format!("{}={}", group.name, if captures.is_empty() { "-".to_owned() } else { captures.join(",") })
    };
    let found = regex.find_all(text).unwrap();
    found.iter().map(|m| format!("[{}]", m.groups.iter().map(group).collect::<Vec<_>>().join(" "))).collect()
}

#[test]
fn matches_are_as_recorded() {
    for line in RECORDED_MATCHES.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let text: String = serde_json::from_str(fields[0]).unwrap();
        let pattern: String = serde_json::from_str(fields[1]).unwrap();
        let regex = Regex::new(&pattern, options(fields[2])).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(written(&regex, &text), fields[3], "{line}");
        if let Some(automaton) = regex.automaton_for(&text) {
            let spans = automaton.search(&text, 0).map(|spans| spans[0].clone());
            let first = regex.find(&text).unwrap().map(|found| vec![(found.start(), found.end())]);
            assert_eq!(spans, first, "automaton: {line}");
        }
    }
}

#[test]
fn patterns_are_judged_as_recorded() {
    for line in RECORDED_PATTERNS.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match Regex::new(fields[0], RegexOptions::NONE) {
            Ok(regex) => {
                let names: Vec<String> = regex.group_names().iter().map(|name| name.to_string()).collect();
                let numbers: Vec<String> = regex.group_numbers().iter().map(u32::to_string).collect();
                assert_eq!(format!("OK\t{}\t{}", names.join(","), numbers.join(",")), fields[1..].join("\t"), "{line}");
            }
            Err(error) => {
                assert_eq!(error.to_string(), fields[1], "{line}");
                let RegexError::Parse { fault, offset, .. } = error else { panic!("{line}") };
                assert_eq!((fault.name(), offset.to_string().as_str()), (fields[2], fields[3]), "{line}");
            }
        }
    }
}

#[test]
fn hopeless_backtracking_moves_to_the_automaton_or_ends() {
    let text = "a".repeat(40) + "!";
    assert_eq!(Regex::new("^(a+)+$", RegexOptions::NONE).unwrap().is_match(&text), Ok(false));
    let regex = Regex::new("^(a+)+\\1?$", RegexOptions::NONE).unwrap();
    let mut machine = Machine::new(&regex.program, &text, 0, 100_000);
    assert!(machine.search(0, false).is_err());
}

#[test]
fn a_long_text_takes_no_recursion() {
    let text = "ab".repeat(200_000);
    let regex = Regex::new("^(?:(a)|b)*$", RegexOptions::NONE).unwrap();
    assert_eq!(regex.find(&text).unwrap().unwrap().groups[1].captures.len(), 200_000);
}

#[test]
fn replacements_and_splits_are_as_recorded() {
    let text_of = |json: &str| serde_json::from_str::<String>(json).unwrap();
    let list_of = |json: &str| serde_json::from_str::<Vec<String>>(json).unwrap();
    for line in RECORDED_REPLACEMENTS.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let text = text_of(fields[0]);
        let regex = Regex::new(&text_of(fields[1]), options(fields[2])).unwrap();
        assert_eq!(regex.replace(&text, &text_of(fields[3])).unwrap(), text_of(fields[4]), "{line}");
        assert_eq!(regex.split(&text, 0).unwrap(), list_of(fields[5]), "{line}");
        assert_eq!(regex.split(&text, 2).unwrap(), list_of(fields[6]), "{line}");
    }
}

#[test]
fn escapes_are_undone() {
    assert_eq!(escape("a.b*c[d] (e)#f\t"), "a\\.b\\*c\\[d]\\ \\(e\\)\\#f\\t");
    assert_eq!(unescape("a\\.b\\x41\\n").unwrap(), "a.bA\n");
    assert_eq!(
        unescape("\\_").unwrap_err().to_string(),
        "Invalid pattern '\\_' at offset 2. Unrecognized escape sequence \\_."
    );
}

#[test]
fn a_compiled_pattern_is_found_again() {
    let first = Regex::new("found again", RegexOptions::NONE).unwrap();
    for i in 0..300 {
        Regex::new(&format!("other {i}"), RegexOptions::NONE).unwrap();
        assert!(Rc::ptr_eq(&first, &Regex::new("found again", RegexOptions::NONE).unwrap()));
    }
}
