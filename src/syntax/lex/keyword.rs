//! Keywords and the operators that are words after a dash.

use super::token::Kind;
use crate::syntax::ast::{BinaryOperator as B, BlockKind, CaseRule, Comparison as C};

/// The words that mean something at the start of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyword {
    Assembly,
    Base,
    Begin,
    Break,
    Catch,
    Class,
    Clean,
    Command,
    Configuration,
    Continue,
    Data,
    Default,
    Define,
    Do,
    Dynamicparam,
    Else,
    ElseIf,
    End,
    Enum,
    Exit,
    Filter,
    Finally,
    For,
    Foreach,
    From,
    Function,
    Hidden,
    If,
    In,
    InlineScript,
    Interface,
    Module,
    Namespace,
    Parallel,
    Param,
    Private,
    Process,
    Public,
    Return,
    Sequence,
    Static,
    Switch,
    Throw,
    Trap,
    Try,
    Type,
    Until,
    Using,
    Var,
    While,
    Workflow,
}

/// Every keyword with its spelling, in alphabetical order.
const KEYWORDS: [(&str, Keyword); 51] = [
    ("assembly", Keyword::Assembly),
    ("base", Keyword::Base),
    ("begin", Keyword::Begin),
    ("break", Keyword::Break),
    ("catch", Keyword::Catch),
    ("class", Keyword::Class),
    ("clean", Keyword::Clean),
    ("command", Keyword::Command),
    ("configuration", Keyword::Configuration),
    ("continue", Keyword::Continue),
    ("data", Keyword::Data),
    ("default", Keyword::Default),
    ("define", Keyword::Define),
    ("do", Keyword::Do),
    ("dynamicparam", Keyword::Dynamicparam),
    ("else", Keyword::Else),
    ("elseif", Keyword::ElseIf),
    ("end", Keyword::End),
    ("enum", Keyword::Enum),
    ("exit", Keyword::Exit),
    ("filter", Keyword::Filter),
    ("finally", Keyword::Finally),
    ("for", Keyword::For),
    ("foreach", Keyword::Foreach),
    ("from", Keyword::From),
    ("function", Keyword::Function),
    ("hidden", Keyword::Hidden),
    ("if", Keyword::If),
    ("in", Keyword::In),
    ("inlinescript", Keyword::InlineScript),
    ("interface", Keyword::Interface),
    ("module", Keyword::Module),
    ("namespace", Keyword::Namespace),
    ("parallel", Keyword::Parallel),
    ("param", Keyword::Param),
    ("private", Keyword::Private),
    ("process", Keyword::Process),
    ("public", Keyword::Public),
    ("return", Keyword::Return),
    ("sequence", Keyword::Sequence),
    ("static", Keyword::Static),
    ("switch", Keyword::Switch),
    ("throw", Keyword::Throw),
    ("trap", Keyword::Trap),
    ("try", Keyword::Try),
    ("type", Keyword::Type),
    ("until", Keyword::Until),
    ("using", Keyword::Using),
    ("var", Keyword::Var),
    ("while", Keyword::While),
    ("workflow", Keyword::Workflow),
];

/// The longest keyword and operator.
const LONGEST: usize = 13;

/// Looks a word up in a table that is sorted by its lower-case words.
fn look_up<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    let mut buffer = [0; LONGEST];
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let found = table.binary_search_by(|(text, _)| text.as_bytes().cmp(lower)).ok()?;
    table.get(found).map(|(_, entry)| *entry)
}

/// The keyword that a word is, in any case of letters.
pub(crate) fn keyword(word: &str) -> Option<Keyword> {
    look_up(&KEYWORDS, word)
}

impl Keyword {
    /// The keyword in lower case.
    pub fn text(self) -> &'static str {
        KEYWORDS.get(self as usize).map_or("", |(text, _)| text)
    }

    /// The named block of a script block that it opens.
    pub fn block(self) -> Option<BlockKind> {
        Some(match self {
            Keyword::Begin => BlockKind::Begin,
            Keyword::Process => BlockKind::Process,
            Keyword::End => BlockKind::End,
            Keyword::Clean => BlockKind::Clean,
            Keyword::Dynamicparam => BlockKind::Dynamicparam,
            _ => return None,
        })
    }

    /// Whether the statement that it opens takes no attributes.
    pub fn refuses_attributes(self) -> bool {
        use Keyword as K;
        matches!(
            self,
            K::Break
                | K::Continue
                | K::Data
                | K::Define
                | K::Do
                | K::Exit
                | K::Filter
                | K::For
                | K::Foreach
                | K::From
                | K::Function
                | K::If
                | K::Return
                | K::Switch
                | K::Throw
                | K::Trap
                | K::Try
                | K::Using
                | K::Var
                | K::While
                | K::Workflow
                | K::Parallel
                | K::Sequence
                | K::InlineScript
        )
    }
}

