//! Wrong input: one clear error, and a store that is as it was.

use super::pin_fixture::Fixture;

/// Command lines and what their one error says.
const FAULTS: &[(&str, &str)] = &[
    ("Set-CsClientPin \"Ken Myer\" -Pin 12a45", "digits"),
    ("Set-CsClientPin \"Ken Myer\" -Pin 712", "rule MinimumLength"),
    ("Set-CsClientPin \"Ken Myer\" -Pin 123456", "rule ConsecutiveDigits"),
    ("Set-CsClientPin \"Ken Myer\" -Pin 51219", "rule PhoneNumber"),
    ("Set-CsClientPin \"Ken Myer\" -Pin ''", "The PIN is empty"),
    ("Set-CsClientPin \"Ken Myer\" -Pin $null", "The PIN is empty"),
    ("Set-CsClientPin -Identity \"\"", "An identity cannot be empty."),
    (
        "Set-CsClientPin \"Kenn Myer\" 121989",
        "Management object not found for identity \"Kenn Myer\". Did you mean \"Ken Myer\"?",
    ),
    ("Set-CsClientPin \"* Smith\" -Pin 918273", "fits 2 users. Use -Force"),
    ("[pscustomobject]@{ Name = 'Ken Myer' } | Set-CsClientPin", "The input object cannot be bound to any parameters"),
    ("Set-CsClientPin tpoe", "is not validly homed on target"),
    ("Get-CsClientPinInfo nobody", "Management object not found for identity \"nobody\"."),
    ("Lock-CsClientPin nobody@litwareinc.com", "Management object not found"),
    ("Get-CsUser -Filter {RegistarPool -eq 1}", "Did you mean RegistrarPool?"),
    ("Get-CsUser -Filter {Enabled -eq}", "a value is missing after -eq."),
    ("Get-CsUser -Filter {Enabled -eq $true; Get-Date}", "\";\" does not belong in a filter."),
    ("Get-CsUser -LdapFilter '(department=Finance'", "Invalid filter"),
    ("Get-CsUser -Filter {Enabled -eq $true} -LdapFilter 'l=Redmond'", "cannot be used together"),
    ("Get-CsUser -OU 'OU=Nowhere,DC=litwareinc,DC=com'", "Directory object not found"),
    ("Get-CsUser -ResultSize many", "The result size \"many\" is invalid"),
    ("Set-CsClientPin \"Ken Myer\" -Pinn 121989", "A parameter cannot be found that matches parameter name 'Pinn'."),
    ("Set-CsUser kenmyer -LineURI 4255551219", "It must begin with \"tel:\""),
    ("Set-CsUser kenmyer -SipAddress sip:ken@fabrikam.com", "is not one of the SIP domains"),
    ("Set-CsUser kenmyer", "Nothing to change"),
    ("$n = (Get-CsUser pilar).LineURI; Set-CsUser kenmyer -LineURI $n", "Filter failed to return unique result"),
    (
        "Enable-CsUser tpoe -RegistrarPool nowhere.litwareinc.com -SipAddress sip:tpoe@litwareinc.com",
        "Cannot find the registrar pool",
    ),
    (
        "Enable-CsUser tpoe -RegistrarPool atl-cs-001.litwareinc.com -SipAddressType SamAccountName",
        "requires -SipDomain",
    ),
    (
        "Enable-CsUser kenmyer -RegistrarPool paris-cs-001.litwareinc.com -SipAddress sip:x@litwareinc.com",
        "Cannot move user in enable operation",
    ),
    (
        "New-ADUser -Name \"Ken Myer\" -SamAccountName kenmyer2 -Path 'OU=Finance,DC=litwareinc,DC=com'",
        "already in use",
    ),
    ("New-ADUser -Name X -Path 'OU=Nowhere,DC=litwareinc,DC=com'", "Directory object not found"),
    ("Set-ADUser nobody -Title x", "Cannot find an object with identity: 'nobody'"),
    ("Set-CsPinPolicy -MinPasswordLength 3", "must be between 4 and 24"),
    ("Set-CsPinPolicy -PINLifetime 30", "requires PINHistoryCount"),
    ("Grant-CsPinPolicy kenmyer", "Use -PolicyName $null"),
    ("Grant-CsPinPolicy kenmyer NoSuchPolicy", "Cannot find the policy"),
    ("New-CsPinPolicy -Identity global", "always exists"),
    ("New-CsPinPolicy -Identity site:Rome", "Cannot find the site"),
    ("Publish-CsTopology -FileName nothing.psd1", "Cannot read the topology file"),
];

