//! `TextInfo.ToTitleCase`: words with a capital first letter.

use super::chars::{Casing, Category, category, is_letter, to_lower, to_upper};

/// Makes the first letter of each word a capital and the others small; words in capitals stay as they are.
pub fn to_title_case(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut title = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        at += 1;
        if !is_letter(c) {
            title.push(c);
            continue;
        }
        title.push(title_char(c));
        let mut small = category(c) == Category::LowercaseLetter;
        let mut start = at;
        while let Some(c) = chars.get(at).copied().filter(|c| *c == '\'' || !separates_words(*c)) {
            at += 1;
            small |= category(c) == Category::LowercaseLetter;
            if c == '\'' {
                push_rest(&mut title, chars.get(start..at), small);
                start = at;
                small = true;
            }
        }
        push_rest(&mut title, chars.get(start..at), small);
    }
    title
}

/// The rest of a word, in small letters when any letter before was small.
fn push_rest(title: &mut String, rest: Option<&[char]>, small: bool) {
    let lower = |c: &char| if small { to_lower(*c, Casing::Culture) } else { *c };
    title.extend(rest.unwrap_or_default().iter().map(lower));
}

/// The title case of a letter; the letter pairs of Croatian have one of their own.
fn title_char(c: char) -> char {
    match c {
        'Ǆ'..='ǆ' => 'ǅ',
        'Ǉ'..='ǉ' => 'ǈ',
        'Ǌ'..='ǌ' => 'ǋ',
        'Ǳ'..='ǳ' => 'ǲ',
        _ => to_upper(c, Casing::Culture),
    }
}

fn separates_words(c: char) -> bool {
    use Category::*;
    !matches!(
        category(c),
        UppercaseLetter
            | LowercaseLetter
            | TitlecaseLetter
            | ModifierLetter
            | OtherLetter
            | NonspacingMark
            | SpacingMark
            | EnclosingMark
            | DecimalNumber
            | LetterNumber
            | OtherNumber
            | Format
            | Surrogate
            | PrivateUse
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_begin_words() {
        assert_eq!(to_title_case("hello wORLD a.b c_d x-ray 3d"), "Hello World A.B C_D X-Ray 3D");
        assert_eq!(to_title_case("war and PEACE"), "War And PEACE");
        assert_eq!(to_title_case("mcDonald o'neil i'LL"), "Mcdonald O'neil I'll");
        assert_eq!(to_title_case("ab1cd ǆx"), "Ab1cd ǅx");
    }
}
