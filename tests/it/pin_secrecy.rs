//! A PIN is nowhere to be found in clear but where it was generated.

use super::pin_fixture::Fixture;
use pinsh::store::desk::{PinDesk, StoreOptions};
use std::path::Path;

/// PINs that are set, refused, tried and changed.
const PINS: &[&str] = &["9182736", "80684213", "123456789", "7305918264", "58203917", "0712936"];

const SCRIPT: &str = "Start-Transcript transcript.txt
Set-CsClientPin -Identity 'Ken Myer' -Pin 9182736 -Verbose
Set-CsClientPin kenmyer 80684213 -WhatIf
Set-CsClientPin kenmyer 123456789
Set-CsClientPin nobody 7305918264
Test-CsClientPin 51219 58203917
Reset-CsClientPin kenmyer -CurrentPin 9182736 -NewPin 0712936 -Verbose
Reset-CsClientPin kenmyer -CurrentPin 58203917 -NewPin 80684213
$Error | ForEach-Object { \"$_\"; $_.InvocationInfo.Line; $_.InvocationInfo.PositionMessage; $_.ScriptStackTrace }
$Error[0] | Format-List * -Force
Get-CsClientPinInfo kenmyer | Select-Object *
Get-History | ForEach-Object { $_.CommandLine }
Stop-Transcript
";

fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
}

#[test]
fn pins_are_nowhere_in_clear() {
    let fixture = Fixture::new();
    // As long as somebody reads, the log of changes is not folded into the store.
    let reader = PinDesk::open(&StoreOptions::at(fixture.store())).expect("a second reader");
    assert!(reader.topology().is_ok());
    let script = fixture.folder.path().join("script.ps1");
    std::fs::write(&script, SCRIPT).expect("a script");
    let as_file = fixture.start(&["-NoProfile", "-File", "script.ps1"], None);
    std::fs::remove_file(&script).expect("the script goes");
    let typed = fixture.run(
        "Start-Transcript transcript.txt -Append; Set-CsClientPin kenmyer 123456789; Set-CsClientPin kenmyer 80684213",
    );
    let piped = fixture.start(&["-NoProfile", "-Command", "-"], Some(SCRIPT));
    let mut places = vec![
        ("the script's output".to_string(), as_file.out.into_bytes()),
        ("the script's errors".to_string(), as_file.err.into_bytes()),
        ("typed output".to_string(), typed.out.into_bytes()),
        ("typed errors".to_string(), typed.err.into_bytes()),
        ("piped output".to_string(), piped.out.into_bytes()),
        ("piped errors".to_string(), piped.err.into_bytes()),
    ];
    assert!(fixture.folder.path().join("pinsh.db-wal").exists(), "the log is to be looked at too");
    files(fixture.folder.path(), &mut places);
    let mut faults = Vec::new();
    for (place, bytes) in &places {
        for pin in PINS {
            if bytes.windows(pin.len()).any(|window| window == pin.as_bytes()) {
                faults.push(format!("{pin} in {place}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
