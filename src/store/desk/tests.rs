//! The desk at work: one fact a test, on a store in memory with a clock that stands still.

use super::*;
use crate::pin::{
    FailureReason, FastHasher, ManualClock, Pin, PinFault, Scope, SeededRandomness, SettingsChange, Span,
};
use crate::store::{Account, AccountId, Attribute, Datum, Predicate, TopologyNode};

const REDMOND: &str = "redmond-cs-001.litwareinc.com";
const PARIS: &str = "paris-cs-001.litwareinc.com";

fn node(text: &str) -> TopologyNode {
    TopologyNode::Text(text.into())
}

fn table(entries: &[(&str, TopologyNode)]) -> TopologyNode {
    TopologyNode::Map(entries.iter().map(|(key, node)| ((*key).to_string(), node.clone())).collect())
}

fn topology(sites: &[&str], pools: &[(&str, &str)]) -> TopologyNode {
    let sites = sites.iter().map(|site| table(&[("Identity", node(site))])).collect();
    let pool = |(pool, site): &(&str, &str)| table(&[("Identity", node(pool)), ("Site", node(site))]);
    table(&[
        ("SipDomains", TopologyNode::List(vec![node("litwareinc.com"), node("fabrikam.com")])),
        ("Sites", TopologyNode::List(sites)),
        ("Pools", TopologyNode::List(pools.iter().map(pool).collect())),
    ])
}

fn desk_with_clock() -> (PinDesk, ManualClock) {
    let clock = ManualClock::new(Timestamp::from_unix_seconds(1_700_000_000));
    let equipment = Equipment {
        hasher: Box::new(FastHasher),
        clock: Box::new(clock.clone()),
        randomness: Box::new(SeededRandomness::new(11)),
    };
    let mut desk = PinDesk::in_memory(&Domain::default(), equipment).unwrap();
    desk.publish(&topology(&["Redmond", "Paris"], &[(REDMOND, "Redmond"), (PARIS, "Paris")]), false).unwrap();
    (desk, clock)
}

fn desk() -> PinDesk {
    desk_with_clock().0
}

fn user(desk: &mut PinDesk, name: &str, sam: &str) -> AccountId {
    let text = |text: &str| Some(Datum::from(text));
    let attributes = [
        (Attribute::DisplayName, text(name)),
        (Attribute::SamAccountName, text(sam)),
        (Attribute::UserPrincipalName, text(&format!("{sam}@litwareinc.com"))),
    ];
    desk.new_user(name, None, true, &attributes).unwrap().id
}

fn enabled(desk: &mut PinDesk, name: &str, sam: &str) -> AccountId {
    let id = user(desk, name, sam);
    desk.enable(id, REDMOND, &Address::Given(format!("sip:{sam}@litwareinc.com"))).unwrap();
    id
}

fn line(desk: &mut PinDesk, id: AccountId, line: &str) -> Result<(Account, Vec<String>), DeskFault> {
    desk.set_product(id, &[(Attribute::LineUri, Some(line.into()))])
}

fn info(desk: &PinDesk, id: AccountId) -> PinInfo {
    desk.pin_info(&desk.account(id).unwrap()).unwrap()
}

#[test]
fn every_form_of_identity_finds_the_user() {
    let mut desk = desk();
    let id = enabled(&mut desk, "Ken Myer", "kenmyer");
    let account = desk.account(id).unwrap();
    let guid = account.text(Attribute::Guid).unwrap();
    for identity in [
        "sip:KenMyer@litwareinc.com",
        "kenmyer@litwareinc.com",
        "litwareinc\\kenmyer",
        "litwareinc.com\\KENMYER",
        "kenmyer",
        "ken myer",
        "Ken*",
        "* Myer",
        "cn=Ken Myer, cn=Users, dc=litwareinc, dc=com",
        guid,
        &format!("{{{}}}", guid.to_uppercase()),
        account.text(Attribute::Sid).unwrap(),
    ] {
        assert_eq!(desk.find_one(identity, &Predicate::product_users()).unwrap().id, id, "{identity}");
    }
    for identity in ["contoso\\kenmyer", "sip:ken@litwareinc.com", "Ken", "", "CN=Ken Myer,DC=com"] {
        assert!(
            matches!(desk.find_one(identity, &Predicate::always()), Err(DeskFault::UnknownIdentity(_))),
            "{identity}"
        );
    }
}

