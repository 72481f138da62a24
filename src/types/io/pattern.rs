//! Search patterns of the file system: `*` and `?`, without regard to case.

/// Whether a name fits a search pattern such as `*.txt`; `*.*` fits every name.
pub fn fits(pattern: &str, name: &str) -> bool {
    if pattern == "*" || pattern == "*.*" {
        return true;
    }
    let fold = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    fits_from(&fold(pattern), &fold(name))
}

fn fits_from(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    // Where the last star stands, and how much of the name it takes so far.
    let mut star: Option<(usize, usize)> = None;
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some('?') => {
                p += 1;
                n += 1;
            }
            Some(c) if Some(c) == name.get(n) => {
                p += 1;
                n += 1;
            }
            _ => {
                let Some((at, taken)) = star else { return false };
                star = Some((at, taken + 1));
                p = at + 1;
                n = taken + 1;
            }
        }
    }
    pattern.get(p..).is_none_or(|rest| rest.iter().all(|c| *c == '*'))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_and_question_marks_ignore_case() {
        assert!(fits("*.TXT", "a.txt"));
        assert!(fits("a?.txt", "a1.txt"));
        assert!(!fits("a?.txt", "a22.txt"));
        assert!(fits("*.*", "readme"));
        assert!(fits("*log*", "x.log.bak"));
    }
}
