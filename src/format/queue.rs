//! Holding back the rows of a group until their widths are known.

use super::record::{Record, Start};
use std::collections::VecDeque;
use std::rc::Rc;

/// How long rows are held back where nothing else says so: 300 ms in ticks of 100 ns.
const PATIENCE: i64 = 3_000_000;

/// Holds the records of one group.
pub struct GroupQueue {
    records: VecDeque<Record>,
    /// Whether the whole group is waited for, however long it takes.
    patient: bool,
    start: Option<Rc<Start>>,
    holding: bool,
    /// When the group began, in ticks, where the wait is limited.
    since: Option<i64>,
}

/// What becomes of a record that is added.
pub enum Added {
    Held,
    /// It is not held back.
    Passed(Record),
    /// The group is ready: its widths can be computed from these records, the last one among them.
    Ready(Option<Rc<Start>>, VecDeque<Record>),
}

impl GroupQueue {
    pub fn new(patient: bool) -> GroupQueue {
        GroupQueue { records: VecDeque::new(), patient, start: None, holding: false, since: None }
    }

    pub fn is_holding(&self) -> bool {
        self.holding
    }

    pub fn add(&mut self, record: Record, now: impl Fn() -> i64) -> Added {
        if let Record::Start(start) = &record {
            self.start = Some(start.clone());
        }
        if !self.holding && matches!(record, Record::GroupStart(_)) {
            self.holding = true;
            self.since = (!self.patient).then(now);
            self.records.push_back(record);
            return Added::Held;
        }
        if !self.holding {
            return Added::Passed(record);
        }
        let ready = matches!(record, Record::GroupEnd) || self.since.is_some_and(|since| now() - since > PATIENCE);
        self.records.push_back(record);
        if !ready {
            return Added::Held;
        }
        self.holding = false;
        self.since = None;
        Added::Ready(self.start.clone(), std::mem::take(&mut self.records))
    }

    /// What is still held.
    pub fn drain(&mut self) -> VecDeque<Record> {
        self.holding = false;
        std::mem::take(&mut self.records)
    }
}
