//! Patterns with wildcards: `*` for anything, `?` for one character.

/// A pattern. Its literals are folded; it fits whole folded texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Piece>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Any,
    One,
    Char(char),
}

impl Pattern {
    /// Reads `*` and `?` as wildcards, everything else as itself.
    pub fn with_wildcards(text: &str) -> Pattern {
        let piece = |c| match c {
            '*' => Piece::Any,
            '?' => Piece::One,
            c => Piece::Char(c),
        };
        Pattern(super::fold(text).chars().map(piece).collect())
    }

    /// Reads only `*` as a wildcard.
    pub fn with_stars(text: &str) -> Pattern {
        let piece = |c| if c == '*' { Piece::Any } else { Piece::Char(c) };
        Pattern(super::fold(text).chars().map(piece).collect())
    }

    /// The texts between stars, which may contain any character.
    pub fn from_parts(parts: &[String]) -> Pattern {
        let mut pieces = Vec::new();
        for (position, part) in parts.iter().enumerate() {
            if position > 0 {
                pieces.push(Piece::Any);
            }
            pieces.extend(super::fold(part).chars().map(Piece::Char));
        }
        Pattern(pieces)
    }

    /// Whether the folded text fits.
    pub fn fits(&self, folded: &str) -> bool {
        let text: Vec<char> = folded.chars().collect();
        let (mut at, mut piece) = (0, 0);
        let mut last_any = None; // The last star, and how much of the text it had taken when it was tried.
        while at < text.len() {
            match self.0.get(piece) {
                Some(Piece::Any) => {
                    last_any = Some((piece, at));
                    piece += 1;
                    continue;
                }
                Some(Piece::One) => {
                    (at, piece) = (at + 1, piece + 1);
                    continue;
                }
                Some(Piece::Char(c)) if text.get(at) == Some(c) => {
                    (at, piece) = (at + 1, piece + 1);
                    continue;
                }
                _ => {}
            }
            let Some((any, taken)) = last_any else { return false };
            last_any = Some((any, taken + 1));
            (at, piece) = (taken + 1, any + 1);
        }
        self.0.iter().skip(piece).all(|piece| *piece == Piece::Any)
    }

    /// The pattern for SQL's `LIKE` with the escape character `\`.
    pub fn sql(&self) -> String {
        let mut sql = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Any => sql.push('%'),
                Piece::One => sql.push('_'),
                Piece::Char(c) => {
                    if matches!(c, '%' | '_' | '\\') {
                        sql.push('\\');
                    }
                    sql.push(*c);
                }
            }
        }
        sql
    }

    /// What every fitting text begins with.
    pub fn prefix(&self) -> String {
        let literal = |piece: &Piece| match piece {
            Piece::Char(c) => Some(*c),
            _ => None,
        };
        self.0.iter().map_while(literal).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_fit() {
        for (pattern, text, fits) in [
            ("*", "", true),
            ("* smith", "ann smith", true),
            ("* smith", "ann smithers", false),
            ("pilar*", "pilar", true),
            ("*1425*", "tel:+14255551219", true),
            ("a*b*c", "axbxbxc", true),
            ("a*b*c", "axbxbx", false),
            ("k?n", "ken", true),
            ("k?n", "kn", false),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(Pattern::with_wildcards(pattern).fits(text), fits, "{pattern} {text}");
        }
    }

    #[test]
    fn literals_are_escaped_for_sql() {
        assert_eq!(Pattern::with_wildcards("a%_\\*?").sql(), "a\\%\\_\\\\%_");
        assert_eq!(Pattern::with_stars("a?*b").prefix(), "a?");
    }
}