#[test]
fn exact_names_are_ambiguous_and_wildcards_are_not() {
    let mut desk = desk();
    enabled(&mut desk, "Ann Smith", "ann");
    let bob = enabled(&mut desk, "Bob Smith", "bob");
    desk.set_account(bob, &[(Attribute::DisplayName, Some("Ann Smith".into()))]).unwrap();
    let fault = desk.find_for_command("Ann Smith", &Predicate::always()).unwrap_err().to_string();
    assert!(fault.contains("sip:ann@litwareinc.com") && fault.contains("CN=Bob Smith"), "{fault}");
    assert_eq!(desk.find_for_command("* Smith", &Predicate::always()).unwrap().len(), 2);
    let cyd = enabled(&mut desk, "Cyd", "cyd");
    desk.set_account(cyd, &[(Attribute::UserPrincipalName, Some("ann@litwareinc.com".into()))]).unwrap_err();
    desk.set_product(cyd, &[(Attribute::SipAddress, Some("sip:carl@litwareinc.com".into()))]).unwrap();
    desk.set_account(bob, &[(Attribute::UserPrincipalName, Some("carl@litwareinc.com".into()))]).unwrap();
    assert!(matches!(desk.find_one("carl@litwareinc.com", &Predicate::always()), Err(DeskFault::Ambiguous { .. })));
}

#[test]
fn enabling_follows_the_rules() {
    let mut desk = desk();
    let id = user(&mut desk, "Pilar Ackerman", "pilar");
    let by_sam = |domain: &str| Address::SamAccountName { domain: domain.into() };
    assert!(matches!(desk.enable(id, "x.y", &by_sam("litwareinc.com")), Err(DeskFault::UnknownPool(_))));
    assert!(matches!(desk.enable(id, REDMOND, &by_sam("contoso.com")), Err(DeskFault::Invalid { .. })));
    let account = desk.enable(id, &REDMOND.to_uppercase(), &by_sam("litwareinc.com")).unwrap().account;
    assert_eq!(account.text(Attribute::SipAddress), Some("sip:pilar@litwareinc.com"));
    assert_eq!(account.text(Attribute::RegistrarPool), Some(REDMOND));
    assert!(desk.enable(id, REDMOND, &by_sam("litwareinc.com")).unwrap().already);
    assert!(matches!(desk.enable(id, PARIS, &by_sam("litwareinc.com")), Err(DeskFault::MoveByEnable)));
    let info = info(&desk, id);
    assert!(!info.is_pin_set && info.last_pin_change_time.is_some() && info.pin_expiration_time.is_none());
}

#[test]
fn line_uri_belongs_to_one_user() {
    let mut desk = desk();
    let (ken, pilar) = (enabled(&mut desk, "Ken Myer", "kenmyer"), enabled(&mut desk, "Pilar", "pilar"));
    line(&mut desk, ken, "tel:+14255551297").unwrap();
    line(&mut desk, pilar, "TEL:+14255551297;ext=51297").unwrap();
    let fault = line(&mut desk, pilar, "tel:+14255551297").unwrap_err().to_string();
    assert!(fault.contains("Filter failed to return unique result"), "{fault}");
    for wrong in ["+14255551297", "tel:", "tel:+1 425", "tel:+1;x=1", "tel:+1;ext=a"] {
        assert!(matches!(line(&mut desk, ken, wrong), Err(DeskFault::Invalid { .. })), "{wrong}");
    }
    assert_eq!(line(&mut desk, ken, "").unwrap().0.get(Attribute::LineUri), None);
}

