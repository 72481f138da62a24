//! Which store and which key file a session works with.

use super::Domain;
use super::desk::StoreOptions;
use std::path::{Path, PathBuf};

/// What the command line says of the store; what it leaves out the environment decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoreSettings {
    pub store: Option<PathBuf>,
    pub key: Option<PathBuf>,
}

impl StoreSettings {
    /// Where the store and its key are, and whose a new store is to be; `None` when neither a path nor a home folder
    /// is known.
    ///
    /// The store is at the given path, else `PINSH_STORE`, else `pinsh/pinsh.db` below `XDG_DATA_HOME`, else below
    /// `~/.local/share`; the key at the given path, else `PINSH_KEY_FILE`, else beside the store. `PINSH_DOMAIN` names
    /// the domain of a new store. Relative paths start at `folder`.
    pub fn options(&self, environment: &dyn Fn(&str) -> Option<String>, folder: &Path) -> Option<StoreOptions> {
        let named = |name: &str| environment(name).filter(|text| !text.is_empty());
        let path = |name: &str| named(name).map(PathBuf::from);
        let data = || path("XDG_DATA_HOME").or_else(|| path("HOME").map(|home| home.join(".local/share")));
        let store = self.store.clone().or_else(|| path("PINSH_STORE"));
        let store = store.or_else(|| data().map(|data| data.join("pinsh/pinsh.db")))?;
        let mut options = StoreOptions::at(folder.join(store));
        if let Some(key) = self.key.clone().or_else(|| path("PINSH_KEY_FILE")) {
            options.key_path = folder.join(key);
        }
        if let Some(name) = named("PINSH_DOMAIN") {
            options.domain = Domain::named(&name);
        }
        Some(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(settings: &StoreSettings, environment: &[(&str, &str)]) -> Option<StoreOptions> {
        let find = |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_string());
        settings.options(&find, Path::new("/work"))
    }

    #[test]
    fn the_command_line_stands_above_the_environment() {
        let given = StoreSettings { store: Some("a.db".into()), key: None };
        let found = options(&given, &[("PINSH_STORE", "/b.db"), ("PINSH_KEY_FILE", "k")]).unwrap();
        assert_eq!((found.path, found.key_path), ("/work/a.db".into(), "/work/k".into()));
    }

    #[test]
    fn without_settings_the_store_is_below_the_data_folder() {
        let none = StoreSettings::default();
        let home = options(&none, &[("HOME", "/home/ken"), ("PINSH_STORE", "")]).unwrap();
        assert_eq!(home.path, Path::new("/home/ken/.local/share/pinsh/pinsh.db"));
        assert_eq!(home.key_path, Path::new("/home/ken/.local/share/pinsh/pinsh.key"));
        let data = options(&none, &[("HOME", "/home/ken"), ("XDG_DATA_HOME", "/data")]).unwrap();
        assert_eq!(data.path, Path::new("/data/pinsh/pinsh.db"));
        assert!(options(&none, &[]).is_none());
    }

    #[test]
    fn a_new_stores_domain_has_a_short_name() {
        let found = options(&StoreSettings::default(), &[("HOME", "/h"), ("PINSH_DOMAIN", "contoso.com")]).unwrap();
        assert_eq!((found.domain.dns_name.as_str(), found.domain.netbios_name.as_str()), ("contoso.com", "CONTOSO"));
    }
}
