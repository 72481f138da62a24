//! The lock-out, the history and the expiry, against examples and an independent naive model.

use proptest::prelude::*;

use super::*;

const START: Timestamp = Timestamp::from_unix_seconds(1_700_000_000);

fn owner() -> Owner {
    Owner::default()
}

fn state_with(pin: &str, settings: &Settings) -> PinState {
    let case = Case { settings, owner: &owner(), now: START };
    set(&PinState::enabled_at(START), &Pin::new(pin), case, &FastHasher, &mut SeededRandomness::new(7)).unwrap()
}

fn tries(state: PinState, pin: &str, settings: &Settings, now: Timestamp, count: usize) -> PinState {
    (0..count).fold(state, |state, _| verify(&state, &Pin::new(pin), settings, &FastHasher, now).unwrap().0)
}

fn change_to(state: &PinState, pin: &str, settings: &Settings) -> Result<PinState, PinFault> {
    let case = Case { settings, owner: &owner(), now: START };
    change(state, &Pin::new(pin), case, &FastHasher, &mut SeededRandomness::new(8))
}

#[test]
fn five_digits_lock_for_an_hour_after_25_failures() {
    let settings = Settings::default();
    let state = tries(state_with("80681", &settings), "1", &settings, START, 24);
    assert_eq!(state.status(&settings, START), Status::Open);
    let state = tries(state, "1", &settings, START, 1);
    let until = START.plus(Span::minutes(60));
    assert_eq!(state.status(&settings, START), Status::TemporarilyLocked { until });
    let right = Pin::new("80681");
    let (same, result) = verify(&state, &right, &settings, &FastHasher, START).unwrap();
    assert_eq!((&same, result), (&state, Err(FailureReason::UserPinAccountLocked)));
    let (after, result) = verify(&state, &right, &settings, &FastHasher, until).unwrap();
    assert_eq!((result, after.local_failures(until), after.global_failures), (Ok(()), 0, 25));
}

#[test]
fn success_keeps_the_global_count() {
    let settings = Settings::default();
    let state = tries(state_with("80681", &settings), "1", &settings, START, 3);
    let state = tries(state, "80681", &settings, START, 2);
    assert_eq!((state.local, state.global_failures), (LocalCount::Quiet, 3));
    assert_eq!(state.verified_at, Some(START));
}

#[test]
fn window_does_not_slide() {
    let settings = Settings { max_attempts: Some(3), ..Settings::default() };
    let state = tries(state_with("80681", &settings), "1", &settings, START, 1);
    let state = tries(state, "1", &settings, START.plus(Span::minutes(29)), 1);
    let late = START.plus(Span::minutes(30));
    let state = tries(state, "1", &settings, late, 1);
    assert_eq!(state.local, LocalCount::Counting { since: late, failures: 1 });
}

#[test]
fn global_lock_needs_an_administrator() {
    let settings = Settings { min_length: 4, max_attempts: Some(999), ..Settings::default() };
    let state = tries(state_with("8068", &settings), "1", &settings, START, 100);
    let later = START.plus(Span::days(400));
    assert_eq!(state.status(&settings, later), Status::LockedBySystem);
    assert_eq!(change_to(&state, "80682", &settings).map_err(|f| f.reason()), Err(FailureReason::UserPinAccountLocked));
    let state = unlock(&state);
    assert_eq!((state.status(&settings, later), state.global_failures), (Status::Open, 0));
}

#[test]
fn last_allowed_attempt_may_still_succeed() {
    let settings = Settings { min_length: 4, max_attempts: Some(999), ..Settings::default() };
    let state = tries(state_with("8068", &settings), "1", &settings, START, 99);
    let state = tries(state, "8068", &settings, START, 1);
    assert_eq!((state.status(&settings, START), state.global_failures), (Status::Open, 99));
}

#[test]
fn concurrent_attempts_cannot_exceed_the_limit() {
    let settings = Settings { max_attempts: Some(2), ..Settings::default() };
    let state = state_with("80681", &settings);
    let (state, first) = reserve(&state, &settings, false, START).unwrap();
    let (state, _second) = reserve(&state, &settings, false, START).unwrap();
    assert_eq!(reserve(&state, &settings, false, START).err(), Some(FailureReason::UserPinAccountLocked));
    let state = succeed(&state, &first, &settings, START).unwrap();
    assert_eq!((state.status(&settings, START), state.global_failures), (Status::Open, 1));
}

