//! Command lines of administrators, each exactly as it stands in Microsoft's documentation or in a public script.

use super::pin_fixture::Fixture;

/// A documented command line and what must be so after it.
struct Line {
    number: u32,
    /// What brings the store into the state that the line starts from.
    before: &'static str,
    line: &'static str,
    /// What the line's own output contains, in this order; `!` in front: what its errors contain.
    shows: &'static [&'static str],
    /// What prints, run after the line in a new shell, ...
    check: &'static str,
    /// ... exactly these lines.
    gives: &'static [&'static str],
}

const KEN: &str = "$i = Get-CsClientPinInfo kenmyer; \"$($i.IsPinSet) $($i.IsLockedOut) $($i.PinLength)\"";
const SET: &str = "Set-CsClientPin kenmyer 121989; Set-CsClientPin pilar 383042650";
const COUNT_SET: &str = "@(Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsPinSet}).Count";
const COUNT_LOCKED: &str = "@(Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsLockedOut}).Count";

const POLICIES: &str = "$null = New-CsPinPolicy RedmondUsersPinPolicy -MinPasswordLength 6 -AllowCommonPatterns $true; \
                        $null = New-CsPinPolicy site:Paris -MinPasswordLength 12 -PINHistoryCount 3 -PINLifetime 60";
const GRANT: &str = "$null = New-CsPinPolicy RedmondUsersPinPolicy; Grant-CsPinPolicy kenmyer RedmondUsersPinPolicy";
const GRANTED: &str = "\"$((Get-CsUser kenmyer).PinPolicy)\"";
const MINIMUMS: &str = "Get-CsPinPolicy | ForEach-Object { \"$($_.Identity) $($_.MinPasswordLength)\" }";

const fn line(
    number: u32,
    before: &'static str,
    line: &'static str,
    shows: &'static [&'static str],
    check: &'static str,
    gives: &'static [&'static str],
) -> Line {
    Line { number, before, line, shows, check, gives }
}