#[test]
fn wrong_input_gives_one_error_and_changes_nothing() {
    let fixture = Fixture::new();
    let before = fixture.contents();
    let mut faults = Vec::new();
    for (line, says) in FAULTS {
        let run = fixture.run(line);
        // Messages are folded to the window, which must not matter here.
        let message = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        let commands = message.matches("Cs").count() + message.matches("AD").count();
        if !message.to_lowercase().contains(&says.to_lowercase()) || commands == 0 {
            faults.push(format!("{line}\n    lacks {says:?}: {message}"));
        }
        if !run.out.lines().all(|line| line.starts_with("WARNING: The PIN for ")) {
            faults.push(format!("{line}\n    prints: {}", run.out));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(fixture.contents(), before, "the store has changed");
}

#[test]
fn an_ambiguous_name_lists_who_is_meant() {
    let fixture = Fixture::new();
    let made = fixture.run(
        "New-ADUser -Name 'Ken Myer' -DisplayName 'Ken Myer' -SamAccountName ken2; \
         Enable-CsUser ken2 -RegistrarPool atl-cs-001.litwareinc.com -SipAddress sip:ken2@litwareinc.com",
    );
    assert_eq!(made.err, "");
    let before = fixture.contents();
    for line in ["Set-CsClientPin 'Ken Myer' 121989", "Get-CsClientPinInfo 'Ken Myer'", "Lock-CsClientPin 'Ken Myer'"] {
        let run = fixture.run(line);
        let message = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in ["ambiguous", "sip:kenmyer@litwareinc.com", "sip:ken2@litwareinc.com", "CN=Ken Myer,CN=Users"] {
            assert!(message.contains(part), "{line}: {message}");
        }
    }
    assert_eq!(fixture.contents(), before);
    let both = fixture.run("Get-CsUser 'Ken Myer' | ForEach-Object { $_.SamAccountName }");
    assert_eq!(both.out, "kenmyer\nken2\n");
}

#[test]
fn a_faulty_topology_file_is_refused_with_its_place() {
    let fixture = Fixture::new();
    let before = fixture.contents();
    let path = fixture.folder.path().join("bad.psd1");
    for (text, says) in [
        (
            "@{\n  SipDomains = 'litwareinc.com'\n  Sites = @{ Identity = 'Redmond' }\n  Pools = @(\n    @{ Identity = 'a.litwareinc.com'; Site = 'Redmond' }\n    @{ Identity = 'b.litwareinc.com'; Site = 'Rome' }\n  )\n}\n",
            "bad.psd1:6:46: The topology cannot be published: Pools[1].Site:",
        ),
        ("@{\n  SipDomains = Get-Content secret.txt\n}\n", "bad.psd1:2:16: A data file may hold only"),
        ("@{ SipDomains = 'litwareinc.com'; Site = 'x' }", "Site: \"Site\" is not a known key"),
        ("@{ SipDomains = 'litwareinc.com' }", "the pool \"atl-cs-001.litwareinc.com\" is missing, and"),
    ] {
        std::fs::write(&path, text).expect("a file");
        let run = fixture.run("Publish-CsTopology bad.psd1");
        let message = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(message.contains(says), "{says}: {message}");
    }
    assert_eq!(fixture.contents(), before);
}

#[test]
fn what_if_changes_nothing() {
    let fixture = Fixture::new();
    let before = fixture.contents();
    let run = fixture.run(
        "Get-CsUser -LdapFilter 'Department=Finance' | Set-CsClientPin -WhatIf; Set-CsClientPin kenmyer 121989 -WhatIf; \
         Disable-CsUser kenmyer -WhatIf; Remove-ADUser kenmyer -WhatIf; Set-CsPinPolicy -MinPasswordLength 9 -WhatIf; \
         New-CsPinPolicy x -WhatIf; Grant-CsPinPolicy kenmyer $null -WhatIf; New-ADUser x -WhatIf",
    );
    assert_eq!(run.err, "");
    assert_eq!(run.out.lines().count(), 20, "{}", run.out);
    assert!(
        run.out.contains(
            "What if: Performing the operation \"Set-CsClientPin\" on target \"sip:kenmyer@litwareinc.com\"."
        )
    );
    assert!(!run.out.contains("121989"));
    assert_eq!(fixture.contents(), before);
}
