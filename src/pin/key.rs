//! The secret key that keyed hashes need, kept outside the store.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::Randomness;

/// The length of a key in bytes.
pub const KEY_LENGTH: usize = 32;

/// A secret key. Its memory is wiped when it is dropped and no formatting shows it.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<[u8; KEY_LENGTH]>);

impl SecretKey {
    /// A new random key.
    pub fn generate(randomness: &mut dyn Randomness) -> Self {
        let mut bytes = Zeroizing::new([0; KEY_LENGTH]);
        randomness.fill(&mut *bytes);
        SecretKey(bytes)
    }

    /// The key with these bytes; `None` when there are not exactly [`KEY_LENGTH`].
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        <[u8; KEY_LENGTH]>::try_from(bytes).ok().map(|bytes| SecretKey(Zeroizing::new(bytes)))
    }

    /// The bytes, for the hash and for the file that keeps them.
    pub fn reveal(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }

    /// A value that tells this key from others without giving it away: the first eight bytes of a digest, in
    /// hexadecimal.
    pub fn id(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(b"pinsh key id 1\0");
        digest.update(*self.0);
        digest.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_tell_keys_apart() {
        let one = SecretKey::from_bytes(&[1; 32]).map(|k| k.id());
        let two = SecretKey::from_bytes(&[2; 32]).map(|k| k.id());
        assert_ne!(one, two);
        assert_eq!(one.map(|id| id.len()), Some(16));
    }

    #[test]
    fn short_keys_are_none() {
        assert!(SecretKey::from_bytes(&[0; 31]).is_none());
    }
}
