//! Where random bytes come from.

use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};

/// A source of random bytes.
pub trait Randomness {
    /// Fills `bytes`.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The generator of the machine, fit for secrets.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}

/// The same bytes for the same seed, so that a test can be repeated.
#[derive(Clone, Debug)]
pub struct SeededRandomness(StdRng);

impl SeededRandomness {
    /// The source that `seed` determines.
    pub fn new(seed: u64) -> Self {
        SeededRandomness(StdRng::seed_from_u64(seed))
    }
}

impl Randomness for SeededRandomness {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }
}
