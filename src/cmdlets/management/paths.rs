//! What the cmdlets that take paths share: `-Path`, `-LiteralPath`, and errors for those that are not there.

use crate::cmdlets::prelude::*;
use crate::provider::{self, Drive, Place};
use crate::syntax::ast::CaseRule;
use crate::text::Wildcard;

/// The places that the paths of a call stand for; each path that is not there is a non-terminating error.
pub fn existing(cx: &mut Cx, paths: &[Str], literal: bool) -> Outcome<Vec<Place>> {
    let mut found = Vec::new();
    for path in paths {
        match provider::existing(cx.session, path, literal) {
            Ok(places) => found.extend(places),
            Err(flow) => cx.report(flow)?,
        }
    }
    Ok(found)
}

/// The places that the paths of a call name, there or not.
pub fn named(cx: &mut Cx, paths: &[Str], literal: bool) -> Outcome<Vec<Place>> {
    let mut found = Vec::new();
    for path in paths {
        let places = match literal {
            true => provider::locate(cx.session, path).map(|place| vec![place]),
            false => provider::expand(cx.session, path),
        };
        match places {
            Ok(places) => found.extend(places),
            Err(flow) => cx.report(flow)?,
        }
    }
    Ok(found)
}

/// Keeps the places whose names fit `-Include` and do not fit `-Exclude`.
pub fn sifted(places: Vec<Place>, include: &[Str], exclude: &[Str]) -> Vec<Place> {
    if include.is_empty() && exclude.is_empty() {
        return places;
    }
    places.into_iter().filter(|place| passes(leaf(&place.path), include, exclude)).collect()
}

/// Whether a name fits one of the patterns to include and none of those to exclude.
pub fn passes(name: &str, include: &[Str], exclude: &[Str]) -> bool {
    (include.is_empty() || include.iter().any(|pattern| fits(pattern, name)))
        && !exclude.iter().any(|pattern| fits(pattern, name))
}

/// Whether a name fits a wildcard pattern; a broken pattern fits nothing.
pub fn fits(pattern: &str, name: &str) -> bool {
    Wildcard::new(pattern, CaseRule::Insensitive).is_ok_and(|wildcard| wildcard.is_match(name))
}

/// The last part of a path.
pub fn leaf(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

/// All but the last part of a path; the root for what lies in it.
pub fn parent(path: &str) -> Str {
    match path.trim_end_matches('/').rsplit_once('/') {
        Some(("", _)) => Str::from("/"),
        Some((parent, _)) => Str::from(parent),
        None => Str::default(),
    }
}

/// The paths given by `-Path` or by `-LiteralPath`, and whether they are literal.
pub fn given<'a>(path: &'a [Str], literal_path: &'a [Str]) -> (&'a [Str], bool) {
    if literal_path.is_empty() { (path, false) } else { (literal_path, true) }
}

/// Gives an object the notes that the provider adds to what its cmdlets write.
pub fn with_provider_notes(value: Value, place: &Place) -> Value {
    let target = match value.extra() {
        Some(_) => value,
        None => Value::Object(Rc::new(crate::value::PsObject::wrapping(value))),
    };
    let provider = format!("Microsoft.PowerShell.Core\\{}", place.drive.provider());
    let full = |path: &str| Value::from(format!("{provider}::{path}"));
    let notes = [
        ("PSPath", full(&place.path)),
        ("PSParentPath", full(&parent(&place.path))),
        ("PSChildName", Value::from(leaf(&place.path))),
        ("PSDrive", Value::from(place.drive.name())),
        ("PSProvider", Value::from(provider.clone())),
        ("PSIsContainer", Value::Bool(place.is_container())),
    ];
    if let Some(extra) = target.extra() {
        extra.change(|parts| {
            for (name, value) in notes {
                parts.members.set(Str::from(name), crate::value::Member::Note(value));
            }
        });
    }
    target
}

/// The drive of the current location.
pub fn current_drive(cx: &Cx) -> Drive {
    Drive::find(&cx.session.drive).unwrap_or(Drive::FileSystem)
}
