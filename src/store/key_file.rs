//! The file of the secret key: 32 bytes that only its owner may read, apart from the store they belong to.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::StoreFault;
use crate::pin::{Randomness, SecretKey};

/// Reads a key file.
///
/// # Errors
/// It does not exist, cannot be read, or does not hold a key.
pub fn read_key_file(path: &Path) -> Result<SecretKey, StoreFault> {
    let bytes = match fs::read(path) {
        Ok(bytes) => Zeroizing::new(bytes),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Err(StoreFault::KeyMissing(path.into())),
        Err(fault) => return Err(StoreFault::File { path: path.into(), fault }),
    };
    SecretKey::from_bytes(&bytes).ok_or_else(|| StoreFault::KeyUnreadable(path.into()))
}

/// Reads a key file, or makes one with a new key when there is none. Of several processes that do this at once one
/// makes the key and all use it.
///
/// # Errors
/// As [`read_key_file`], or the file cannot be made.
pub fn create_key_file(path: &Path, randomness: &mut dyn Randomness) -> Result<SecretKey, StoreFault> {
    match read_key_file(path) {
        Err(StoreFault::KeyMissing(_)) => {}
        other => return other,
    }
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        move |fault| StoreFault::File { path, fault }
    };
    let folder = private_folder(path)?;
    let mut suffix = [0; 8];
    randomness.fill(&mut suffix);
    let temporary = folder.join(format!(".key-{:016x}", u64::from_be_bytes(suffix)));
    let key = SecretKey::generate(randomness);
    let written = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&temporary).and_then(|mut file| {
        file.write_all(key.reveal())?;
        file.sync_all()
    });
    // Linking fails when the name exists, so that a key is never replaced and never seen half written.
    let linked = written.and_then(|()| fs::hard_link(&temporary, path));
    let removed = fs::remove_file(&temporary);
    match linked {
        Ok(()) => {
            removed.map_err(failed(&temporary))?;
            sync_folder(&folder).map_err(failed(&folder))?;
            Ok(key)
        }
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => read_key_file(path),
        Err(fault) => Err(failed(path)(fault)),
    }
}

/// The folder of a file, made for its owner alone when it does not exist.
pub(super) fn private_folder(path: &Path) -> Result<PathBuf, StoreFault> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(&folder);
    made.map_err(|fault| StoreFault::File { path: folder.clone(), fault })?;
    Ok(folder)
}

/// Makes new names in a folder durable.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}
