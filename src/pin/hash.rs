//! What is kept of a PIN: a salted, slow hash that needs a secret key.
//!
//! A five-digit PIN is guessable from any hash whose inputs are all known, so the real hasher mixes in a key that is
//! not in the store. The hash records the algorithm's parameters, so that they can be raised later, and the key's id,
//! so that a wrong key is told from a wrong PIN.

use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

use super::{Pin, Randomness, SecretKey};

const SALT_LENGTH: usize = 16;
const HASH_LENGTH: usize = 32;

/// A stored hash: a PHC string with the parameters, the key's id, the salt and the hash itself.
#[derive(Clone, PartialEq, Eq)]
pub struct PinHash(String);

impl PinHash {
    /// A hash as it was stored.
    pub fn from_stored(text: impl Into<String>) -> Self {
        PinHash(text.into())
    }

    /// The text to store.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

/// A hash that cannot be made or compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HashFault {
    /// The stored text is not a hash of this hasher, or its parameters are absurd.
    Unreadable,
    /// The hash was made with another key.
    WrongKey { stored: String, given: String },
    /// The algorithm refused.
    Failed(String),
}

impl fmt::Display for HashFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HashFault::Unreadable => f.write_str("The stored PIN hash cannot be read."),
            HashFault::WrongKey { stored, given } => {
                write!(f, "The stored PIN hash was made with the key {stored}, but the key file holds the key {given}.")
            }
            HashFault::Failed(why) => write!(f, "The PIN could not be hashed: {why}."),
        }
    }
}

impl std::error::Error for HashFault {}

/// Makes and compares hashes.
pub trait PinHasher {
    /// A hash of the PIN with a new salt.
    ///
    /// # Errors
    /// The algorithm refuses.
    fn hash(&self, pin: &Pin, randomness: &mut dyn Randomness) -> Result<PinHash, HashFault>;

    /// Whether the PIN is the one that was hashed; takes the same time either way.
    ///
    /// # Errors
    /// The stored hash is unreadable or was made with another key.
    fn matches(&self, pin: &Pin, hash: &PinHash) -> Result<bool, HashFault>;
}

/// argon2id with a secret key: 19 MiB, two passes, one lane.
pub struct Argon2Hasher {
    key: SecretKey,
    key_id: String,
}

/// Limits on what a stored hash may ask for, so that a forged row cannot exhaust the machine.
const MAX_MEMORY_KIB: u32 = 1024 * 1024;
const MAX_PASSES: u32 = 64;
const MAX_LANES: u32 = 16;

impl Argon2Hasher {
    /// A hasher with this key.
    pub fn new(key: SecretKey) -> Self {
        let key_id = key.id();
        Argon2Hasher { key, key_id }
    }

    fn digest(&self, pin: &Pin, salt: &[u8], params: Params) -> Result<Zeroizing<[u8; HASH_LENGTH]>, HashFault> {
        let failed = |fault: argon2::Error| HashFault::Failed(fault.to_string());
        let mut memory = vec![Block::default(); params.block_count()];
        let argon2 =
            Argon2::new_with_secret(self.key.reveal(), Algorithm::Argon2id, Version::V0x13, params).map_err(failed)?;
        let mut output = Zeroizing::new([0; HASH_LENGTH]);
        let result = argon2.hash_password_into_with_memory(pin.reveal().as_bytes(), salt, &mut *output, &mut memory);
        memory.iter_mut().for_each(Zeroize::zeroize);
        result.map_err(failed)?;
        Ok(output)
    }
}

impl PinHasher for Argon2Hasher {
    fn hash(&self, pin: &Pin, randomness: &mut dyn Randomness) -> Result<PinHash, HashFault> {
        let mut salt = [0; SALT_LENGTH];
        randomness.fill(&mut salt);
        let params = Params::default();
        let (m, t, p) = (params.m_cost(), params.t_cost(), params.p_cost());
        let digest = self.digest(pin, &salt, params)?;
        let (salt, hash) = (BASE64.encode(salt), BASE64.encode(*digest));
        Ok(PinHash(format!("$argon2id$v=19$m={m},t={t},p={p},keyid={}${salt}${hash}", self.key_id)))
    }

