//! Binding as scripts see it.

use crate::engine::Session;
use crate::engine::host::{Host, StreamKind};
use crate::engine::invoke::Invocation;
use crate::engine::pipeline::Collect;
use crate::text::Str;
use crate::value::{ErrorRecord, Flow, Outcome, Value, convert};
use indexmap::IndexMap;
use std::cell::RefCell;
use std::rc::Rc;

/// A host that shows nothing and keeps what was written to the other streams.
#[derive(Default)]
struct Quiet {
    records: RefCell<Vec<Value>>,
}

impl Host for Quiet {
    fn show(&self, _session: &mut Session, _value: Value) -> Outcome {
        Ok(())
    }
    fn flush(&self, _session: &mut Session) -> Outcome {
        Ok(())
    }
    fn show_record(&self, _session: &mut Session, _stream: StreamKind, record: &Value) -> Outcome {
        self.records.borrow_mut().push(record.clone());
        Ok(())
    }
    fn write(&self, _session: &mut Session, _text: &str, _newline: bool) {}
    fn read_line(&self, _prompt: &str, _secret: bool) -> Option<Str> {
        None
    }
    fn is_interactive(&self) -> bool {
        false
    }
    fn width(&self) -> usize {
        80
    }
    fn height(&self) -> usize {
        24
    }
    fn now_ticks(&self) -> i64 {
        0
    }
    fn time_zone(&self) -> Str {
        Str::from("UTC")
    }
    fn culture_name(&self) -> Str {
        Str::from("en-US")
    }
    fn random(&self) -> u64 {
        4
    }
    fn sleep(&self, _milliseconds: u64) {}
}

fn text_of(record: &Rc<ErrorRecord>) -> String {
    format!("{}: {}", record.full_id(), record.message())
}

/// The lines that a script writes, and the ids of its errors in their place.
fn run(script: &str) -> Vec<String> {
    let host = Rc::new(Quiet::default());
    let mut session = Session::new(host.clone(), &[], IndexMap::new(), Str::from("/"));
    let mut lines = Vec::new();
    let mut output = Collect::default();
    let result = session
        .parse_block(script, None)
        .and_then(|block| session.call_block(&block, Invocation::default(), &mut output));
    for value in output.0 {
        lines.push(match convert::to_text(&mut session, &value) {
            Ok(text) => text.to_string(),
            Err(_) => "?".to_string(),
        });
    }
    for record in host.records.borrow().iter() {
        lines.push(record.downcast::<Rc<ErrorRecord>>().map_or_else(|| "record".to_string(), text_of));
    }
    if let Err(Flow::Error(record)) = result {
        lines.push(text_of(&record));
    }
    lines
}

fn lines<const N: usize>(expected: [&str; N]) -> Vec<String> {
    expected.iter().map(ToString::to_string).collect()
}

#[test]
fn a_simple_function_keeps_what_it_does_not_know_in_args() {
    let script = r#"function f($p) { "p=$p args=$args" }; f -Foo 1 2; f -Foo:3 1; f 1 -Foo; f -q -p 1 2; f -P:7"#;
    let expected = ["p=2 args=-Foo 1", "p= args=-Foo: 3 1", "p=1 args=-Foo", "p=1 args=-q 2", "p=7 args="];
    assert_eq!(run(script), lines(expected));
}

#[test]
fn args_can_be_splatted_with_its_names() {
    let script = r#"
        function target { param($Name, [switch]$Force, $Count) "$Name $Force $Count" }
        function wrap { target @args }
        wrap -Name a -Count 3; wrap -Force b; wrap -Count:4 d; wrap '-Force'"#;
    assert_eq!(run(script), lines(["a False 3", "b True ", "d False 4", "-Force False "]));
}

