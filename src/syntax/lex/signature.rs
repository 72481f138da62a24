//! The start of a signature block, after which no code may follow.
//!
//! Readers of a script stop at what looks like a signature, so near misses count as well: code could hide behind them.

/// The first line of a signature block in lower case without white space.
const BEGIN: &str = "sig#beginsignatureblock\n";

/// How many edits a comment may be away from it.
const THRESHOLD: usize = 10;

/// Whether the comment, without its `#`, looks like the first line of a signature block.
pub(super) fn looks_like_one(comment: &str) -> bool {
    if comment.len() < BEGIN.len() - THRESHOLD - 1 {
        return false;
    }
    let mut line: Vec<char> =
        comment.chars().filter(|c| !super::chars::is_whitespace(*c)).take(BEGIN.len() + THRESHOLD).collect();
    line.push('\n');
    if !(BEGIN.len() - THRESHOLD..=BEGIN.len() + THRESHOLD).contains(&line.len()) {
        return false;
    }
    distance(&line) < THRESHOLD
}

/// The Levenshtein distance between a line and [`BEGIN`], one row at a time.
fn distance(line: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=BEGIN.len()).collect();
    for (i, c) in line.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (above, expected) in row.iter().skip(1).zip(BEGIN.chars()) {
            let same = c.to_ascii_lowercase() == expected;
            left = if same { diagonal } else { diagonal.min(left).min(*above) + 1 };
            next.push(left);
            diagonal = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_count() {
        assert!(looks_like_one(" SIG # Begin signature block"));
        assert!(looks_like_one(" SIG # End signature block"));
        assert!(!looks_like_one(" END BEGIN SCRIPT BLOCK"));
    }
}