#[test]
fn released_attempt_leaves_no_trace() {
    let settings = Settings { max_attempts: Some(1), ..Settings::default() };
    let before = state_with("80681", &settings);
    let (state, attempt) = reserve(&before, &settings, false, START).unwrap();
    assert_eq!(release(&state, &attempt, &settings), before);
}

#[test]
fn replaced_pin_does_not_let_the_old_one_in() {
    let settings = Settings::default();
    let (state, attempt) = reserve(&state_with("80681", &settings), &settings, false, START).unwrap();
    let state = change_to(&state, "90354", &settings).unwrap();
    assert_eq!(succeed(&state, &attempt, &settings, START), None);
}

#[test]
fn administrators_lock_stands_and_counts_nothing() {
    let settings = Settings::default();
    let state = lock(&state_with("80681", &settings));
    let same = tries(state.clone(), "1", &settings, START, 5);
    assert_eq!(same, state);
    assert_eq!(state.status(&settings, START), Status::LockedByAdministrator);
    assert_eq!(lock(&PinState::default()).status(&settings, START), Status::LockedByAdministrator);
}

#[test]
fn history_counts_the_current_pin() {
    let settings = Settings { history_count: 3, ..Settings::default() };
    let mut state = state_with("80681", &settings);
    for pin in ["90354", "71930", "36205"] {
        assert_eq!(change_to(&state, "80681", &settings), Err(PinFault::Remembered { count: 3 }));
        state = change_to(&state, pin, &settings).unwrap();
    }
    assert!(change_to(&state, "80681", &settings).is_ok());
    assert_eq!(change_to(&state, "36205", &settings), Err(PinFault::Remembered { count: 3 }));
}

#[test]
fn administrator_may_set_the_same_pin_again() {
    let settings = Settings { history_count: 3, ..Settings::default() };
    let state = state_with("80681", &settings);
    let case = Case { settings: &settings, owner: &owner(), now: START };
    assert!(set(&state, &Pin::new("80681"), case, &FastHasher, &mut SeededRandomness::new(1)).is_ok());
}

#[test]
fn expired_is_not_locked() {
    let settings = Settings { lifetime_days: 30, history_count: 1, ..Settings::default() };
    let state = state_with("80681", &settings);
    let end = START.plus(Span::days(30));
    assert_eq!(expiry(&state, &settings), Some(end));
    assert_eq!(state.status(&settings, end), Status::Expired);
    let (same, result) = verify(&state, &Pin::new("80681"), &settings, &FastHasher, end).unwrap();
    assert_eq!((same, result), (state.clone(), Err(FailureReason::PinExpired)));
    assert!(reserve(&state, &settings, true, end).is_ok());
    assert_eq!(expiry(&state, &Settings::default()), None);
}

/// The lock-out told once more, as a list of events that is read anew for every question.
#[derive(Default)]
struct Naive {
    failures: Vec<i64>,
    global: u32,
    held: bool,
    locked_until: i64,
}

impl Naive {
    fn attempt(&mut self, right: bool, minute: i64, local_max: usize, global_max: u32) -> bool {
        if self.held || minute < self.locked_until {
            return false;
        }
        if right {
            self.failures.clear();
            return true;
        }
        self.global += 1;
        self.held = self.global >= global_max;
        if self.failures.first().is_some_and(|first| minute - first >= 30) {
            self.failures.clear();
        }
        self.failures.push(minute);
        if self.failures.len() >= local_max {
            self.locked_until = minute + 60;
            self.failures.clear();
        }
        false
    }

    fn unlock(&mut self) {
        *self = Naive::default();
    }
}

proptest! {
    #[test]
    fn lockout_agrees_with_the_naive_model(
        steps in proptest::collection::vec((0u8..12, 0i64..25), 1..400),
        local_max in 1u16..6,
    ) {
        let settings = Settings { min_length: 4, max_attempts: Some(local_max), ..Settings::default() };
        let mut state = state_with("8068", &settings);
        let mut naive = Naive::default();
        let mut minute = 0;
        for (step, wait) in steps {
            minute += wait;
            let now = START.plus(Span::minutes(minute));
            if step == 0 {
                state = unlock(&state);
                naive.unlock();
                continue;
            }
            let right = step == 1;
            let pin = Pin::new(if right { "8068" } else { "8069" });
            let (new, result) = verify(&state, &pin, &settings, &FastHasher, now).unwrap();
            state = new;
            prop_assert_eq!(result.is_ok(), naive.attempt(right, minute, usize::from(local_max), 100));
            prop_assert_eq!(state.global_failures, naive.global);
            prop_assert_eq!(state.status(&settings, now).is_locked(), naive.held || minute < naive.locked_until);
        }
    }
}
