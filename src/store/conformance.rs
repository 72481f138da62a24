//! What every store must do, asked of each one: [`suite`] runs over any `Store` that has just been founded.

use std::path::PathBuf;

use proptest::prelude::*;

use super::filter::{Test, parse_filter, parse_ldap};
use super::*;
use crate::pin::{
    Case, FastHasher, Hold, LocalCount, Owner, Pin, PinPolicy, Scope, SeededRandomness, Settings, SettingsChange,
    Timestamp, set,
};

const START: Timestamp = Timestamp::from_unix_seconds(1_700_000_000);

/// A folder of its own for a test, removed at the end.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("pinsh-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Folder(path)
    }

    pub(super) fn open(&self) -> Result<SqliteStore, StoreFault> {
        let (file, key) = (self.0.join("store.db"), self.0.join("store.key"));
        Ok(SqliteStore::open(&file, &key, &Domain::default(), START, &mut SeededRandomness::new(3))?.0)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn memory() -> MemoryStore {
    MemoryStore::new(&Domain::default(), START, &mut SeededRandomness::new(3)).unwrap()
}

fn person(number: u32) -> Account {
    let dn = Dn::parse("OU=Finance,DC=litwareinc,DC=com").unwrap();
    let name = format!("Person {number}");
    Account::default()
        .with(Attribute::ObjectClass, CLASS_USER)
        .with(Attribute::Guid, format!("00000000-0000-0000-0000-{number:012}"))
        .with(Attribute::Name, name.as_str())
        .with(Attribute::DisplayName, name.as_str())
        .with(Attribute::DistinguishedName, dn.child("CN", &name).to_string())
        .with(Attribute::SamAccountName, format!("person{number}"))
        .with(Attribute::SipAddress, format!("sip:person{number}@litwareinc.com"))
        .with(Attribute::LineUri, format!("tel:+1425555{number:04};ext={number}"))
        .with(Attribute::RegistrarPool, "Atl-cs-001.litwareinc.com")
        .with(Attribute::WhenCreated, START)
        .with(Attribute::UserAccountControl, 512)
        .with(Attribute::Enabled, true)
}

fn suite(store: &mut dyn Store) {
    founded_store_has_its_domain(store);
    accounts_are_found_by_every_key(store);
    unique_keys_are_unique(store);
    units_of_work_are_whole(store);
    pins_come_back_as_they_were(store);
    settings_come_back_as_they_were(store);
    trail_grows_in_order(store);
}

fn founded_store_has_its_domain(store: &mut dyn Store) {
    let units = store.units().unwrap();
    assert_eq!(units[0].dn.to_string(), "DC=litwareinc,DC=com");
    assert!(store.unit(&Domain::default().users().path()).unwrap().is_some());
    assert_eq!(store.topology().unwrap().sip_domains, ["litwareinc.com"]);
    assert_eq!(store.pin_policies().unwrap(), [PinPolicy::new(Scope::Global)]);
}

fn accounts_are_found_by_every_key(store: &mut dyn Store) {
    let mut ken = person(1);
    ken.id = store.insert_account(&ken).unwrap();
    assert_eq!(store.account(ken.id).unwrap().as_ref(), Some(&ken));
    for key in Key::ALL {
        let Some(value) = key.of(&ken) else { continue };
        assert_eq!(store.accounts_by_key(*key, &value).unwrap(), [ken.clone()], "{key:?}");
    }
    ken.put(Attribute::SamAccountName, "ÉLODIE");
    store.update_account(&ken).unwrap();
    assert_eq!(store.accounts_by_key(Key::SamAccountName, "élodie").unwrap().len(), 1);
    assert!(store.accounts_by_key(Key::SamAccountName, "person1").unwrap().is_empty());
    assert_eq!(store.clear_attribute(Attribute::RegistrarPool, "ATL-CS-001.litwareinc.com").unwrap(), 1);
    assert!(store.accounts_by_key(Key::RegistrarPool, "atl-cs-001.litwareinc.com").unwrap().is_empty());
    store.remove_account(ken.id).unwrap();
    assert_eq!(store.account(ken.id).unwrap(), None);
}

fn unique_keys_are_unique(store: &mut dyn Store) {
    store.insert_account(&person(10)).unwrap();
    let mut other = person(11);
    other.put(Attribute::SipAddress, "SIP:Person10@litwareinc.com");
    let fault = store.insert_account(&other).unwrap_err();
    assert!(matches!(fault, StoreFault::NotUnique { key: Key::SipAddress, .. }), "{fault}");
    other.put(Attribute::SipAddress, "sip:other@litwareinc.com");
    other.id = store.insert_account(&other).unwrap();
    other.put(Attribute::DistinguishedName, "cn=PERSON 10,OU=Finance,DC=litwareinc,DC=com");
    assert!(matches!(store.update_account(&other), Err(StoreFault::NotUnique { key: Key::Path, .. })));
    // Keys that are absent never collide.
    for number in [12, 13] {
        let mut bare = person(number);
        bare.set(Attribute::SipAddress, None);
        bare.set(Attribute::SamAccountName, None);
        store.insert_account(&bare).unwrap();
    }
}

fn units_of_work_are_whole(store: &mut dyn Store) {
    let before = store.count(&Predicate::always()).unwrap();
    let failed: Result<(), StoreFault> = unit_of_work(store, |store| {
        store.insert_account(&person(20))?;
        store.set_meta("x", "1")?;
        store.put_document("Kind", "Doc", "{}")?;
        Err(StoreFault::Busy)
    });
    assert!(failed.is_err());
    assert_eq!(store.count(&Predicate::always()).unwrap(), before);
    assert_eq!((store.meta("x").unwrap(), store.document("Kind", "doc").unwrap()), (None, None));
    let kept: Result<(), StoreFault> = unit_of_work(store, |store| {
        store.insert_account(&person(20))?;
        let inner: Result<(), StoreFault> = unit_of_work(store, |store| {
            store.insert_account(&person(21))?;
            Err(StoreFault::Busy)
        });
        assert!(inner.is_err());
        unit_of_work(store, |store| store.insert_account(&person(22)).map(|_| ()))
    });
    assert!(kept.is_ok());
    let has = |number: u32| store.accounts_by_key(Key::SamAccountName, &format!("person{number}")).unwrap().len();
    assert_eq!([has(20), has(21), has(22)], [1, 0, 1]);
}

fn pins_come_back_as_they_were(store: &mut dyn Store) {
    let id = store.insert_account(&person(30)).unwrap();
    assert_eq!(store.pin(id).unwrap(), PinState::default());
    let settings = Settings { history_count: 3, ..Settings::default() };
    let (owner, mut randomness) = (Owner::default(), SeededRandomness::new(1));
    let case = Case { settings: &settings, owner: &owner, now: START };
    let mut state = PinState::enabled_at(START);
    for pin in ["80681", "90354", "71930", "36205"] {
        state = set(&state, &Pin::new(pin), case, &FastHasher, &mut randomness).unwrap();
    }
    assert_eq!(state.previous.len(), 2);
    for local in [
        LocalCount::Quiet,
        LocalCount::Counting { since: START, failures: 3 },
        LocalCount::Locked { until: START, failures: 25 },
    ] {
        for hold in [None, Some(Hold::System), Some(Hold::Administrator)] {
            let state = PinState { local, hold, global_failures: 7, verified_at: Some(START), ..state.clone() };
            store.put_pin(id, &state).unwrap();
            assert_eq!(store.pin(id).unwrap(), state);
        }
    }
    store.remove_pin(id).unwrap();
    assert_eq!(store.pin(id).unwrap(), PinState::default());
    store.put_pin(id, &state).unwrap();
    store.remove_account(id).unwrap();
    assert_eq!(store.pin(id).unwrap(), PinState::default());
}

fn settings_come_back_as_they_were(store: &mut dyn Store) {
    let site = |name: &str| Site { identity: name.into(), display_name: name.into(), description: Some("d".into()) };
    let pool = |name: &str, computers: &[&str]| Pool {
        identity: name.into(),
        display_name: name.into(),
        site: "Redmond".into(),
        computers: computers.iter().map(|name| (*name).to_string()).collect(),
        backup_pool: Some("b.x".into()),
    };
    let topology = Topology {
        sip_domains: vec!["litwareinc.com".into(), "fabrikam.com".into()],
        sites: vec![site("Redmond"), site("Paris")],
        pools: vec![pool("a.x", &["2.x", "1.x"]), pool("b.x", &["3.x"])],
    };
    for _ in 0..2 {
        store.set_topology(&topology).unwrap();
        assert_eq!(store.topology().unwrap(), topology);
        assert_eq!(store.site_of_pool("A.X").unwrap().as_deref(), Some("Redmond"));
        assert_eq!(store.site_of_pool("c.x").unwrap(), None);
    }
    let change = SettingsChange {
        max_attempts: Some(Some(999)),
        history_count: Some(20),
        lifetime_days: Some(999),
        ..Default::default()
    };
    let settings = Settings::default().with(&change).unwrap();
    for scope in [Scope::Tag("b".into()), Scope::Tag("A".into()), Scope::Site("Z".into())] {
        store.put_pin_policy(&PinPolicy { scope, description: Some("d".into()), settings }).unwrap();
    }
    let scopes: Vec<String> = store.pin_policies().unwrap().iter().map(|policy| policy.scope.to_string()).collect();
    assert_eq!(scopes, ["Global", "Site:Z", "Tag:A", "Tag:b"]);
    assert_eq!(store.pin_policy("tag:a").unwrap().unwrap().settings, settings);
    store.remove_pin_policy("tag:a").unwrap();
    assert_eq!(store.pin_policy("tag:a").unwrap(), None);

    store.put_document("Kind", "Redmond", "1").unwrap();
    store.put_document("Kind", "REDMOND", "2").unwrap();
    store.put_document("Kind", "Atlanta", "3").unwrap();
    store.put_document("Kindred", "x", "4").unwrap();
    let pair = |one: &str, two: &str| (one.to_string(), two.to_string());
    assert_eq!(store.documents("Kind").unwrap(), [pair("Atlanta", "3"), pair("REDMOND", "2")]);
    assert!(store.remove_document("Kind", "redmond").unwrap());
    assert!(!store.remove_document("Kind", "redmond").unwrap());
}

fn trail_grows_in_order(store: &mut dyn Store) {
    let key = AuditKey::new(&crate::pin::SecretKey::from_bytes(&[1; 32]).unwrap());
    for number in 0..5 {
        let entry = AuditEntry {
            time: START,
            actor: "admin".into(),
            action: "SetPin".into(),
            identity: format!("sip:{number}@x"),
            source: "console".into(),
            outcome: "Success".into(),
        };
        audit::append(store, &key, entry).unwrap();
    }
    assert_eq!(verify_trail(store, &key).unwrap(), AuditReport { count: 5, first_bad: None });
    assert_eq!(store.last_audit().unwrap().unwrap().sequence, 5);
    let page: Vec<i64> = store.audit(2, 2).unwrap().iter().map(|record| record.sequence).collect();
    assert_eq!(page, [3, 4]);
}

#[test]
fn memory_passes() {
    suite(&mut memory());
}

#[test]
fn sqlite_passes() {
    let folder = Folder::new("suite");
    suite(&mut folder.open().unwrap());
}

#[test]
fn trail_shows_every_tampering() {
    let folder = Folder::new("tampering");
    let mut store = folder.open().unwrap();
    trail_grows_in_order(&mut store);
    let key = AuditKey::new(&crate::pin::SecretKey::from_bytes(&[1; 32]).unwrap());
    let file = rusqlite::Connection::open(folder.0.join("store.db")).unwrap();
    for (change, first_bad) in [
        ("UPDATE audit SET outcome = 'IncorrectPin' WHERE sequence = 3", 3),
        ("DELETE FROM audit WHERE sequence = 2", 2),
        ("DELETE FROM audit WHERE sequence = 5", 5),
        ("DELETE FROM audit", 1),
    ] {
        file.execute_batch("BEGIN").unwrap();
        file.execute(change, []).unwrap();
        file.execute_batch("COMMIT").unwrap();
        assert_eq!(verify_trail(&store, &key).unwrap().first_bad, Some(first_bad), "{change}");
        file.execute("DELETE FROM audit", []).unwrap();
        file.execute("DELETE FROM meta WHERE name = 'audit_head'", []).unwrap();
        trail_grows_in_order(&mut store);
    }
}

/// Accounts with few values, so that filters hit.
fn population() -> Vec<Account> {
    (0..40u32)
        .map(|number| {
            let mut account = person(number);
            let pick = |step: u32, values: &[Option<&'static str>]| values[(number / step) as usize % values.len()];
            let texts = [
                (Attribute::Department, pick(1, &[Some("Finance"), Some("SALES"), None, Some("Fi%n_\\ance")])),
                (Attribute::Title, pick(2, &[Some("Manager"), None, Some("Élève")])),
                (Attribute::PinPolicy, pick(3, &[None, Some("RedmondPinPolicy")])),
                (Attribute::RegistrarPool, pick(5, &[None, Some("atl-cs-001.litwareinc.com")])),
            ];
            for (attribute, text) in texts {
                account.set(attribute, text.map(Datum::from));
            }
            let flags = [None, Some(true), Some(false)];
            account.set(Attribute::Enabled, flags[(number % 3) as usize].map(Datum::Flag));
            account.put(Attribute::UserAccountControl, i64::from(512 | (number % 4)));
            account
        })
        .collect()
}

fn leaf() -> impl Strategy<Value = Predicate> {
    let attribute = prop_oneof![
        Just(Attribute::Department),
        Just(Attribute::Title),
        Just(Attribute::PinPolicy),
        Just(Attribute::RegistrarPool),
        Just(Attribute::SamAccountName),
    ];
    let word = prop_oneof![
        Just("Finance"),
        Just("f*"),
        Just("*a*"),
        Just("sales"),
        Just("ÉLÈVE"),
        Just("*%n_*"),
        Just("?inance"),
        Just("person1*"),
        Just("*\\*"),
        Just("atl-cs-001.litwareinc.com"),
        Just("RedmondPinPolicy"),
        Just("é*"),
        Just("*"),
        Just("fi"),
    ];
    let order = prop_oneof![
        Just(filter::Order::Less),
        Just(filter::Order::AtMost),
        Just(filter::Order::Greater),
        Just(filter::Order::AtLeast)
    ];
    prop_oneof![
        attribute.clone().prop_map(Predicate::present),
        (attribute.clone(), word.clone()).prop_map(|(attribute, word)| Predicate::equals(attribute, word)),
        (attribute.clone(), word.clone())
            .prop_map(|(attribute, word)| Predicate::like(attribute, Pattern::with_wildcards(word))),
        (attribute, word, order)
            .prop_map(|(attribute, word, order)| Predicate::Is(attribute, Test::Ordered(order, fold(word).into()))),
        proptest::bool::ANY.prop_map(|flag| Predicate::Is(Attribute::Enabled, Test::Equals(flag.into()))),
        Just(Predicate::absent(Attribute::Enabled)),
        (0i64..4).prop_map(|bits| Predicate::Is(Attribute::UserAccountControl, Test::AllBits(bits))),
        (0i64..4).prop_map(|bits| Predicate::Is(Attribute::UserAccountControl, Test::AnyBits(bits))),
        Just(Predicate::Under("dc=com\u{1}dc=litwareinc\u{1}ou=finance".into())),
        Just(Predicate::Under("dc=com\u{1}dc=litwareinc\u{1}ou=fin".into())),
    ]
}

fn tree() -> impl Strategy<Value = Predicate> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Predicate::All),
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Predicate::Any),
            inner.prop_map(Predicate::negated),
        ]
    })
}

