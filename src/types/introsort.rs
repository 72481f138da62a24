//! The introspective sort of .NET, whose order of equal items scripts can see.

use super::fault;
use crate::value::Outcome;
use crate::value::error::ARGUMENT_EXCEPTION;
use std::cmp::Ordering;

/// Runs this short are sorted by insertion.
const INSERTION_LIMIT: usize = 16;

/// Sorts as `Array.Sort` does; the order of equal items is .NET's, which is not stable.
///
/// # Errors
/// What the comparison raises, and `ArgumentException` for one that contradicts itself.
pub fn sort<T: Clone>(items: &mut [T], compare: &mut dyn FnMut(&T, &T) -> Outcome<Ordering>) -> Outcome<()> {
    if items.len() < 2 {
        return Ok(());
    }
    let depth = 2 * (items.len().ilog2() + 1);
    introsort(items, depth, compare)
}

type Compare<'a, T> = &'a mut dyn FnMut(&T, &T) -> Outcome<Ordering>;

fn introsort<T: Clone>(items: &mut [T], mut depth: u32, compare: Compare<T>) -> Outcome<()> {
    let mut size = items.len();
    while size > 1 {
        if size <= INSERTION_LIMIT {
            return match size {
                2 => swap_if_greater(items, 0, 1, compare),
                3 => {
                    swap_if_greater(items, 0, 1, compare)?;
                    swap_if_greater(items, 0, 2, compare)?;
                    swap_if_greater(items, 1, 2, compare)
                }
                _ => insertion_sort(&mut items[..size], compare),
            };
        }
        if depth == 0 {
            return heap_sort(&mut items[..size], compare);
        }
        depth -= 1;
        let pivot = partition(&mut items[..size], compare)?;
        introsort(&mut items[pivot + 1..size], depth, compare)?;
        size = pivot;
    }
    Ok(())
}

fn swap_if_greater<T>(items: &mut [T], a: usize, b: usize, compare: Compare<T>) -> Outcome<()> {
    if compare(&items[a], &items[b])?.is_gt() {
        items.swap(a, b);
    }
    Ok(())
}

fn partition<T: Clone>(items: &mut [T], compare: Compare<T>) -> Outcome<usize> {
    let high = items.len() - 1;
    let middle = high >> 1;
    swap_if_greater(items, 0, middle, compare)?;
    swap_if_greater(items, 0, high, compare)?;
    swap_if_greater(items, middle, high, compare)?;
    let pivot = items[middle].clone();
    items.swap(middle, high - 1);
    let (mut left, mut right) = (0, high - 1);
    while left < right {
        loop {
            left += 1;
            if !compare(items.get(left).ok_or_else(inconsistent)?, &pivot)?.is_lt() {
                break;
            }
        }
        loop {
            right = right.checked_sub(1).ok_or_else(inconsistent)?;
            if !compare(&pivot, &items[right])?.is_lt() {
                break;
            }
        }
        if left >= right {
            break;
        }
        items.swap(left, right);
    }
    if left != high - 1 {
        items.swap(left, high - 1);
    }
    Ok(left)
}

fn inconsistent() -> crate::value::Flow {
    fault::raise(
        &ARGUMENT_EXCEPTION,
        "Unable to sort because the IComparer.Compare() method returns inconsistent results. Either a value does not \
         compare equal to itself, or one value repeatedly compared to another value yields different results. \
         IComparer: ''.",
    )
}

fn insertion_sort<T: Clone>(items: &mut [T], compare: Compare<T>) -> Outcome<()> {
    for next in 1..items.len() {
        let item = items[next].clone();
        let mut place = next;
        while place > 0 && compare(&item, &items[place - 1])?.is_lt() {
            items[place] = items[place - 1].clone();
            place -= 1;
        }
        items[place] = item;
    }
    Ok(())
}

fn heap_sort<T: Clone>(items: &mut [T], compare: Compare<T>) -> Outcome<()> {
    let count = items.len();
    for top in (1..=count / 2).rev() {
        sift_down(items, top, count, compare)?;
    }
    for end in (2..=count).rev() {
        items.swap(0, end - 1);
        sift_down(items, 1, end - 1, compare)?;
    }
    Ok(())
}

/// Places count from one, so that the children of `top` are `2 * top` and the next.
fn sift_down<T: Clone>(items: &mut [T], mut top: usize, count: usize, compare: Compare<T>) -> Outcome<()> {
    let item = items[top - 1].clone();
    while top <= count / 2 {
        let mut child = 2 * top;
        if child < count && compare(&items[child - 1], &items[child])?.is_lt() {
            child += 1;
        }
        if !compare(&item, &items[child - 1])?.is_lt() {
            break;
        }
        items[top - 1] = items[child - 1].clone();
        top = child;
    }
    items[top - 1] = item;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_sorted() {
        for count in [0, 1, 2, 3, 10, 17, 100, 1000] {
            let mut items: Vec<u64> = (0..count).map(|n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40).collect();
            let mut expected = items.clone();
            expected.sort_unstable();
            assert!(sort(&mut items, &mut |a, b| Ok(a.cmp(b))).is_ok());
            assert_eq!(items, expected);
        }
    }
}