const LINES: &[Line] = &[
    line(
        1,
        "",
        "Set-CsClientPin -Identity \"Ken Myer\"",
        &["Identity", "Pin", "sip:kenmyer@litwareinc.com"],
        KEN,
        &["True False 5"],
    ),
    line(2, "", "Set-CsClientPin -Identity \"Ken Myer\" -Pin 121989", &[], KEN, &["True False 6"]),
    line(
        3,
        "",
        "Set-CsClientPin -Identity \"litwareinc\\kenmyer\"",
        &["sip:kenmyer@litwareinc.com"],
        KEN,
        &["True False 5"],
    ),
    line(4, "", "Set-CsClientPin -Identity \"litwareinc\\kenmyer\" -Pin 18723834", &[], KEN, &["True False 8"]),
    line(
        5,
        "",
        "Get-CsUser -OU \"OU=Finance,DC=litwareinc,DC=com\" | Set-CsClientPin",
        &["sip:kenmyer@litwareinc.com", "sip:sroyant@litwareinc.com", "sip:pilar@litwareinc.com"],
        COUNT_SET,
        &["10"],
    ),
    line(
        6,
        SET,
        "Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsPinSet -eq $False} | Set-CsClientPin",
        &["sip:lgriffith@litwareinc.com", "sip:bob@contoso.com"],
        "$i = Get-CsClientPinInfo kenmyer; \"$($i.PinLength)\"; @(Get-CsUser).Count - @(Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsPinSet}).Count",
        &["6", "0"],
    ),
    line(
        7,
        SET,
        "Get-CsUser | Get-CsClientPinInfo",
        &["sip:kenmyer@litwareinc.com", "sip:pilar@litwareinc.com"],
        "",
        &[],
    ),
    line(
        8,
        SET,
        "Get-CsClientPinInfo -Identity \"litwareinc\\kenmyer\"",
        &[
            "Identity          : sip:kenmyer@litwareinc.com\n",
            "IsPinSet          : True\n",
            "IsLockedOut       : False\n",
            "LastPinChangeTime : ",
            "PinExpirationTime : \n",
        ],
        "",
        &[],
    ),
    line(9, "", "Get-CsClientPinInfo -Identity \"Ken Myer\"", &["IsPinSet          : False"], "", &[]),
    line(
        10,
        "",
        "Get-CsClientPinInfo -Identity \"sip:kenmyer@litwareinc.com\"",
        &["sip:kenmyer@litwareinc.com"],
        "",
        &[],
    ),
    line(
        11,
        "",
        "Get-CsUser -OU \"OU=Finance,DC=litwareinc,DC=com\" | Get-CsClientPinInfo",
        &["sip:kenmyer@litwareinc.com", "sip:pilar@litwareinc.com"],
        "",
        &[],
    ),
    line(
        12,
        "",
        "Get-CsUser -LdapFilter \"Title=Manager\" | Get-CsClientPinInfo",
        &["sip:kenmyer@litwareinc.com", "sip:davidl@litwareinc.com"],
        "",
        &[],
    ),
    line(13, SET, "Lock-CsClientPin -Identity \"kenmyer@litwareinc.com\"", &[], KEN, &["True True 6"]),
    line(14, SET, "Lock-CsClientPin -Identity \"Ken Myer\"", &[], KEN, &["True True 6"]),
    line(
        15,
        SET,
        "Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsPinSet -eq $True} | Lock-CsClientPin",
        &[],
        COUNT_LOCKED,
        &["2"],
    ),
    line(
        16,
        SET,
        "Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.PinExpirationTime -lt (Get-Date)} | Lock-CsClientPin",
        &[],
        "@(Get-CsUser).Count - @(Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsLockedOut}).Count",
        &["0"],
    ),
    line(
        17,
        "Lock-CsClientPin kenmyer",
        "Unlock-CsClientPin -Identity \"litwareinc\\kenmyer\"",
        &[],
        KEN,
        &["False False "],
    ),
    line(18, "Lock-CsClientPin kenmyer", "Unlock-CsClientPin -Identity \"Ken Myer\"", &[], KEN, &["False False "]),
    line(
        19,
        "Lock-CsClientPin kenmyer; Lock-CsClientPin pilar",
        "Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsLockedOut -eq $True} | Unlock-CsClientPin",
        &[],
        COUNT_LOCKED,
        &["0"],
    ),
    line(
        20,
        "",
        "Get-CsUser lgriffith | Get-CsClientPinInfo | Set-CsClientPin -Pin 12345",
        &["!ConsecutiveDigits"],
        COUNT_SET,
        &["0"],
    ),
    line(
        21,
        SET,
        "$Users = Get-CsAdUser -Filter {(Enabled -eq $true)} | Get-CsClientPinInfo | Where IsPinSet -eq $false; $Users.Count",
        &["59"],
        "",
        &[],
    ),
    line(
        22,
        "",
        "$Users = Get-CsUser -LdapFilter \"Title=Manager\" | Get-CsClientPinInfo; $PINinit = 50000; Foreach($User in $Users) { Set-CsClientPin -Identity $User.Identity -Pin $PINinit; $PINinit++ }",
        &[],
        "@(Get-CsUser -LdapFilter \"Title=Manager\").Count - @(Get-CsUser | Get-CsClientPinInfo | Where-Object {$_.IsPinSet}).Count",
        &["0"],
    ),
    line(
        23,
        "",
        "Get-CsPinPolicy",
        &["Identity             : Global\n", "MinPasswordLength    : 5\n", "MaximumLogonAttempts : \n"],
        "",
        &[],
    ),
    line(24, "", "Get-CsPinPolicy -Identity \"site:Redmond\"", &["!Cannot find the policy \"Site:Redmond\"."], "", &[]),
    line(
        25,
        POLICIES,
        "Get-CsPinPolicy -Filter \"tag:*\"",
        &["Identity             : Tag:RedmondUsersPinPolicy"],
        "",
        &[],
    ),
    line(
        26,
        POLICIES,
        "Get-CsPinPolicy | Where-Object {$_.AllowCommonPatterns -eq $True}",
        &["Tag:RedmondUsersPinPolicy"],
        "",
        &[],
    ),
    line(27, POLICIES, "Get-CsPinPolicy | Where-Object {$_.PinLifetime -gt 30}", &["Site:Paris"], "", &[]),
    line(
        28,
        "",
        "New-CsPinPolicy -Identity \"site:Redmond\" -MinPasswordLength 10",
        &["Site:Redmond", ": 10"],
        MINIMUMS,
        &["Global 5", "Site:Redmond 10"],
    ),
    line(
        29,
        "",
        "New-CsPinPolicy -Identity \"site:Redmond\" -MinPasswordLength 10 -PINHistoryCount 10 -PINLifetime 30",
        &["Site:Redmond", ": 10", ": 10", ": 30"],
        MINIMUMS,
        &["Global 5", "Site:Redmond 10"],
    ),
    line(
        30,
        "",
        "$x = New-CsPinPolicy -Identity \"site:Redmond\" -InMemory; $x.MinPasswordLength = 10; $x.PINHistoryCount = 10; $x.PINLifetime = 30; Set-CsPinPolicy -Instance $x",
        &[],
        "Get-CsPinPolicy site:Redmond | ForEach-Object { \"$($_.MinPasswordLength) $($_.PINHistoryCount) $($_.PINLifetime)\" }",
        &["10 10 30"],
    ),
    line(
        31,
        "$null = New-CsPinPolicy site:Redmond -MinPasswordLength 9",
        "$x = Get-CsPinPolicy -Identity \"site:Redmond\"; New-CsPinPolicy -Identity \"site:Paris\" -MinPasswordLength $x.MinPasswordLength",
        &["Site:Paris", ": 9"],
        MINIMUMS,
        &["Global 5", "Site:Paris 9", "Site:Redmond 9"],
    ),
    line(
        32,
        "$null = New-CsPinPolicy site:Redmond",
        "Set-CsPinPolicy -Identity site:Redmond -MinPasswordLength 10",
        &[],
        MINIMUMS,
        &["Global 5", "Site:Redmond 10"],
    ),
    line(
        33,
        "$null = New-CsPinPolicy RedmondUsersPinPolicy",
        "Set-CsPinPolicy -Identity RedmondUsersPinPolicy -MinPasswordLength 10 -AllowCommonPatterns $True",
        &[],
        "Get-CsPinPolicy RedmondUsersPinPolicy | ForEach-Object { \"$($_.MinPasswordLength) $($_.AllowCommonPatterns)\" }",
        &["10 True"],
    ),
    line(
        34,
        POLICIES,
        "Get-CsPinPolicy | Set-CsPinPolicy -MinPasswordLength 10",
        &[],
        MINIMUMS,
        &["Global 10", "Site:Paris 10", "Tag:RedmondUsersPinPolicy 10"],
    ),
    line(
        35,
        POLICIES,
        "Get-CsPinPolicy | Where-Object {$_.MinPasswordLength -gt 10} | Set-CsPinPolicy -MaximumLogonAttempts 25",
        &[],
        "Get-CsPinPolicy | ForEach-Object { \"$($_.Identity) $($_.MaximumLogonAttempts)\" }",
        &["Global ", "Site:Paris 25", "Tag:RedmondUsersPinPolicy "],
    ),
    line(
        36,
        POLICIES,
        "Remove-CsPinPolicy -Identity RedmondUsersPinPolicy",
        &[],
        MINIMUMS,
        &["Global 5", "Site:Paris 12"],
    ),
    line(
        37,
        "$null = New-CsPinPolicy RedmondPinPolicy",
        "Remove-CsPinPolicy -Identity \"RedmondPinPolicy\"",
        &[],
        MINIMUMS,
        &["Global 5"],
    ),
    line(
        38,
        POLICIES,
        "Get-CsPinPolicy -Filter \"site:*\" | Remove-CsPinPolicy",
        &[],
        MINIMUMS,
        &["Global 5", "Tag:RedmondUsersPinPolicy 6"],
    ),
    line(
        39,
        POLICIES,
        "Get-CsPinPolicy | Where-Object {$_.AllowCommonPatterns -eq $True} | Remove-CsPinPolicy",
        &[],
        MINIMUMS,
        &["Global 5", "Site:Paris 12"],
    ),
    line(
        40,
        "$null = New-CsPinPolicy site:Paris; Set-CsPinPolicy -MinPasswordLength 11",
        "Get-CsPinPolicy | Remove-CsPinPolicy",
        &[],
        MINIMUMS,
        &["Global 5"],
    ),
    line(
        41,
        POLICIES,
        "Grant-CsPinPolicy -Identity \"kenmyer@litwareinc.com\" -PolicyName RedmondUsersPinPolicy",
        &[],
        GRANTED,
        &["RedmondUsersPinPolicy"],
    ),
    line(42, GRANT, "Grant-CsPinPolicy -Identity kenmyer@litwareinc.com -PolicyName $Null", &[], GRANTED, &[""]),
    line(
        43,
        "$null = New-CsPinPolicy RedmondPinPolicy",
        "Grant-CsPinPolicy -Identity \"Ken Myer\" -PolicyName \"RedmondPinPolicy\"",
        &[],
        GRANTED,
        &["RedmondPinPolicy"],
    ),
    line(44, GRANT, "Grant-CsPinPolicy -Identity \"Ken Myer\" -PolicyName $Null", &[], GRANTED, &[""]),
    line(
        45,
        POLICIES,
        "Get-CsUser -LdapFilter \"l=Redmond\" | Grant-CsPinPolicy -PolicyName RedmondUsersPinPolicy",
        &[],
        "@(Get-CsUser -LdapFilter \"l=Redmond\").Count - @(Get-CsUser -Filter {PinPolicy -eq \"RedmondUsersPinPolicy\"}).Count",
        &["0"],
    ),
    line(
        46,
        POLICIES,
        "Get-CsUser -Filter {PinPolicy -eq $Null} | Grant-CsPinPolicy -PolicyName RedmondUsersPinPolicy",
        &[],
        "@(Get-CsUser -Filter {PinPolicy -eq $Null}).Count",
        &["0"],
    ),
    line(
        47,
        "",
        "New-CsPinPolicy -Identity \"site:Redmond\" -MinPasswordLength 7",
        &["Site:Redmond", ": 7"],
        MINIMUMS,
        &["Global 5", "Site:Redmond 7"],
    ),
    line(
        51,
        "",
        "Get-CsUser",
        &["SipAddress              : sip:kenmyer@litwareinc.com", "sip:bob@contoso.com"],
        "",
        &[],
    ),
    line(
        52,
        "",
        "Get-CsUser | Format-Table -Property DisplayName, SipAddress, EnterpriseVoiceEnabled -AutoSize",
        &["DisplayName", "SipAddress", "EnterpriseVoiceEnabled", "Ken Myer", "sip:kenmyer@litwareinc.com", "False"],
        "",
        &[],
    ),
    line(53, "", "Get-CsUser -Identity \"Pilar Ackerman\"", &["SamAccountName          : pilar"], "", &[]),
    line(54, "", "Get-CsUser -Identity \"Pilar*\"", &["SamAccountName          : pilar"], "", &[]),
    line(55, "", "Get-CsUser -Filter {VoicePolicy -ne $Null}", &[], "", &[]),
    line(
        56,
        "",
        "Get-CsUser -LdapFilter \"Department=Finance\"",
        &["sip:kenmyer@litwareinc.com", "sip:pilar@litwareinc.com"],
        "",
        &[],
    ),
    line(
        57,
        "",
        "Get-CsUser -LdapFilter \"&(Department=Finance)(Title=Manager)\"",
        &["sip:kenmyer@litwareinc.com", "sip:sroyant@litwareinc.com"],
        "",
        &[],
    ),
    line(
        58,
        "",
        "Get-CsUser -LdapFilter \"|(Title=Supervisor)(Title=Manager)\"",
        &["sip:kenmyer@litwareinc.com", "sip:kakers@litwareinc.com"],
        "",
        &[],
    ),
    line(
        59,
        "",
        "Get-CsUser -OU \"ou=Finance,ou=North America,dc=litwareinc,dc=com\"",
        &["sip:bandrews@litwareinc.com", "sip:karcher@litwareinc.com"],
        "",
        &[],
    ),
    line(60, "", "Get-CsUser -UnassignedUser", &[], "", &[]),
    line(
        61,
        "",
        "Get-CsUser -Identity \"sip:kenmyer@litwareinc.com\" | Select-Object SipAddress, LineUri",
        &["SipAddress                 LineU", "sip:kenmyer@litwareinc.com tel:+14255551219;ext=51219"],
        "",
        &[],
    ),
    line(62, "", "Get-CsUser \"sip:kenmyer@litwareinc.com\" | Select-Object Enabled", &["Enabled", "True"], "", &[]),
    line(63, "", "Get-CsUser \"Ken Myer\" | Select-Object SamAccountName", &["SamAccountName", "kenmyer"], "", &[]),
    line(64, "", "Get-CsUser \"Ken Myer\" | Select-Object DialPlan", &["DialPlan"], "", &[]),
    line(
        65,
        "",
        "Get-CsUser -Identity 'alice@contoso.com'| fl *registrarpool*",
        &["TargetRegistrarPool : ", "RegistrarPool       : redmond-cs-001.litwareinc.com"],
        "",
        &[],
    ),
    line(
        66,
        "",
        "Get-CsUser | Get-Member",
        &["TypeName: Microsoft.Rtc.Management.ADConnect.Schema.ADUser", "DisplayName", "PinPolicy"],
        "",
        &[],
    ),
    line(
        67,
        "",
        "Get-CsUser -Filter {TenantId -eq \"00000000-0000-0000-0000-000000000000\"}",
        &["sip:kenmyer@litwareinc.com", "sip:bob@contoso.com"],
        "",
        &[],
    ),
    line(
        68,
        "",
        "Get-CsUser -Filter {RegistrarPool -eq \"redmond-cs-001.litwareinc.com\"} | Get-CsUserPoolInfo",
        &["PrimaryPoolFqdn                     : redmond-cs-001.litwareinc.com"],
        "",
        &[],
    ),
    line(
        69,
        "",
        "Get-CsUser | Where-Object {$_.RegistrarPool -ne $Null} | Get-CsUserPoolInfo",
        &["atl-cs-001.litwareinc.com"],
        "",
        &[],
    ),
    line(
        70,
        "",
        "Get-CsUserPoolInfo \"Ken Myer\" | Select-Object -Expand PrimaryPoolMachinesInPreferredOrder",
        &["atl-cs-001.litwareinc.com"],
        "",
        &[],
    ),
    line(
        71,
        "",
        "Set-CsUser -Identity \"Pilar Ackerman\" -EnterpriseVoiceEnabled $True",
        &[],
        "(Get-CsUser pilar).EnterpriseVoiceEnabled",
        &["True"],
    ),
    line(
        72,
        "",
        "Set-CsUser -Identity \"Pilar Ackerman\" -LineUri \"tel:+123456789\"",
        &[],
        "(Get-CsUser pilar).LineURI",
        &["tel:+123456789"],
    ),
    line(
        73,
        "",
        "Get-CsUser -LdapFilter \"Department=Finance\" | Set-CsUser -EnterpriseVoiceEnabled $True",
        &[],
        "@(Get-CsUser -Filter {EnterpriseVoiceEnabled -eq $true}).Count - @(Get-CsUser -LdapFilter \"Department=Finance\").Count",
        &["0"],
    ),
    line(74, "", "Set-CsUser -Identity \"Ken Myer\" -Enabled $False", &[], "(Get-CsUser kenmyer).Enabled", &["False"]),
    line(
        75,
        "Disable-CsUser pilar",
        "Enable-CsUser -Identity \"Pilar Ackerman\" -RegistrarPool \"atl-cs-001.litwareinc.com\" -SipAddressType SamAccountName -SipDomain litwareinc.com",
        &[],
        "(Get-CsUser pilar).SipAddress",
        &["sip:pilar@litwareinc.com"],
    ),
    line(
        76,
        "Disable-CsUser pilar",
        "Enable-CsUser -Identity \"Pilar Ackerman\" -RegistrarPool \"atl-cs-001.litwareinc.com\" \u{2013}SipAddress \"sip:pilar@litwareinc.com\"",
        &[],
        "(Get-CsUser pilar).SipAddress",
        &["sip:pilar@litwareinc.com"],
    ),
    line(
        77,
        "Get-CsUser -LdapFilter \"Department=Finance\" | Disable-CsUser",
        "Get-CsAdUser -LdapFilter \"department=Finance\" | Enable-CsUser -RegistrarPool \"atl-cs-001.litwareinc.com\" -SipAddressType SamAccountName -SipDomain litwareinc.com",
        &[],
        "@(Get-CsUser -LdapFilter \"Department=Finance\").Count; (Get-CsUser tpoe).SipAddress",
        &["14", "sip:tpoe@litwareinc.com"],
    ),
    line(
        78,
        "Set-CsUser kenmyer -Enabled $false",
        "Get-CsAdUser -Filter {Enabled -ne $True} | Select-Object DisplayName",
        &["DisplayName", "Ken Myer", "Toni Poe"],
        "",
        &[],
    ),
    line(
        79,
        "Set-CsUser kenmyer -Enabled $false",
        "Get-CsAdUser -Filter {Enabled -eq $Null}",
        &["tpoe@litwareinc.com"],
        "",
        &[],
    ),
    line(
        80,
        SET,
        "Disable-CsUser -Identity \"Ken Myer\"",
        &[],
        "@(Get-CsUser -Filter {SamAccountName -eq \"kenmyer\"}).Count; (Get-CsAdUser kenmyer).Name",
        &["0", "Ken Myer"],
    ),
    line(80, "", "Get-CsUser -UnassignedUser | Disable-CsUser", &[], "", &[]),
    line(
        81,
        SET,
        "Move-CsUser -Identity \"Pilar Ackerman\" -Target \"atl-cs-001.litwareinc.com\"",
        &[],
        "\"$((Get-CsUser pilar).RegistrarPool) $((Get-CsClientPinInfo pilar).IsPinSet)\"",
        &["atl-cs-001.litwareinc.com True"],
    ),
    line(
        82,
        "",
        "Get-CsUser -OU \"ou=Finance,dc=litwareinc,dc=com\" | Move-CsUser -Target \"atl-cs-001.litwareinc.com\"",
        &[],
        "@(Get-CsUser -OU \"ou=Finance,dc=litwareinc,dc=com\" | Where-Object { $_.RegistrarPool -ne \"atl-cs-001.litwareinc.com\" }).Count",
        &["0"],
    ),
    line(96, "", "Get-CsSite \"Redmond\" | Select-Object SiteId", &["SiteId", "Site:Redmond"], "", &[]),
    line(
        97,
        "",
        "Get-CsSite -Identity \"Redmond\" | Select-Object -ExpandProperty Pools",
        &["atl-cs-001.litwareinc.com", "redmond-cs-001.litwareinc.com"],
        "",
        &[],
    ),
    line(
        98,
        "",
        "Get-CsSite | Where-Object {$_.Description -eq $Null} | ForEach-Object {Set-CsSite $_.Identity -Description \"\"}",
        &[],
        "@(Get-CsSite | Where-Object {$_.Description -eq $Null}).Count",
        &["0"],
    ),
];