#[test]
fn stores_agree_on_every_filter() {
    let folder = Folder::new("filters");
    let (mut memory, mut sqlite) = (memory(), folder.open().unwrap());
    for account in population() {
        memory.insert_account(&account).unwrap();
    }
    let all: Result<(), StoreFault> = unit_of_work(&mut sqlite, |store| {
        population().iter().try_for_each(|account| store.insert_account(account).map(|_| ()))
    });
    all.unwrap();
    let agree = |predicate: &Predicate| {
        let ids = |store: &dyn Store| -> Vec<AccountId> {
            store.accounts(predicate, AccountId::default(), 1000).unwrap().iter().map(|account| account.id).collect()
        };
        let (one, two) = (ids(&memory), ids(&sqlite));
        assert_eq!(one, two, "{predicate:?}");
        assert_eq!(sqlite.account_ids(predicate, AccountId(0)).unwrap(), two, "{predicate:?}");
        assert_eq!(sqlite.count(predicate).unwrap(), two.len() as u64, "{predicate:?}");
        two.len()
    };
    for (filter, count) in [
        ("Enabled -eq $null", 14),
        ("Enabled -ne $true", 27),
        ("Department -eq 'finance'", 10),
        ("Department -ne 'finance'", 30),
        ("Title -like 'é*'", 12),
        ("-not (PinPolicy -eq $null -or Department -like 's*')", 13),
    ] {
        let predicate = parse_filter(filter, View::CsAdUser, &mut |_| None).unwrap();
        assert_eq!(agree(&predicate), count, "{filter}");
    }
    assert_eq!(agree(&parse_ldap("(&(department=*)(!(title=manager)))").unwrap()), 19);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner
        .run(&tree(), |predicate| {
            agree(&predicate);
            Ok(())
        })
        .unwrap();
}
