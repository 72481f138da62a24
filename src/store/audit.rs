//! The audit trail: records chained by keyed hashes, so that a change, a gap or a missing end shows.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Store, StoreFault};
use crate::pin::{SecretKey, Timestamp};

/// Where the store keeps the sealed number of the last record.
const HEAD: &str = "audit_head";

/// What happened; never a PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    pub time: Timestamp,
    /// Who did it.
    pub actor: String,
    /// The verb and the noun, as in `SetPin`.
    pub action: String,
    /// Whom or what it concerns.
    pub identity: String,
    /// Where it came from.
    pub source: String,
    /// `Success`, or the reason of a failure.
    pub outcome: String,
}

/// An entry in its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// 1 for the first record, then without gaps.
    pub sequence: i64,
    pub entry: AuditEntry,
    /// The hash of the record before; empty for the first.
    pub previous: String,
    pub hash: String,
}

/// What an examination of the trail found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditReport {
    /// How many records there are.
    pub count: i64,
    /// The number of the first record that is changed, missing or out of place.
    pub first_bad: Option<i64>,
}

/// The key of the chain, made from the store's secret key.
pub struct AuditKey(Zeroizing<[u8; 32]>);

impl AuditKey {
    /// The key that belongs to a secret key.
    pub fn new(key: &SecretKey) -> Self {
        AuditKey(Zeroizing::new(hmac(key.reveal(), &[b"pinsh audit key 1"])))
    }

    fn seal(&self, sequence: i64, entry: &AuditEntry, previous: &str) -> String {
        let texts = [&entry.actor, &entry.action, &entry.identity, &entry.source, &entry.outcome];
        let lengths: Vec<[u8; 8]> = texts.iter().map(|text| (text.len() as u64).to_be_bytes()).collect();
        let (sequence, time) = (sequence.to_be_bytes(), entry.time.ticks().to_be_bytes());
        let mut parts: Vec<&[u8]> = vec![b"record", &sequence, &time];
        for (text, length) in texts.iter().zip(&lengths) {
            parts.push(length);
            parts.push(text.as_bytes());
        }
        parts.push(previous.as_bytes());
        hex(&hmac(&self.0, &parts))
    }

    fn seal_head(&self, sequence: i64, hash: &str) -> String {
        format!("{sequence}:{}", hex(&hmac(&self.0, &[b"head", &sequence.to_be_bytes(), hash.as_bytes()])))
    }
}

impl fmt::Debug for AuditKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuditKey(***)")
    }
}

/// Adds an entry at the end of the trail. To be called in the unit of work of the change that it records.
pub(super) fn append(store: &mut dyn Store, key: &AuditKey, entry: AuditEntry) -> Result<(), StoreFault> {
    let (sequence, previous) = match store.last_audit()? {
        Some(last) => (last.sequence.saturating_add(1), last.hash),
        None => (1, String::new()),
    };
    let hash = key.seal(sequence, &entry, &previous);
    store.set_meta(HEAD, &key.seal_head(sequence, &hash))?;
    store.append_audit(&AuditRecord { sequence, entry, previous, hash })
}

/// Examines the whole trail.
///
/// # Errors
/// The store's.
pub fn verify_trail(store: &dyn Store, key: &AuditKey) -> Result<AuditReport, StoreFault> {
    let mut report = AuditReport { count: 0, first_bad: None };
    let (mut previous, mut expected) = (String::new(), 1);
    let mut after = i64::MIN;
    loop {
        let page = store.audit(after, 1000)?;
        let Some(last) = page.last() else { break };
        after = last.sequence;
        for record in page {
            let good = record.sequence == expected
                && record.previous == previous
                && record.hash == key.seal(record.sequence, &record.entry, &record.previous);
            if !good && report.first_bad.is_none() {
                report.first_bad = Some(expected.min(record.sequence));
            }
            report.count += 1;
            expected = record.sequence.saturating_add(1);
            previous = record.hash;
        }
    }
    if report.first_bad.is_none() {
        let head = (expected > 1).then(|| key.seal_head(expected - 1, &previous));
        if store.meta(HEAD)? != head {
            report.first_bad = Some(expected);
        }
    }
    Ok(report)
}

fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let padded = |pad: u8| {
        let mut block = Zeroizing::new([pad; 64]);
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let mut inner = Sha256::new_with_prefix(*padded(0x36));
    parts.iter().for_each(|part| inner.update(part));
    Sha256::new_with_prefix(*padded(0x5c)).chain_update(inner.finalize()).finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hmac_is_the_standard_one() {
        let key = [0x0b; 32];
        assert_eq!(
            hex(&hmac(&key, &[b"Hi ", b"There"])),
            "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7"
        );
    }
}