const fn plain(comparison: C) -> Kind {
    Kind::Word(B::Compare(comparison, CaseRule::Insensitive))
}

const fn cased(comparison: C) -> Kind {
    Kind::Word(B::Compare(comparison, CaseRule::Sensitive))
}

/// The operators that are words, sorted.
const OPERATORS: [(&str, Kind); 63] = [
    ("and", Kind::Word(B::And)),
    ("as", Kind::Word(B::As)),
    ("band", Kind::Word(B::Band)),
    ("bnot", Kind::Bnot),
    ("bor", Kind::Word(B::Bor)),
    ("bxor", Kind::Word(B::Bxor)),
    ("ccontains", cased(C::Contains)),
    ("ceq", cased(C::Eq)),
    ("cge", cased(C::Ge)),
    ("cgt", cased(C::Gt)),
    ("cin", cased(C::In)),
    ("cle", cased(C::Le)),
    ("clike", cased(C::Like)),
    ("clt", cased(C::Lt)),
    ("cmatch", cased(C::Match)),
    ("cne", cased(C::Ne)),
    ("cnotcontains", cased(C::NotContains)),
    ("cnotin", cased(C::NotIn)),
    ("cnotlike", cased(C::NotLike)),
    ("cnotmatch", cased(C::NotMatch)),
    ("contains", plain(C::Contains)),
    ("creplace", cased(C::Replace)),
    ("csplit", cased(C::Split)),
    ("eq", plain(C::Eq)),
    ("f", Kind::Word(B::Format)),
    ("ge", plain(C::Ge)),
    ("gt", plain(C::Gt)),
    ("icontains", plain(C::Contains)),
    ("ieq", plain(C::Eq)),
    ("ige", plain(C::Ge)),
    ("igt", plain(C::Gt)),
    ("iin", plain(C::In)),
    ("ile", plain(C::Le)),
    ("ilike", plain(C::Like)),
    ("ilt", plain(C::Lt)),
    ("imatch", plain(C::Match)),
    ("in", plain(C::In)),
    ("ine", plain(C::Ne)),
    ("inotcontains", plain(C::NotContains)),
    ("inotin", plain(C::NotIn)),
    ("inotlike", plain(C::NotLike)),
    ("inotmatch", plain(C::NotMatch)),
    ("ireplace", plain(C::Replace)),
    ("is", Kind::Word(B::Is)),
    ("isnot", Kind::Word(B::IsNot)),
    ("isplit", plain(C::Split)),
    ("join", Kind::Word(B::Join)),
    ("le", plain(C::Le)),
    ("like", plain(C::Like)),
    ("lt", plain(C::Lt)),
    ("match", plain(C::Match)),
    ("ne", plain(C::Ne)),
    ("not", Kind::Not),
    ("notcontains", plain(C::NotContains)),
    ("notin", plain(C::NotIn)),
    ("notlike", plain(C::NotLike)),
    ("notmatch", plain(C::NotMatch)),
    ("or", Kind::Word(B::Or)),
    ("replace", plain(C::Replace)),
    ("shl", Kind::Word(B::Shl)),
    ("shr", Kind::Word(B::Shr)),
    ("split", plain(C::Split)),
    ("xor", Kind::Word(B::Xor)),
];

/// The operator that the word after a dash is, in any case of letters.
pub(crate) fn operator(word: &str) -> Option<Kind> {
    look_up(&OPERATORS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_agree_with_the_enum() {
        assert!(KEYWORDS.is_sorted_by_key(|(text, _)| *text));
        assert!(KEYWORDS.iter().enumerate().all(|(i, (_, keyword))| *keyword as usize == i));
        assert!(OPERATORS.is_sorted_by_key(|(text, _)| *text));
        assert_eq!(keyword("ForEach"), Some(Keyword::Foreach));
        assert_eq!(operator("INE"), Some(plain(C::Ne)));
    }
}
