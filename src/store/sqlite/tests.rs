//! Files: what opening makes, what it refuses, and what it leaves alone.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::pin::{SeededRandomness, Timestamp};
use crate::store::conformance::Folder;
use crate::store::{Domain, SqliteStore, Store, StoreFault};

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn files_are_for_the_owner_alone() {
    let folder = Folder::new("modes");
    let _store = folder.open().unwrap();
    assert_eq!(mode(&folder.0), 0o700);
    for name in ["store.db", "store.key", "store.db-wal"] {
        assert_eq!(mode(&folder.0.join(name)), 0o600, "{name}");
    }
    assert_eq!(fs::read(folder.0.join("store.key")).unwrap().len(), 32);
    assert_eq!(
        fs::read_dir(&folder.0).unwrap().filter(|entry| entry.as_ref().unwrap().path().extension().is_none()).count(),
        0
    );
}

#[test]
fn opening_again_changes_nothing() {
    let folder = Folder::new("again");
    folder.open().unwrap().set_meta("x", "1").unwrap();
    let store = folder.open().unwrap();
    assert_eq!(store.meta("x").unwrap().as_deref(), Some("1"));
    let mode: String = store.connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    let full: i64 = store.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
    let keys: i64 = store.connection.pragma_query_value(None, "foreign_keys", |row| row.get(0)).unwrap();
    assert_eq!((mode.as_str(), full, keys), ("wal", 2, 1));
}

#[test]
fn key_must_be_there_and_right() {
    let folder = Folder::new("key");
    drop(folder.open().unwrap());
    let key = folder.0.join("store.key");
    let bytes = fs::read(&key).unwrap();
    fs::remove_file(&key).unwrap();
    assert!(matches!(folder.open(), Err(StoreFault::KeyMissing(_))));
    fs::write(&key, [7; 32]).unwrap();
    assert!(matches!(folder.open(), Err(StoreFault::KeyWrong { .. })));
    fs::write(&key, [7; 31]).unwrap();
    assert!(matches!(folder.open(), Err(StoreFault::KeyUnreadable(_))));
    fs::write(&key, bytes).unwrap();
    assert!(folder.open().is_ok());
}

#[test]
fn key_of_another_store_is_used_for_a_new_one() {
    let folder = Folder::new("shared-key");
    drop(folder.open().unwrap());
    let (file, key) = (folder.0.join("second.db"), folder.0.join("store.key"));
    let open =
        || SqliteStore::open(&file, &key, &Domain::default(), Timestamp::from_ticks(0), &mut SeededRandomness::new(9));
    assert_eq!(open().unwrap().1.reveal(), open().unwrap().1.reveal());
}

#[test]
fn files_that_are_no_stores_are_refused_and_left_alone() {
    let folder = Folder::new("no-store");
    fs::create_dir_all(&folder.0).unwrap();
    let file = folder.0.join("store.db");
    fs::write(&file, "This is a text file, and not a short one: SQLite reads a header of a hundred bytes. ".repeat(10))
        .unwrap();
    let before = fs::read(&file).unwrap();
    assert!(matches!(folder.open(), Err(StoreFault::NotAStore(_))));
    assert_eq!(fs::read(&file).unwrap(), before);
    fs::remove_file(&file).unwrap();
    rusqlite::Connection::open(&file).unwrap().execute_batch("CREATE TABLE other (x)").unwrap();
    assert!(matches!(folder.open(), Err(StoreFault::NotAStore(_))));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(matches!(folder.open(), Err(StoreFault::File { .. })));
}

#[test]
fn newer_store_is_refused() {
    let folder = Folder::new("newer");
    let store = folder.open().unwrap();
    store.connection.pragma_update(None, "user_version", 999).unwrap();
    drop(store);
    assert!(matches!(folder.open(), Err(StoreFault::Newer { found: 999, .. })));
}

#[test]
fn empty_file_becomes_a_store() {
    let folder = Folder::new("empty");
    fs::create_dir_all(&folder.0).unwrap();
    fs::write(folder.0.join("store.db"), "").unwrap();
    assert!(folder.open().is_ok());
}

#[test]
fn two_openings_see_each_others_changes() {
    let folder = Folder::new("two");
    let (mut one, two) = (folder.open().unwrap(), folder.open().unwrap());
    one.begin().unwrap();
    one.set_meta("x", "1").unwrap();
    assert_eq!(two.meta("x").unwrap(), None);
    one.commit().unwrap();
    assert_eq!(two.meta("x").unwrap().as_deref(), Some("1"));
}

#[test]
fn many_may_make_the_store_at_once() {
    let folder = Folder::new("race");
    let open = |seed| {
        let (file, key) = (folder.0.join("store.db"), folder.0.join("store.key"));
        let mut randomness = SeededRandomness::new(seed);
        SqliteStore::open(&file, &key, &Domain::default(), Timestamp::from_ticks(0), &mut randomness)
            .map(|(_, key)| key.id())
    };
    let ids: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|seed| scope.spawn(move || open(seed))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap().unwrap()).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]));
}

#[test]
fn malformed_domain_makes_no_store() {
    let folder = Folder::new("domain");
    let domain = Domain { dns_name: "litwareinc..com".into(), ..Domain::default() };
    let (file, key) = (folder.0.join("store.db"), folder.0.join("store.key"));
    let opened = SqliteStore::open(&file, &key, &domain, Timestamp::from_ticks(0), &mut SeededRandomness::new(1));
    assert!(matches!(opened, Err(StoreFault::BadDomain(_))));
    assert!(folder.open().is_ok());
}