#[test]
fn documented_lines_run_unchanged() {
    let mut faults = Vec::new();
    for line in LINES {
        if let Err(fault) = line.holds() {
            faults.push(format!("line {}: {}\n    {fault}", line.number, line.line));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

impl Line {
    fn holds(&self) -> Result<(), String> {
        let fixture = Fixture::new();
        if !self.before.is_empty() {
            let before = fixture.run(self.before);
            if !before.err.is_empty() {
                return Err(format!("before it: {}", before.err));
            }
        }
        let run = fixture.run(self.line);
        let expects_error = self.shows.iter().any(|text| text.starts_with('!'));
        if !run.err.is_empty() && !expects_error {
            return Err(format!("fails: {}", run.err));
        }
        let mut rest = run.out.as_str();
        for text in self.shows {
            match text.strip_prefix('!') {
                Some(text) if run.err.contains(text) => {}
                Some(text) => return Err(format!("its errors lack {text:?}: {}", run.err)),
                None => match rest.split_once(text) {
                    Some((_, after)) => rest = after,
                    None => return Err(format!("its output lacks {text:?}:\n{}", run.out)),
                },
            }
        }
        if self.shows.is_empty() && !run.out.is_empty() {
            return Err(format!("prints: {}", run.out));
        }
        if self.check.is_empty() {
            return Ok(());
        }
        let check = fixture.run(self.check);
        let lines: Vec<&str> = check.out.lines().collect();
        if lines == self.gives { Ok(()) } else { Err(format!("afterwards {lines:?} {}", check.err)) }
    }
}
