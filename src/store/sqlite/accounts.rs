//! Accounts in SQLite: the statements are written from the attribute and key tables.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{ErrorCode, Row, params_from_iter};

use super::{SqliteStore, collect, fault, stored, text};
use crate::pin::Timestamp;
use crate::store::filter::sql;
use crate::store::{ATTRIBUTES, Account, AccountId, Attribute, Datum, Key, Kind, Predicate, StoreFault, fold};

/// The statements that name every column.
pub(super) struct Columns {
    /// `SELECT …` of whole accounts, without a condition.
    pub(super) select: String,
    pub(super) select_by_id: String,
    insert: String,
    update: String,
}

impl Columns {
    pub(super) fn new() -> Self {
        let attributes: Vec<&str> = ATTRIBUTES.iter().map(|row| row.column).collect();
        let select = format!("SELECT id, {} FROM account", attributes.join(", "));
        let all: Vec<&str> = attributes.iter().copied().chain(Key::ALL.iter().map(|key| key.column())).collect();
        let marks = vec!["?"; all.len()].join(", ");
        Columns {
            select_by_id: format!("{select} WHERE id = ?"),
            select,
            insert: format!("INSERT INTO account ({}) VALUES ({marks})", all.join(", ")),
            update: format!("UPDATE account SET {} = ? WHERE id = ?", all.join(" = ?, ")),
        }
    }
}

/// Reads an account from a row of [`Columns::select`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Account> {
    let mut account = Account::default();
    account.id = AccountId(row.get(0)?);
    for (index, attribute) in ATTRIBUTES.iter().enumerate() {
        let value = row.get_ref(index + 1)?;
        if value == ValueRef::Null {
            continue;
        }
        let datum = match attribute.kind {
            Kind::Flag => Datum::Flag(row.get(index + 1)?),
            Kind::Number => Datum::Number(row.get(index + 1)?),
            Kind::Time => Datum::Time(Timestamp::from_ticks(row.get(index + 1)?)),
            Kind::Text | Kind::Guid | Kind::Dn | Kind::Policy => Datum::Text(text(value)?),
        };
        account.set(attribute.attribute, Some(datum));
    }
    Ok(account)
}

/// The values of all columns, in the order of the statements.
fn values(account: &Account) -> impl Iterator<Item = Value> {
    let attributes = ATTRIBUTES.iter().map(|row| account.get(row.attribute).map_or(Value::Null, stored));
    attributes.chain(Key::ALL.iter().map(|key| key.of(account).map_or(Value::Null, Value::Text)))
}

impl SqliteStore {
    pub(super) fn write_new_account(&self, account: &Account) -> Result<AccountId, StoreFault> {
        let mut statement = self.connection.prepare_cached(&self.columns.insert).map_err(fault)?;
        let id =
            statement.insert(params_from_iter(values(account))).map_err(|fault| self.not_unique(fault, account))?;
        Ok(AccountId(id))
    }

    pub(super) fn write_account(&self, account: &Account) -> Result<(), StoreFault> {
        let mut statement = self.connection.prepare_cached(&self.columns.update).map_err(fault)?;
        let parameters = values(account).chain([Value::Integer(account.id.0)]);
        statement.execute(params_from_iter(parameters)).map_err(|fault| self.not_unique(fault, account))?;
        Ok(())
    }

    /// Says which key is taken, when that is what the database complains of.
    fn not_unique(&self, error: rusqlite::Error, account: &Account) -> StoreFault {
        if error.sqlite_error_code() != Some(ErrorCode::ConstraintViolation) {
            return fault(error);
        }
        let taken = Key::ALL.iter().filter(|key| key.is_unique()).find_map(|key| {
            let value = key.of(account)?;
            let sql = format!("SELECT id FROM account WHERE {} = ?", key.column());
            let holder = self.one(&sql, [&value], |row| row.get::<_, i64>(0)).ok()??;
            (holder != account.id.0).then_some(StoreFault::NotUnique { key: *key, value })
        });
        taken.unwrap_or_else(|| fault(error))
    }

    pub(super) fn read_accounts(
        &self,
        predicate: &Predicate,
        after: AccountId,
        limit: usize,
    ) -> Result<Vec<Account>, StoreFault> {
        let condition = sql::condition(predicate);
        let sql = format!("{} WHERE {} AND id > ? ORDER BY id LIMIT ?", self.columns.select, condition.sql);
        let mut statement = self.connection.prepare_cached(&sql).map_err(fault)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let parameters = condition.values.iter().map(stored).chain([Value::Integer(after.0), Value::Integer(limit)]);
        collect(&mut statement, params_from_iter(parameters), read).map_err(fault)
    }

    pub(super) fn read_ids(&self, predicate: &Predicate, after: AccountId) -> Result<Vec<AccountId>, StoreFault> {
        let condition = sql::condition(predicate);
        let sql = format!("SELECT id FROM account WHERE {} AND id > ? ORDER BY id", condition.sql);
        let parameters = condition.values.iter().map(stored).chain([Value::Integer(after.0)]);
        self.all(&sql, params_from_iter(parameters), |row| Ok(AccountId(row.get(0)?)))
    }

    pub(super) fn count_accounts(&self, predicate: &Predicate) -> Result<u64, StoreFault> {
        let condition = sql::condition(predicate);
        let sql = format!("SELECT count(*) FROM account WHERE {}", condition.sql);
        let count: Option<i64> =
            self.one(&sql, params_from_iter(condition.values.iter().map(stored)), |row| row.get(0))?;
        Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or_default())
    }

    pub(super) fn clear_column(&self, attribute: Attribute, value: &str) -> Result<u64, StoreFault> {
        let column = attribute.row().column;
        let cleared = match Key::for_attribute(attribute) {
            Some(key) => format!("UPDATE account SET {column} = NULL, {0} = NULL WHERE {0} = ?", key.column()),
            None => format!("UPDATE account SET {column} = NULL WHERE fold({column}) = ?"),
        };
        Ok(self.run(&cleared, [fold(value)])? as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schema_has_a_column_for_every_attribute_and_key() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        super::super::migrations::migrate(&connection, 0).unwrap();
        let columns = Columns::new();
        for sql in [&columns.select_by_id, &columns.insert, &columns.update] {
            connection.prepare(sql).unwrap();
        }
        let count: i64 =
            connection.query_row("SELECT count(*) FROM pragma_table_info('account')", [], |row| row.get(0)).unwrap();
        assert_eq!(count as usize, 1 + ATTRIBUTES.len() + Key::ALL.len());
    }
}
