//! Units, topology, PIN policies and the audit trail in SQLite.

use rusqlite::{Row, params};

use super::{AuditEntry, AuditRecord, Dn, OrgUnit, SqliteStore, StoreFault, Topology, UnitKind, time};
use crate::pin::{PinPolicy, Scope, Settings, Timestamp};
use crate::store::{Pool, Site};

/// The columns of the trail.
pub(super) const AUDIT: &str =
    "SELECT sequence, time, actor, action, identity, source, outcome, previous, hash FROM audit";

const POLICY: &str = "SELECT identity, description, min_length, history_count, allow_common_patterns, lifetime_days, \
                      max_attempts, strict FROM pin_policy";

/// Reads a unit; the inner result is a value that makes no sense.
pub(super) fn unit(row: &Row<'_>) -> rusqlite::Result<Result<OrgUnit, StoreFault>> {
    let (kind, dn): (String, String) = (row.get(0)?, row.get(1)?);
    let (Some(kind), Some(dn)) = (UnitKind::from_word(&kind), Dn::parse(&dn)) else {
        return Ok(Err(StoreFault::Damaged(format!("the unit \"{dn}\" cannot be read"))));
    };
    let never = Timestamp::from_ticks(0);
    Ok(Ok(OrgUnit {
        kind,
        dn,
        guid: row.get(2)?,
        description: row.get(3)?,
        protected: row.get(4)?,
        created: time(row, 5)?.unwrap_or(never),
        changed: time(row, 6)?.unwrap_or(never),
    }))
}

/// Reads a record of the trail.
pub(super) fn audit(row: &Row<'_>) -> rusqlite::Result<AuditRecord> {
    let entry = AuditEntry {
        time: Timestamp::from_ticks(row.get(1)?),
        actor: row.get(2)?,
        action: row.get(3)?,
        identity: row.get(4)?,
        source: row.get(5)?,
        outcome: row.get(6)?,
    };
    Ok(AuditRecord { sequence: row.get(0)?, entry, previous: row.get(7)?, hash: row.get(8)? })
}

fn policy(row: &Row<'_>) -> rusqlite::Result<Result<PinPolicy, StoreFault>> {
    let identity: String = row.get(0)?;
    let Ok(scope) = Scope::parse(&identity) else {
        return Ok(Err(StoreFault::Damaged(format!("the policy \"{identity}\" cannot be read"))));
    };
    let settings = Settings {
        min_length: row.get(2)?,
        history_count: row.get(3)?,
        allow_common_patterns: row.get(4)?,
        lifetime_days: row.get(5)?,
        max_attempts: row.get(6)?,
        strict: row.get(7)?,
    };
    Ok(Ok(PinPolicy { scope, description: row.get(1)?, settings }))
}

impl SqliteStore {
    pub(super) fn write_unit(&self, unit: &OrgUnit) -> Result<(), StoreFault> {
        let sql = "INSERT OR REPLACE INTO unit (path, guid, kind, dn, name, description, protected, created, changed) \
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let (path, dn) = (unit.dn.path(), unit.dn.to_string());
        let values = params![
            path,
            unit.guid,
            unit.kind.word(),
            dn,
            unit.dn.name(),
            unit.description,
            unit.protected,
            unit.created.ticks(),
            unit.changed.ticks(),
        ];
        self.run(sql, values)?;
        Ok(())
    }

    pub(super) fn read_topology(&self) -> Result<Topology, StoreFault> {
        let sip_domains = self.all("SELECT name FROM sip_domain ORDER BY position", [], |row| row.get(0))?;
        let sql = "SELECT identity, display_name, description FROM site ORDER BY position";
        let site =
            |row: &Row<'_>| Ok(Site { identity: row.get(0)?, display_name: row.get(1)?, description: row.get(2)? });
        let sites = self.all(sql, [], site)?;
        let sql = "SELECT identity, display_name, site, backup_pool FROM pool ORDER BY position";
        let pool = |row: &Row<'_>| {
            let (identity, display_name) = (row.get(0)?, row.get(1)?);
            Ok(Pool { identity, display_name, site: row.get(2)?, backup_pool: row.get(3)?, computers: Vec::new() })
        };
        let mut pools = self.all(sql, [], pool)?;
        let sql = "SELECT pool, identity FROM computer ORDER BY pool, position";
        for (pool, computer) in self.all(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))? {
            if let Some(pool) = usize::try_from(pool).ok().and_then(|pool| pools.get_mut(pool)) {
                pool.computers.push(computer);
            }
        }
        Ok(Topology { sip_domains, sites, pools })
    }

    pub(super) fn write_topology(&self, topology: &Topology) -> Result<(), StoreFault> {
        for table in ["computer", "pool", "site", "sip_domain"] {
            self.run(&format!("DELETE FROM {table}"), [])?;
        }
        for (position, name) in (0i64..).zip(&topology.sip_domains) {
            self.run("INSERT INTO sip_domain (position, name) VALUES (?, ?)", params![position, name])?;
        }
        for (position, site) in (0i64..).zip(&topology.sites) {
            let sql = "INSERT INTO site (position, identity, display_name, description) VALUES (?, ?, ?, ?)";
            self.run(sql, params![position, site.identity, site.display_name, site.description])?;
        }
        for (position, pool) in (0i64..).zip(&topology.pools) {
            let sql = "INSERT INTO pool (position, identity, display_name, site, backup_pool) VALUES (?, ?, ?, ?, ?)";
            self.run(sql, params![position, pool.identity, pool.display_name, pool.site, pool.backup_pool])?;
            for (place, computer) in (0i64..).zip(&pool.computers) {
                let sql = "INSERT INTO computer (pool, position, identity) VALUES (?, ?, ?)";
                self.run(sql, params![position, place, computer])?;
            }
        }
        Ok(())
    }

    pub(super) fn read_policies(&self) -> Result<Vec<PinPolicy>, StoreFault> {
        self.all(&format!("{POLICY} ORDER BY key"), [], policy)?.into_iter().collect()
    }

    pub(super) fn read_policy(&self, key: &str) -> Result<Option<PinPolicy>, StoreFault> {
        self.one(&format!("{POLICY} WHERE key = ?"), [key], policy)?.transpose()
    }

    pub(super) fn write_policy(&self, policy: &PinPolicy) -> Result<(), StoreFault> {
        let sql = "INSERT OR REPLACE INTO pin_policy (key, identity, description, min_length, history_count, \
                   allow_common_patterns, lifetime_days, max_attempts, strict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let settings = &policy.settings;
        let values = params![
            policy.scope.key(),
            policy.scope.to_string(),
            policy.description,
            settings.min_length,
            settings.history_count,
            settings.allow_common_patterns,
            settings.lifetime_days,
            settings.max_attempts,
            settings.strict,
        ];
        self.run(sql, values)?;
        Ok(())
    }

    pub(super) fn write_audit(&self, record: &AuditRecord) -> Result<(), StoreFault> {
        let sql = "INSERT INTO audit (sequence, time, actor, action, identity, source, outcome, previous, hash) \
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let entry = &record.entry;
        let values = params![
            record.sequence,
            entry.time.ticks(),
            entry.actor,
            entry.action,
            entry.identity,
            entry.source,
            entry.outcome,
            record.previous,
            record.hash,
        ];
        self.run(sql, values)?;
        Ok(())
    }
}