    fn matches(&self, pin: &Pin, hash: &PinHash) -> Result<bool, HashFault> {
        let stored = Stored::read(hash.as_str()).ok_or(HashFault::Unreadable)?;
        if stored.key_id != self.key_id {
            return Err(HashFault::WrongKey { stored: stored.key_id.to_string(), given: self.key_id.clone() });
        }
        let digest = self.digest(pin, &stored.salt, stored.params)?;
        Ok(digest.ct_eq(stored.hash.as_slice()).into())
    }
}

struct Stored<'a> {
    params: Params,
    key_id: &'a str,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Stored<'_> {
    fn read(text: &str) -> Option<Stored<'_>> {
        let mut fields = text.strip_prefix("$argon2id$v=19$")?.split('$');
        let (costs, salt, hash) = (fields.next()?, fields.next()?, fields.next()?);
        let (mut m, mut t, mut p, mut key_id) = (0, 0, 0, "");
        for cost in costs.split(',') {
            let (name, value) = cost.split_once('=')?;
            match name {
                "m" => m = value.parse().ok().filter(|m| *m <= MAX_MEMORY_KIB)?,
                "t" => t = value.parse().ok().filter(|t| *t <= MAX_PASSES)?,
                "p" => p = value.parse().ok().filter(|p| *p <= MAX_LANES)?,
                "keyid" => key_id = value,
                _ => return None,
            }
        }
        let params = Params::new(m, t, p, Some(HASH_LENGTH)).ok()?;
        Some(Stored { params, key_id, salt: BASE64.decode(salt).ok()?, hash: BASE64.decode(hash).ok()? })
    }
}

/// A hasher for tests: it keeps the form (salt, comparison, faults) and takes a microsecond. It protects nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct FastHasher;

impl FastHasher {
    fn digest(pin: &Pin, salt: &str) -> String {
        let mut digest = Sha256::new();
        digest.update(salt);
        digest.update(pin.reveal());
        BASE64.encode(digest.finalize())
    }
}

impl PinHasher for FastHasher {
    fn hash(&self, pin: &Pin, randomness: &mut dyn Randomness) -> Result<PinHash, HashFault> {
        let mut salt = [0; SALT_LENGTH];
        randomness.fill(&mut salt);
        let salt = BASE64.encode(salt);
        Ok(PinHash(format!("$fast${salt}${}", Self::digest(pin, &salt))))
    }

    fn matches(&self, pin: &Pin, hash: &PinHash) -> Result<bool, HashFault> {
        let fields = hash.as_str().strip_prefix("$fast$").and_then(|rest| rest.split_once('$'));
        let (salt, stored) = fields.ok_or(HashFault::Unreadable)?;
        Ok(Self::digest(pin, salt).as_bytes().ct_eq(stored.as_bytes()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pin::SeededRandomness;

    fn hasher(byte: u8) -> Argon2Hasher {
        Argon2Hasher::new(SecretKey::from_bytes(&[byte; 32]).unwrap())
    }

    #[test]
    fn right_pin_matches_and_wrong_does_not() {
        let hash = hasher(1).hash(&Pin::new("0712"), &mut SeededRandomness::new(1)).unwrap();
        assert_eq!(hasher(1).matches(&Pin::new("0712"), &hash), Ok(true));
        assert_eq!(hasher(1).matches(&Pin::new("0713"), &hash), Ok(false));
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1,keyid="));
    }

    #[test]
    fn another_key_is_detected() {
        let hash = hasher(1).hash(&Pin::new("0712"), &mut SeededRandomness::new(1)).unwrap();
        assert!(matches!(hasher(2).matches(&Pin::new("0712"), &hash), Err(HashFault::WrongKey { .. })));
    }

    #[test]
    fn forged_hashes_are_unreadable() {
        let key_id = hasher(1).key_id;
        for text in ["", "$argon2id$v=19$m=4294967295,t=2,p=1", "$fast$", "$argon2id$v=19$m=9,t=0,p=1$AA$AA"] {
            let hash = PinHash::from_stored(text.replace("K", &key_id));
            assert_eq!(hasher(1).matches(&Pin::new("1"), &hash), Err(HashFault::Unreadable), "{text}");
        }
    }

    #[test]
    fn salts_differ() {
        let mut randomness = SeededRandomness::new(1);
        let one = FastHasher.hash(&Pin::new("0712"), &mut randomness).unwrap();
        let two = FastHasher.hash(&Pin::new("0712"), &mut randomness).unwrap();
        assert_ne!(one, two);
    }
}