#[test]
fn a_prefix_must_be_unique() {
    let script = r#"function f { [CmdletBinding()] param($ServerName, $ServerRole, $Error2) "$ServerName $Error2" }
        f -ServerN x; f -Erro 1; f -Server x"#;
    let message = "Parameter cannot be processed because the parameter name 'Server' is ambiguous. Possible matches \
                   include: -ServerName -ServerRole.";
    assert_eq!(run(script), lines(["x ", " 1", &format!("AmbiguousParameter,f: {message}")]));
}

#[test]
fn the_parameter_set_follows_from_what_is_given() {
    let declaration = r#"function f { [CmdletBinding(DefaultParameterSetName='N')] param(
        [Parameter(ParameterSetName='N', Position=0)]$Name,
        [Parameter(Mandatory, ParameterSetName='I')]$Id,
        [Parameter(Mandatory, ParameterSetName='A')][switch]$All) "$Name $Id $All" }; "#;
    assert_eq!(
        run(&format!("{declaration} f; f ann; f -Id 5; f -All")),
        lines(["  False", "ann  False", " 5 False", "  True"])
    );
    let both = run(&format!("{declaration} f ann -Id 5"));
    assert_eq!(
        both,
        lines(["PositionalParameterNotFound,f: A positional parameter cannot be found that accepts argument 'ann'."])
    );
    assert!(run(&format!("{declaration} f -All -Id 5"))[0].starts_with("AmbiguousParameterSet,f"));
}

#[test]
fn objects_bind_by_value_and_by_property() {
    let script = r#"function f { [CmdletBinding()] param(
            [Parameter(ValueFromPipeline)][int]$N, [Parameter(ValueFromPipelineByPropertyName)]$Id = 'none')
        process { "$N $Id" } }
        5, 'x' | f; [pscustomobject]@{Id = 1}, [pscustomobject]@{No = 1} | f"#;
    let out = run(script);
    assert_eq!(out[..2], lines(["5 none", "0 1"]));
    assert_eq!(out.len(), 4);
    assert!(out[2..].iter().all(|line| line.starts_with("InputObjectNotBound,f: ")));
}

#[test]
fn a_missing_mandatory_parameter_is_an_error_where_nobody_answers() {
    let script = "function f { param([Parameter(Mandatory)]$A, [Parameter(Mandatory)]$B) 'ran' }; f -B 1";
    let message = "Cannot process command because of one or more missing mandatory parameters: A.";
    assert_eq!(run(script), lines([&format!("MissingMandatoryParameter,f: {message}")]));
}

#[test]
fn validations_run_in_the_opposite_order_of_their_declaration() {
    let script = "function f { param([ValidateSet('a')][ValidateLength(2, 3)]$V) $V }; f b";
    assert!(run(script)[0].contains("character length (1)"));
}

#[test]
fn a_number_token_keeps_its_text_for_a_string() {
    let script = r#"function f([string]$S, $Any) { "$S $Any" }; f 007 007; f (1.50) 1.50; f -S:0x10"#;
    assert_eq!(run(script), lines(["007 7", "1.5 1.5", "0x10 "]));
}

#[test]
fn explicit_arguments_win_over_splatted_ones() {
    let script = r#"function f { [CmdletBinding()] param($To, $Body) "$To $Body" }
        $s = @{ To = 'team'; Body = 'b' }; f @s -To x; f @s @s"#;
    let out = run(script);
    assert_eq!(out[0], "x b");
    assert!(out[1].starts_with("ParameterAlreadyBound,f"), "{out:?}");
}

#[test]
fn default_values_come_from_the_preference_table() {
    let script = r#"function f { [CmdletBinding()] param($To = 'nobody', $Via) "$To $Via" }
        $PSDefaultParameterValues = @{ 'f:To' = 'ops'; '?:Vi*' = { 'com' + 'puted' } }
        f; f -To me; $PSDefaultParameterValues['Disabled'] = $true; f"#;
    assert_eq!(run(script), lines(["ops computed", "me computed", "nobody "]));
}
