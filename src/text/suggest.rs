//! Nearest names for a mistyped one: the "did you mean" of errors.

use super::symbol::fold_char;

/// The candidates that a typing slip away from `name` explains, nearest first, at most five.
///
/// A slip is one character too many, missing, wrong, or two swapped; a third of the name may be wrong. Case does not
/// count. Equally near candidates keep their order.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    const MOST: usize = 5;
    let name: Vec<char> = name.chars().map(fold_char).collect();
    let limit = (name.len() / 3).max(1);
    let mut found: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters: Vec<char> = candidate.chars().map(fold_char).collect();
            distance(&name, &letters, limit).map(|slips| (slips, candidate))
        })
        .collect();
    found.sort_by_key(|(slips, _)| *slips);
    found.truncate(MOST);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The number of slips between two names, `None` when it exceeds `limit` (optimal string alignment).
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut previous_a = None;
    for (i, ca) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        let mut left = i + 1;
        let mut previous_b = None;
        for (j, cb) in b.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (left + 1).min(at(&last, j + 1) + 1).min(at(&last, j) + usize::from(ca != cb));
            if j > 0 && previous_a == Some(cb) && previous_b == Some(ca) {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
            left = cost;
            previous_b = Some(cb);
        }
        if row.iter().all(|cost| *cost > limit) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
        previous_a = Some(ca);
    }
    last.last().copied().filter(|slips| *slips <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name() {
        let names = ["Get-CsClientPin", "Set-CsClientPin", "Get-CsPinPolicy", "Lock-CsClientPin"];
        assert_eq!(closest("Get-CsClientPni", names).first(), Some(&"Get-CsClientPin"));
        assert_eq!(closest("get-cspinpolcy", names), ["Get-CsPinPolicy"]);
        assert!(closest("zzz", names).is_empty());
    }

    #[test]
    fn a_swap_is_one_slip() {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters("form"), &letters("from"), 3), Some(1));
        assert_eq!(distance(&letters(""), &letters("ab"), 3), Some(2));
        assert_eq!(distance(&letters("abc"), &letters("xyz"), 2), None);
    }
}
