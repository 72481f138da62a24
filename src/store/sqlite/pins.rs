//! PIN states in SQLite.

use rusqlite::types::Value;
use rusqlite::{Row, params};

use super::{SqliteStore, time};
use crate::pin::{Credential, Hold, LocalCount, PinHash, PinState};
use crate::store::{AccountId, StoreFault};

impl SqliteStore {
    pub(super) fn read_pin(&self, id: AccountId) -> Result<PinState, StoreFault> {
        let sql = "SELECT hash, length, changed, local_failures, local_since, local_until, global_failures, hold, verified \
                   FROM pin WHERE account = ?";
        let Some(mut state) = self.one(sql, [id.0], read)? else { return Ok(PinState::default()) };
        if state.credential.is_some() {
            let sql = "SELECT hash FROM pin_history WHERE account = ? ORDER BY position";
            state.previous = self.all(sql, [id.0], |row| Ok(PinHash::from_stored(row.get::<_, String>(0)?)))?;
        }
        Ok(state)
    }

    pub(super) fn write_pin(&self, id: AccountId, state: &PinState) -> Result<(), StoreFault> {
        let (failures, since, until) = match state.local {
            LocalCount::Quiet => (0, None, None),
            LocalCount::Counting { since, failures } => (failures, Some(since.ticks()), None),
            LocalCount::Locked { until, failures } => (failures, None, Some(until.ticks())),
        };
        let hold = state.hold.map(|hold| match hold {
            Hold::System => "System",
            Hold::Administrator => "Administrator",
        });
        let sql = "INSERT OR REPLACE INTO pin (account, hash, length, changed, local_failures, local_since, local_until, \
                   global_failures, hold, verified) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        self.run(
            sql,
            params![
                id.0,
                state.credential.as_ref().map(|credential| credential.hash.as_str()),
                state.credential.as_ref().map(|credential| credential.length),
                state.changed_at.map(|at| at.ticks()),
                failures,
                since,
                until,
                state.global_failures,
                hold,
                state.verified_at.map(|at| at.ticks()),
            ],
        )?;
        self.run("DELETE FROM pin_history WHERE account = ?", [id.0])?;
        for (position, hash) in (0i64..).zip(&state.previous) {
            let values = [Value::Integer(id.0), Value::Integer(position), Value::Text(hash.as_str().to_string())];
            self.run("INSERT INTO pin_history (account, position, hash) VALUES (?, ?, ?)", values)?;
        }
        Ok(())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<PinState> {
    let hash: Option<String> = row.get(0)?;
    let length: Option<u8> = row.get(1)?;
    let failures: u32 = row.get(3)?;
    let local = match (time(row, 4)?, time(row, 5)?) {
        (_, Some(until)) => LocalCount::Locked { until, failures },
        (Some(since), None) => LocalCount::Counting { since, failures },
        (None, None) => LocalCount::Quiet,
    };
    let hold = row.get::<_, Option<String>>(7)?.map(|word| match word.as_str() {
        "System" => Hold::System,
        _ => Hold::Administrator,
    });
    Ok(PinState {
        credential: hash.zip(length).map(|(hash, length)| Credential { hash: PinHash::from_stored(hash), length }),
        previous: Vec::new(),
        changed_at: time(row, 2)?,
        local,
        global_failures: row.get(6)?,
        hold,
        verified_at: time(row, 8)?,
    })
}