#[test]
fn contradicting_settings_are_refused() {
    let mut desk = desk();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    desk.set_product(ken, &[(Attribute::EnterpriseVoiceEnabled, Some(true.into()))]).unwrap();
    let av = [(Attribute::AudioVideoDisabled, Some(true.into()))];
    assert!(matches!(desk.set_product(ken, &av), Err(DeskFault::Conflict(_))));
    let rcc = (Attribute::RemoteCallControlTelephonyEnabled, Some(true.into()));
    assert!(matches!(desk.set_product(ken, std::slice::from_ref(&rcc)), Err(DeskFault::Conflict(_))));
    let uris = [
        rcc,
        (Attribute::LineUri, Some("tel:+1425".into())),
        (Attribute::LineServerUri, Some("sip:pbx@litwareinc.com".into())),
    ];
    desk.set_product(ken, &uris).unwrap();
}

#[test]
fn pins_are_set_generated_and_refused() {
    let mut desk = desk();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    line(&mut desk, ken, "tel:+14255551219").unwrap();
    desk.set_pin(ken, &Pin::new("121989")).unwrap();
    for wrong in ["12345", "51219", "1219", ""] {
        assert!(matches!(desk.set_pin(ken, &Pin::new(wrong)), Err(DeskFault::Pin(PinFault::Refused(_)))), "{wrong}");
    }
    let pin = desk.generate_pin(ken).unwrap();
    assert_eq!(pin.length(), 5);
    assert_eq!(
        desk.verify_entry("+14255551219", &pin, None).unwrap().owner.as_deref(),
        Some("sip:kenmyer@litwareinc.com")
    );
    assert_eq!(info(&desk, ken).pin_length, Some(5));
    desk.lock_pin(ken).unwrap();
    assert!(matches!(desk.generate_pin(ken), Err(DeskFault::Pin(PinFault::Locked(_)))));
    let bare = user(&mut desk, "Bare", "bare");
    assert!(desk.generate_pin(bare).unwrap_err().to_string().contains("is not validly homed on target"));
}

#[test]
fn locks_show_and_go() {
    let (mut desk, clock) = desk_with_clock();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    let wrong = Pin::new("80682");
    for _ in 0..25 {
        let result = desk.verify_entry("sip:kenmyer@litwareinc.com", &wrong, None).unwrap();
        assert_eq!(result.reason, Some(FailureReason::IncorrectPin));
    }
    let locked = info(&desk, ken);
    assert_eq!((locked.lock_reason, locked.local_failure_count), (LockReason::Temporary, 25));
    assert_eq!(locked.locked_until, Some(desk.now().plus(Span::minutes(60))));
    let result = desk.verify_entry("kenmyer@litwareinc.com", &Pin::new("80681"), None).unwrap();
    assert_eq!(result.reason, Some(FailureReason::UserPinAccountLocked));
    clock.advance(Span::minutes(60));
    assert_eq!(desk.verify_entry("kenmyer@litwareinc.com", &Pin::new("80681"), None).unwrap().reason, None);
    assert_eq!(info(&desk, ken).global_failure_count, 25);
    desk.lock_pin(ken).unwrap();
    desk.lock_pin(ken).unwrap();
    assert_eq!(info(&desk, ken).lock_reason, LockReason::Administrator);
    desk.unlock_pin(ken).unwrap();
    assert_eq!((info(&desk, ken).is_locked_out, info(&desk, ken).global_failure_count), (false, 0));
}

#[test]
fn shared_extension_is_told_apart_by_the_pin() {
    let mut desk = desk();
    let (ken, pilar) = (enabled(&mut desk, "Ken Myer", "kenmyer"), enabled(&mut desk, "Pilar", "pilar"));
    line(&mut desk, ken, "tel:+14255551219;ext=77").unwrap();
    line(&mut desk, pilar, "tel:+12065551219;ext=77").unwrap();
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    assert!(matches!(desk.set_pin(pilar, &Pin::new("80681")), Err(DeskFault::PinNotUnique)));
    desk.set_pin(pilar, &Pin::new("90354")).unwrap();
    let owner = |desk: &mut PinDesk, pin: &str| desk.verify_entry("77", &Pin::new(pin), None).unwrap().owner;
    assert_eq!(owner(&mut desk, "90354").as_deref(), Some("sip:pilar@litwareinc.com"));
    assert_eq!(info(&desk, ken).local_failure_count, 0);
    assert_eq!(owner(&mut desk, "11111"), None);
    assert_eq!([info(&desk, ken).local_failure_count, info(&desk, pilar).local_failure_count], [1, 1]);
    assert_eq!(owner(&mut desk, "80681").as_deref(), Some("sip:kenmyer@litwareinc.com"));
}

