//! Random PINs that keep the rules.

use super::rules::check;
use super::state::PinFault;
use super::{Case, Pin, Randomness};

/// How often another PIN is tried; the rules leave far more than half of all PINs, so that this is never reached.
const TRIES: usize = 10_000;

/// A random PIN of the policy's minimum length that keeps all rules. Every such PIN is equally likely.
///
/// # Errors
/// [`PinFault::NoneFound`] when the rules leave none.
pub fn generate(case: Case<'_>, randomness: &mut dyn Randomness) -> Result<Pin, PinFault> {
    for _ in 0..TRIES {
        let digits = (0..case.settings.min_length).map(|_| digit(randomness)).collect();
        let pin = Pin::from_digits(digits);
        if check(&pin, case.settings, case.owner).is_ok() {
            return Ok(pin);
        }
    }
    Err(PinFault::NoneFound)
}

/// One of ten digits, each equally likely: bytes from 250 up are thrown away.
fn digit(randomness: &mut dyn Randomness) -> u8 {
    loop {
        let mut byte = [0];
        randomness.fill(&mut byte);
        if byte[0] < 250 {
            return byte[0] % 10;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::pin::{Owner, SeededRandomness, Settings, Timestamp};

    proptest! {
        #[test]
        fn generated_pins_keep_the_rules(seed: u64, min_length in 4u8..=24, strict: bool, number in "[0-9]{4,12}") {
            let settings = Settings { min_length, strict, ..Settings::default() };
            let owner = Owner { extensions: vec![number.clone()], numbers: vec![number], names: vec!["Ken".into()] };
            let case = Case { settings: &settings, owner: &owner, now: Timestamp::from_ticks(0) };
            let pin = generate(case, &mut SeededRandomness::new(seed)).unwrap();
            prop_assert_eq!(pin.length(), usize::from(min_length));
            prop_assert!(check(&pin, &settings, &owner).is_ok());
        }
    }

    #[test]
    fn all_digits_occur_first() {
        let (settings, owner) = (Settings::default(), Owner::default());
        let case = Case { settings: &settings, owner: &owner, now: Timestamp::from_ticks(0) };
        let mut randomness = SeededRandomness::new(1);
        let mut seen = [0u32; 10];
        for _ in 0..10_000 {
            let pin = generate(case, &mut randomness).unwrap();
            seen[usize::from(pin.digits()[0])] += 1;
        }
        assert!(seen.iter().all(|n| (850..1150).contains(n)), "{seen:?}");
    }
}
