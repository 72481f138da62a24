//! A store with the people of the shipped runbook, and the built program run over a copy of it.

use pinsh::store::desk::{Address, Cursor, PinDesk, StoreOptions};
use pinsh::store::{Attribute, Datum, Predicate, TopologyNode};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A folder of one test, removed when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let name = format!("pinsh-pins-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _left = std::fs::remove_dir_all(&self.0);
    }
}

/// A copy of the fixture's store.
pub struct Fixture {
    pub folder: Folder,
}

/// What a run of the program printed.
pub struct Run {
    pub out: String,
    pub err: String,
}

impl Fixture {
    pub fn new() -> Fixture {
        static MADE: OnceLock<Folder> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let folder = Folder::new();
            make(&folder.path().join("pinsh.db"));
            folder
        });
        let folder = Folder::new();
        for name in ["pinsh.db", "pinsh.key"] {
            std::fs::copy(made.path().join(name), folder.path().join(name)).expect("a copy of the store");
        }
        Fixture { folder }
    }

    /// A folder in which there is no store yet.
    pub fn without_store() -> Fixture {
        Fixture { folder: Folder::new() }
    }

    pub fn store(&self) -> PathBuf {
        self.folder.path().join("pinsh.db")
    }

    /// Runs a command line as `pinsh -Command` does.
    pub fn run(&self, command: &str) -> Run {
        self.start(&["-NoProfile", "-Command", command], None)
    }

    /// Runs the program with these arguments and this standard input.
    pub fn start(&self, arguments: &[&str], input: Option<&str>) -> Run {
        use std::io::Write;
        use std::process::Stdio;
        let mut command = Command::new(env!("CARGO_BIN_EXE_pinsh"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("USER", "administrator")
            .env("PINSH_STORE", self.store())
            .env("TZ", "UTC")
            .env("LANG", "en_US.UTF-8")
            .env("NO_COLOR", "1")
            .env("TERM", "dumb")
            .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        if let (Some(mut pipe), Some(text)) = (child.stdin.take(), input) {
            pipe.write_all(text.as_bytes()).expect("the program reads");
        }
        let Output { stdout, stderr, .. } = child.wait_with_output().expect("the program ends");
        Run { out: String::from_utf8_lossy(&stdout).into_owned(), err: String::from_utf8_lossy(&stderr).into_owned() }
    }

    /// Everything that the store holds, as text.
    pub fn contents(&self) -> String {
        let desk = PinDesk::open(&StoreOptions::at(self.store())).expect("the store opens");
        let accounts = Cursor::new(Predicate::always(), None).rest(&desk).expect("accounts");
        let pins: Vec<_> = accounts.iter().map(|account| desk.pin_state(account.id).expect("a PIN")).collect();
        let (policies, topology) = (desk.pin_policies().expect("policies"), desk.topology().expect("a topology"));
        let units = desk.units().expect("units");
        let events = desk.events(0, usize::MAX).expect("events");
        format!("{accounts:#?}\n{pins:#?}\n{policies:#?}\n{topology:#?}\n{units:#?}\n{events:#?}")
    }
}

fn text(text: &str) -> TopologyNode {
    TopologyNode::Text(text.into())
}

fn map(entries: &[(&str, TopologyNode)]) -> TopologyNode {
    TopologyNode::Map(entries.iter().map(|(key, node)| ((*key).to_string(), node.clone())).collect())
}

fn topology() -> TopologyNode {
    let pool = |name: &str, site: &str| map(&[("Identity", text(name)), ("Site", text(site))]);
    map(&[
        ("SipDomains", TopologyNode::List(vec![text("litwareinc.com"), text("contoso.com")])),
        ("Sites", TopologyNode::List(["Redmond", "Paris"].map(|name| map(&[("Identity", text(name))])).to_vec())),
        (
            "Pools",
            TopologyNode::List(vec![
                pool("atl-cs-001.litwareinc.com", "Redmond"),
                pool("redmond-cs-001.litwareinc.com", "Redmond"),
                map(&[
                    ("Identity", text("paris-cs-001.litwareinc.com")),
                    ("Site", text("Paris")),
                    (
                        "Computers",
                        TopologyNode::List(vec![
                            text("paris-fe-001.litwareinc.com"),
                            text("paris-fe-002.litwareinc.com"),
                        ]),
                    ),
                ]),
            ]),
        ),
    ])
}

/// Makes the store: the runbook's people, all enabled but Toni Poe.
fn make(path: &Path) {
    let mut desk = PinDesk::open(&StoreOptions::at(path)).expect("a new store");
    desk.publish(&topology(), false).expect("a topology");
    let root = "DC=litwareinc,DC=com";
    for unit in ["North America", "Finance", "Sales", "Marketing", "Engineering", "Human Resources"] {
        desk.new_unit(unit, Some(root), None, false).expect("a unit");
    }
    desk.new_unit("Information Technology", Some(root), None, false).expect("a unit");
    desk.new_unit("Finance", Some(&format!("OU=North America,{root}")), None, false).expect("a unit");
    let people = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/data/users.csv");
    let mut rows = csv::Reader::from_path(people).expect("the runbook's people");
    let header = rows.headers().expect("a header").clone();
    desk.unit(|desk| {
        for row in rows.records() {
            let row = row.expect("a row");
            let field =
                |name: &str| header.iter().position(|known| known == name).and_then(|i| row.get(i)).unwrap_or("");
            let attributes: Vec<(Attribute, Option<Datum>)> = [
                Attribute::DisplayName,
                Attribute::GivenName,
                Attribute::Surname,
                Attribute::SamAccountName,
                Attribute::UserPrincipalName,
                Attribute::EmailAddress,
                Attribute::Department,
                Attribute::Title,
                Attribute::City,
                Attribute::Manager,
            ]
            .into_iter()
            .map(|attribute| (attribute, Some(Datum::from(field(attribute.name())))))
            .collect();
            let account = desk.new_user(field("Name"), Some(field("Path")), true, &attributes)?;
            if field("SamAccountName") == "tpoe" {
                continue;
            }
            let address = Address::Given(field("SipAddress").into());
            desk.enable(account.id, field("RegistrarPool"), &address)?;
            desk.set_product(account.id, &[(Attribute::LineUri, Some(Datum::from(field("LineUri"))))])?;
        }
        Ok::<_, pinsh::store::desk::DeskFault>(())
    })
    .expect("the people");
}