#[test]
fn same_pin_at_a_new_extension_warns_and_is_ambiguous() {
    let mut desk = desk();
    let (ken, pilar) = (enabled(&mut desk, "Ken Myer", "kenmyer"), enabled(&mut desk, "Pilar", "pilar"));
    for id in [ken, pilar] {
        desk.set_pin(id, &Pin::new("80681")).unwrap();
    }
    line(&mut desk, ken, "tel:+14255551219;ext=77").unwrap();
    assert_eq!(line(&mut desk, pilar, "tel:+12065551219;ext=77").unwrap().1.len(), 1);
    let result = desk.verify_entry("77", &Pin::new("80681"), None).unwrap();
    assert_eq!(result.reason, Some(FailureReason::NonUniqueUser));
    let result = desk.verify_entry("77", &Pin::new("80681"), Some("sip:pilar@litwareinc.com")).unwrap();
    assert_eq!(result.owner.as_deref(), Some("sip:pilar@litwareinc.com"));
    let result = desk.verify_entry("+14255551219", &Pin::new("80681"), Some("pilar@litwareinc.com")).unwrap();
    assert_eq!(result.reason, Some(FailureReason::Unauthorized));
    assert_eq!(info(&desk, ken).local_failure_count, 0);
}

#[test]
fn disabled_unset_and_unknown_answer_without_counting() {
    let mut desk = desk();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    let reason = |desk: &mut PinDesk, entry: &str| desk.verify_entry(entry, &Pin::new("80681"), None).unwrap().reason;
    assert_eq!(reason(&mut desk, "sip:kenmyer@litwareinc.com"), Some(FailureReason::PinNotSet));
    assert_eq!(reason(&mut desk, "999"), Some(FailureReason::UserDoesNotExist));
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    desk.set_product(ken, &[(Attribute::Enabled, Some(false.into()))]).unwrap();
    assert_eq!(reason(&mut desk, "sip:kenmyer@litwareinc.com"), Some(FailureReason::UserPinAccountDisabled));
    assert_eq!(info(&desk, ken).global_failure_count, 0);
}

#[test]
fn own_change_needs_the_current_pin_and_heeds_history() {
    let (mut desk, clock) = desk_with_clock();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    let change = SettingsChange { history_count: Some(2), lifetime_days: Some(30), ..Default::default() };
    desk.set_pin_policy(&Scope::Global, None, &change).unwrap();
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    let (old, new) = (Pin::new("80681"), Pin::new("90354"));
    let fault = desk.change_pin(ken, &new, &old).unwrap_err();
    assert_eq!((fault.reason(), info(&desk, ken).local_failure_count), (FailureReason::IncorrectPin, 1));
    clock.advance(Span::days(31));
    assert_eq!(
        desk.verify_entry("kenmyer@litwareinc.com", &old, None).unwrap().reason,
        Some(FailureReason::PinExpired)
    );
    desk.change_pin(ken, &old, &new).unwrap();
    assert!(matches!(desk.change_pin(ken, &new, &old), Err(DeskFault::Pin(PinFault::Remembered { count: 2 }))));
    desk.set_pin(ken, &new).unwrap();
}

