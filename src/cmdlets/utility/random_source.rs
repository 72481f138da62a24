//! Where `Get-Random` takes its numbers from: .NET's sequence for a seed, else the host's randomness.

use crate::engine::Session;
use crate::types::random::Subtractive;
use crate::value::Env;
use std::cell::RefCell;
use std::rc::Rc;

/// The generator that `-SetSeed` chose; it lasts as long as the session.
#[derive(Default)]
pub struct Seeded(RefCell<Option<Subtractive>>);

/// A source of random numbers.
pub struct Source(Option<Rc<Seeded>>);

impl Source {
    /// The session's own source; with a seed it starts a new sequence.
    pub fn of(session: &mut Session, seed: Option<i32>) -> Source {
        let known = session.service::<Seeded>();
        let Some(seed) = seed else { return Source(known) };
        let seeded = Rc::new(Seeded(RefCell::new(Some(Subtractive::new(seed)))));
        session.provide(seeded.clone());
        Source(Some(seeded))
    }

    /// A source that nobody can foresee.
    pub fn secure() -> Source {
        Source(None)
    }

    fn bytes<const N: usize>(&self, session: &mut Session) -> [u8; N] {
        let mut bytes = [0; N];
        if let Some(seeded) = &self.0
            && let Some(generator) = seeded.0.borrow_mut().as_mut()
        {
            for byte in &mut bytes {
                *byte = generator.sample().to_le_bytes()[0];
            }
            return bytes;
        }
        for chunk in bytes.chunks_mut(8) {
            let random = session.random().to_le_bytes();
            chunk.iter_mut().zip(random).for_each(|(byte, random)| *byte = random);
        }
        bytes
    }

    fn sample(&self, session: &mut Session) -> i32 {
        i32::from_le_bytes(self.bytes(session))
    }

    /// A number from 0 to below 1.
    pub fn double(&self, session: &mut Session) -> f64 {
        let mut number = self.sample(session);
        while number == i32::MAX {
            number = self.sample(session);
        }
        if number < 0 {
            number += i32::MAX;
        }
        f64::from(number) * (1.0 / f64::from(i32::MAX))
    }

    /// A number from `low` to below `high`.
    pub fn between(&self, session: &mut Session, low: i32, high: i32) -> i32 {
        let range = i64::from(high) - i64::from(low);
        if range <= i64::from(i32::MAX) {
            return (self.double(session) * range as f64) as i32 + low;
        }
        let mut number = f64::from(self.sample(session));
        while number == f64::from(i32::MAX) {
            number = f64::from(self.sample(session));
        }
        number += f64::from(i32::MAX);
        let large = number * (1.0 / (2.0 * f64::from(i32::MAX)));
        ((large * range as f64) as i64 + i64::from(low)) as i32
    }

    /// A number from `low` to below `high`.
    pub fn between_longs(&self, session: &mut Session, low: i64, high: i64) -> i64 {
        let range = i128::from(high) - i128::from(low);
        if let Ok(range) = i32::try_from(range) {
            return low + i64::from(self.between(session, 0, range));
        }
        let range = u64::try_from(range).unwrap_or(u64::MAX);
        let mask = u64::MAX >> range.leading_zeros();
        let mut number = u64::from_le_bytes(self.bytes(session)) & mask;
        while range <= number {
            number = u64::from_le_bytes(self.bytes(session)) & mask;
        }
        (low as f64 + number as f64) as i64
    }

    /// A number from `low` to below `high`.
    pub fn between_doubles(&self, session: &mut Session, low: f64, high: f64) -> f64 {
        let mut range = high - low;
        loop {
            let random = self.double(session);
            let number = if range.is_infinite() {
                low + random * high - random * low
            } else {
                let number = low + random * range;
                range *= random;
                number
            };
            if number < high {
                return number;
            }
        }
    }
}
