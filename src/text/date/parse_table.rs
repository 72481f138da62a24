//! The states of the date parser and where each token leads.

/// What the lexer finds: a number, month or year together with what follows it, or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    End,
    NumberEnd,
    NumberMark,
    NumberSpace,
    NumberDate,
    NumberTime,
    MonthEnd,
    MonthSpace,
    MonthDate,
    DateSuffix,
    TimeSuffix,
    DayOfWeek,
    YearSpace,
    YearDate,
    YearEnd,
    Zone,
    Era,
}

/// A state of the parser. The names tell what was read: `N` a number, `M` a month, `Y` a year, `S` a number with a
/// suffix, `d` a date separator, `t` a time separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Begin,
    N,
    Nn,
    DateNd,
    DateNn,
    DateNnd,
    DateM,
    DateMn,
    DateNm,
    DateMnd,
    DateNds,
    DateY,
    DateYn,
    DateYnd,
    DateYm,
    DateYmd,
    DateS,
    TimeS,
    TimeNt,
    TimeNnt,
}

/// A date or time that is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    DayNn,
    DayNnn,
    DayMn,
    DayNm,
    DayMnn,
    DaySuffixed,
    DaySuffixedN,
    DayNSuffixed,
    DayNnSuffixed,
    DayYnn,
    DayYmn,
    DayYn,
    DayYm,
    DayNny,
    TimeN,
    TimeNn,
    TimeNnn,
    TimeSuffixed,
}

/// What follows from a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The token does not fit.
    X,
    Go(State),
    Done(Goal),
}

use Goal::*;
use State::*;
use Step::{Done, Go, X};

/// The step from a state by a token.
pub(super) fn step(state: State, kind: Kind) -> Step {
    TABLE.get(state as usize).and_then(|row| row.get(kind as usize)).copied().unwrap_or(X)
}

/// One row a state, one column a kind of token, both in their own order.
#[rustfmt::skip]
const TABLE: [[Step; 17]; 20] = [
    // Begin
    [Go(Begin), X, Done(TimeN), Go(N), Go(DateNd), Go(TimeNt), X, Go(DateM), Go(DateM), Go(DateS), Go(TimeS), Go(Begin), Go(DateY), Go(DateY), X, Go(Begin), Go(Begin)],
    // N
    [X, Done(DayNn), Done(TimeNn), Go(Nn), Go(DateNnd), X, Done(DayNm), Go(DateNm), Go(DateMnd), Go(DateNds), X, Go(N), Go(DateYn), Go(DateYnd), Done(DayYn), Go(N), Go(N)],
    // Nn
    [Done(DayNn), Done(DayNnn), Done(TimeNnn), Done(DayNnn), X, Go(TimeNt), Done(DayMnn), Done(DayMnn), X, X, Go(TimeS), Go(Nn), Done(DayNny), X, Done(DayNny), Go(Nn), Go(Nn)],
    // DateNd
    [X, Done(DayNn), X, Go(DateNn), Go(DateNnd), X, Done(DayNm), Go(DateMn), Go(DateMnd), X, X, Go(DateNd), Go(DateYn), Go(DateYnd), Done(DayYn), X, Go(DateNd)],
    // DateNn
    [Done(DayNn), Done(DayNnn), Done(TimeN), Done(DayNnn), X, Go(TimeNt), Done(DayMnn), Done(DayMnn), X, Done(DaySuffixed), Go(TimeS), Go(DateNn), Done(DayNny), X, Done(DayNny), X, Go(DateNn)],
    // DateNnd
    [X, Done(DayNnn), Done(DayNnn), Done(DayNnn), X, X, Done(DayMnn), Done(DayMnn), X, Done(DaySuffixed), X, Go(DateNnd), Done(DayNny), X, Done(DayNny), X, Go(DateNnd)],
    // DateM
    [X, Done(DayMn), X, Go(DateMn), Go(DateMnd), X, X, X, X, X, X, Go(DateM), Go(DateYm), Go(DateYmd), Done(DayYm), X, Go(DateM)],
    // DateMn
    [Done(DayMn), Done(DayMnn), Done(DayMnn), Done(DayMnn), X, Go(TimeNt), X, X, X, Done(DaySuffixed), Go(TimeS), Go(DateMn), Done(DayYmn), X, Done(DayYmn), X, Go(DateMn)],
    // DateNm
    [Done(DayNm), Done(DayMnn), Done(DayMnn), Done(DayMnn), X, Go(TimeNt), X, X, X, Done(DaySuffixed), Go(TimeS), Go(DateNm), Done(DayYmn), X, Done(DayYmn), X, Go(DateNm)],
    // DateMnd
    [X, Done(DayMnn), X, Done(DayMnn), X, X, X, X, X, X, X, Go(DateMnd), Done(DayYmn), X, Done(DayYmn), X, Go(DateMnd)],
    // DateNds
    [Done(DayNSuffixed), Done(DayNnSuffixed), Done(DayNnSuffixed), Done(DayNnSuffixed), X, Go(TimeNt), X, X, X, Go(DateNds), Go(TimeS), Go(DateNds), X, X, X, X, Go(DateNds)],
    // DateY
    [X, Done(DayYn), X, Go(DateYn), Go(DateYnd), X, Done(DayYm), Go(DateYm), Go(DateYmd), Go(DateYm), X, Go(DateY), X, X, X, X, Go(DateY)],
    // DateYn
    [Done(DayYn), Done(DayYnn), Done(DayYnn), Done(DayYnn), X, X, Done(DayYmn), Done(DayYmn), X, X, X, Go(DateYn), X, X, X, X, Go(DateYn)],
    // DateYnd
    [X, Done(DayYnn), Done(DayYnn), Done(DayYnn), X, X, Done(DayYmn), Done(DayYmn), X, X, X, Go(DateYn), X, X, X, X, Go(DateYn)],
    // DateYm
    [Done(DayYm), Done(DayYmn), Done(DayYmn), Done(DayYmn), X, X, X, X, X, X, X, Go(DateYm), X, X, X, X, Go(DateYm)],
    // DateYmd
    [X, Done(DayYmn), Done(DayYmn), Done(DayYmn), X, X, X, X, X, X, X, Go(DateYm), X, X, X, X, Go(DateYm)],
    // DateS
    [Done(DaySuffixed), Done(DaySuffixedN), Done(TimeN), Go(TimeNt), X, Go(TimeNt), X, X, X, Go(DateS), Go(TimeS), Go(DateS), X, X, X, X, Go(DateS)],
    // TimeS
    [Done(TimeSuffixed), Done(TimeSuffixed), Done(TimeSuffixed), Go(TimeNt), Go(DateNd), X, X, X, X, Go(DateS), Go(TimeS), Go(TimeS), X, X, X, Go(TimeS), Go(TimeS)],
    // TimeNt
    [X, Done(TimeNn), Done(TimeNn), Done(TimeNn), X, Go(TimeNnt), Done(DayNm), Go(DateNm), X, X, Go(TimeS), X, X, X, X, Go(TimeNt), Go(TimeNt)],
    // TimeNnt
    [X, Done(TimeNnn), Done(TimeNnn), Done(TimeNnn), X, X, X, X, X, X, Go(TimeS), Go(TimeNnt), X, X, X, Go(TimeNnt), Go(TimeNnt)],
];