#[test]
fn narrowest_policy_governs() {
    let mut desk = desk();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    let length = |n| SettingsChange { min_length: Some(n), ..Default::default() };
    let effective = |desk: &PinDesk| desk.effective_pin_policy(&desk.account(ken).unwrap()).unwrap().scope.to_string();
    assert_eq!(effective(&desk), "Global");
    let site = desk.new_pin_policy(&Scope::Site("REDMOND".into()), None, &length(10)).unwrap();
    assert_eq!((site.scope.to_string(), effective(&desk)), ("Site:Redmond".into(), "Site:Redmond".into()));
    let tag = Scope::Tag("Users".into());
    desk.new_pin_policy(&tag, None, &length(7)).unwrap();
    let granted = desk.grant_pin_policy(ken, Some("tag:users")).unwrap();
    assert_eq!((granted.text(Attribute::PinPolicy), effective(&desk)), (Some("Users"), "Tag:Users".into()));
    assert!(matches!(desk.grant_pin_policy(ken, Some("site:Redmond")), Err(DeskFault::NotGrantable(_))));
    assert!(matches!(desk.grant_pin_policy(ken, Some("nobody")), Err(DeskFault::UnknownPolicy(_))));
    desk.remove_pin_policy(&tag).unwrap();
    assert_eq!(desk.account(ken).unwrap().get(Attribute::PinPolicy), None);
    assert_eq!(effective(&desk), "Site:Redmond");
    assert!(matches!(desk.new_pin_policy(&Scope::Global, None, &length(5)), Err(DeskFault::PolicyExists(_))));
    assert!(matches!(
        desk.new_pin_policy(&Scope::Site("Rome".into()), None, &length(5)),
        Err(DeskFault::UnknownSite(_))
    ));
    desk.set_pin_policy(&Scope::Global, Some(Some("d")), &length(11)).unwrap();
    desk.remove_pin_policy(&Scope::Global).unwrap();
    assert_eq!(desk.pin_policy(&Scope::Global).unwrap().settings.min_length, 5);
}

#[test]
fn publishing_protects_what_is_in_use() {
    let mut desk = desk();
    let same = topology(&["Redmond", "Paris"], &[(REDMOND, "Redmond"), (PARIS, "Paris")]);
    assert!(!desk.publish(&same, false).unwrap().changed);
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    desk.new_pin_policy(&Scope::Site("Redmond".into()), None, &SettingsChange::default()).unwrap();
    let without = topology(&["Paris"], &[(PARIS, "Paris")]);
    assert!(matches!(desk.publish(&without, false), Err(DeskFault::Topology(_))));
    assert!(desk.topology().unwrap().site("Redmond").is_some());
    assert_eq!(desk.publish(&without, true).unwrap().users_without_pool, 1);
    assert_eq!(desk.account(ken).unwrap().get(Attribute::RegistrarPool), None);
    assert_eq!(desk.pin_policies().unwrap().len(), 1);
    assert!(matches!(desk.generate_pin(ken), Err(DeskFault::NotHomed { .. })));
    assert!(!desk.enable(ken, PARIS, &Address::Given(String::new())).unwrap().already);
}

#[test]
fn disabling_and_forced_moving_lose_the_pin() {
    let mut desk = desk();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    assert!(!desk.move_user(ken, PARIS, false).unwrap().pin_lost);
    assert!(info(&desk, ken).is_pin_set);
    assert!(desk.move_user(ken, REDMOND, true).unwrap().pin_lost);
    assert!(!info(&desk, ken).is_pin_set);
    let account = desk.disable(ken).unwrap();
    assert!(!account.is_in_product());
    assert!(matches!(desk.disable(ken), Err(DeskFault::NotEnabled(_))));
}

#[test]
fn tree_of_units_is_kept() {
    let mut desk = desk();
    let root = "DC=litwareinc,DC=com";
    desk.new_unit("North America", None, None, true).unwrap();
    let finance = desk.new_unit("Finance", Some(&format!("OU=north america,{root}")), Some("Money"), true).unwrap();
    let dn = finance.dn.to_string();
    assert!(matches!(
        desk.new_unit("finance", Some(&format!("OU=North America,{root}")), None, true),
        Err(DeskFault::UnitExists(_))
    ));
    let id = desk.new_user("Ken, Myer", Some(&dn), true, &[]).unwrap().id;
    assert_eq!(desk.account(id).unwrap().dn(), format!("CN=Ken\\, Myer,{dn}"));
    assert_eq!(desk.count(&desk.below(root).unwrap()).unwrap(), 1);
    assert!(matches!(desk.remove_unit(&dn, true), Err(DeskFault::Protected(_))));
    desk.set_unit(&dn, None, Some(false)).unwrap();
    assert!(matches!(desk.remove_unit(&dn, false), Err(DeskFault::UnitNotEmpty(_))));
    desk.remove_unit(&dn, true).unwrap();
    assert!(desk.account(id).is_err());
}

#[test]
fn managers_follow_their_accounts() {
    let mut desk = desk();
    let (ken, pilar) = (user(&mut desk, "Ken Myer", "kenmyer"), user(&mut desk, "Pilar", "pilar"));
    desk.set_account(ken, &[(Attribute::Manager, Some("pilar".into()))]).unwrap();
    let manager = |desk: &PinDesk| desk.account(ken).unwrap().text(Attribute::Manager).map(str::to_string);
    assert_eq!(manager(&desk).as_deref(), Some("CN=Pilar,CN=Users,DC=litwareinc,DC=com"));
    desk.relocate(pilar, Some("Pilar Ackerman"), None).unwrap();
    assert_eq!(manager(&desk).as_deref(), Some("CN=Pilar Ackerman,CN=Users,DC=litwareinc,DC=com"));
    desk.remove_account(pilar).unwrap();
    assert_eq!(manager(&desk), None);
}

#[test]
fn failing_change_leaves_no_trace_and_the_trail_is_whole() {
    let mut desk = desk();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    let before = desk.events(0, 1000).unwrap().len();
    let result: Result<(), DeskFault> = desk.unit(|desk| {
        desk.set_pin(ken, &Pin::new("80681"))?;
        desk.set_pin(ken, &Pin::new("12345"))
    });
    assert!(result.is_err());
    assert!(!info(&desk, ken).is_pin_set);
    assert_eq!(desk.events(0, 1000).unwrap().len(), before);
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    let events = desk.events(0, 1000).unwrap();
    let last = &events[events.len() - 1].entry;
    assert_eq!((last.action.as_str(), last.identity.as_str()), ("SetPin", "sip:kenmyer@litwareinc.com"));
    assert!(!format!("{events:?}").contains("80681"));
    assert_eq!(desk.test_trail().unwrap().first_bad, None);
}

#[test]
fn cursor_pages_through_changes() {
    let mut desk = desk();
    for number in 0..200 {
        enabled(&mut desk, &format!("Person {number}"), &format!("p{number}"));
    }
    let all = Predicate::product_users();
    assert_eq!(Cursor::new(all.clone(), None).rest(&desk).unwrap().len(), 200);
    assert_eq!(Cursor::new(all.clone(), Some(0)).rest(&desk).unwrap().len(), 0);
    assert_eq!(Cursor::new(all.clone(), Some(70)).rest(&desk).unwrap().len(), 70);
    let mut cursor = Cursor::new(all.clone(), None);
    let mut seen = 0;
    while let Some(account) = cursor.next(&desk).unwrap() {
        seen += 1;
        desk.disable(account.id).unwrap();
    }
    assert_eq!((seen, desk.count(&all).unwrap()), (200, 0));
}

#[test]
fn concurrent_guessing_does_not_exceed_the_limit() {
    let folder = crate::store::conformance::Folder::new("guessing");
    let open = || {
        let (store, now) = (folder.open().unwrap(), Timestamp::from_unix_seconds(1_700_000_000));
        let equipment = Equipment {
            hasher: Box::new(FastHasher),
            clock: Box::new(ManualClock::new(now)),
            randomness: Box::new(SeededRandomness::new(5)),
        };
        PinDesk::over(Box::new(store), &SecretKey::from_bytes(&[1; 32]).unwrap(), equipment).unwrap()
    };
    let mut desk = open();
    desk.publish(&topology(&["Redmond"], &[(REDMOND, "Redmond")]), false).unwrap();
    let ken = enabled(&mut desk, "Ken Myer", "kenmyer");
    desk.set_pin(ken, &Pin::new("80681")).unwrap();
    let limit = SettingsChange { max_attempts: Some(Some(7)), ..Default::default() };
    desk.set_pin_policy(&Scope::Global, None, &limit).unwrap();
    let guess = || {
        let mut desk = open();
        let mut verify = || desk.verify_entry("sip:kenmyer@litwareinc.com", &Pin::new("1"), None).unwrap().reason;
        (0..5).filter(|_| verify() == Some(FailureReason::IncorrectPin)).count()
    };
    let tried: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(guess)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!((tried, info(&desk, ken).lock_reason), (7, LockReason::Temporary));
    assert_eq!(desk.test_trail().unwrap().first_bad, None);
}
