//! Reading URIs.

use super::escape;
use std::net::Ipv6Addr;

/// What sort of name the host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostKind {
    Unknown = 0,
    Basic = 1,
    Dns = 2,
    V4 = 3,
    V6 = 4,
}

/// What precedes the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `scheme://authority`
    Authority,
    /// `mailto:`, whose host is that of the address.
    Mail,
    /// `urn:`
    Opaque,
    /// `C:/folder`
    Drive,
    /// `\\server\share`
    Share,
}

/// The parts of an absolute URI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub scheme: String,
    pub shape: Shape,
    pub user: String,
    /// As it is shown; an address of version 6 in brackets.
    pub host: String,
    pub kind: HostKind,
    pub port: Option<u16>,
    /// In its escaped form.
    pub path: String,
    /// With the question mark.
    pub query: String,
    /// With the number sign.
    pub fragment: String,
}

/// Why a text is no absolute URI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    Empty,
    /// There is no scheme, so that it may be a relative one.
    NoScheme,
    BadScheme,
    /// The scheme needs a host and none follows, so that it may be a relative one.
    NoAuthority,
    BadHost,
    BadPort,
    BadDrive,
}

impl Problem {
    pub(super) fn message(self) -> &'static str {
        match self {
            Problem::Empty => "Invalid URI: The URI is empty.",
            Problem::NoScheme => "Invalid URI: The format of the URI could not be determined.",
            Problem::BadScheme => "Invalid URI: The URI scheme is not valid.",
            Problem::NoAuthority => "Invalid URI: The Authority/Host could not be parsed.",
            Problem::BadHost => "Invalid URI: The hostname could not be parsed.",
            Problem::BadPort => "Invalid URI: Invalid port specified.",
            Problem::BadDrive => "Invalid URI: A Dos path must be rooted, for example, 'c:\\\\'.",
        }
    }

    /// Whether the text can still be a relative URI.
    pub(super) fn allows_relative(self) -> bool {
        matches!(self, Problem::Empty | Problem::NoScheme | Problem::BadScheme | Problem::NoAuthority)
    }
}

/// The port that a scheme stands for.
pub(super) fn default_port(scheme: &str) -> Option<u16> {
    Some(match scheme {
        "http" | "ws" => 80,
        "https" | "wss" => 443,
        "ftp" => 21,
        "gopher" => 70,
        "nntp" => 119,
        "telnet" => 23,
        "ldap" => 389,
        "mailto" => 25,
        "net.tcp" => 808,
        _ => return None,
    })
}

/// Schemes that are nothing without a host.
fn needs_host(scheme: &str) -> bool {
    matches!(
        scheme,
        "http" | "https" | "ws" | "wss" | "ftp" | "gopher" | "nntp" | "telnet" | "ldap" | "net.tcp" | "net.pipe"
    )
}

/// Whether a text is the name of a scheme.
pub(super) fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Reads an absolute URI; `file_paths` says whether `/path` is one as well.
pub(super) fn parse(text: &str, file_paths: bool) -> Result<Parts, Problem> {
    let text = text.trim_matches([' ', '\t', '\r', '\n']);
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    if let Some(share) = text.strip_prefix(r"\\") {
        return parse_authority("file", &share.replace('\\', "/"), Shape::Share);
    }
    if text.starts_with('/') {
        if !file_paths || text.starts_with("//") {
            return Err(Problem::NoScheme);
        }
        return Ok(file(Shape::Authority, text, false));
    }
    let Some((scheme, rest)) = text.split_once(':') else { return Err(Problem::NoScheme) };
    if scheme.len() == 1 && is_scheme(scheme) {
        if !rest.starts_with(['/', '\\']) {
            return Err(Problem::BadDrive);
        }
        return Ok(file(Shape::Drive, text, true));
    }
    if scheme.is_empty() || scheme.contains(['/', '?', '#', '\\']) {
        return Err(Problem::NoScheme);
    }
    if !is_scheme(scheme) {
        return Err(Problem::BadScheme);
    }
    let scheme = scheme.to_ascii_lowercase();
    if scheme == "mailto" {
        return parse_mail(rest);
    }
    if scheme == "file" {
        return parse_file(rest);
    }
    match rest.strip_prefix("//") {
        Some(rest) => parse_authority(&scheme, rest, Shape::Authority),
        None if needs_host(&scheme) && rest.starts_with(r"\\") => Err(Problem::BadHost),
        None if needs_host(&scheme) => Err(Problem::NoAuthority),
        None => Ok(parse_opaque(scheme, rest)),
    }
}

/// The path, the query and the fragment, each still as it is written.
fn split(text: &str) -> (&str, &str, &str) {
    let (rest, fragment) = text.split_at(text.find('#').unwrap_or(text.len()));
    let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
    (path, query, fragment)
}

fn parse_opaque(scheme: String, rest: &str) -> Parts {
    let (path, query, fragment) = split(rest);
    Parts {
        scheme,
        shape: Shape::Opaque,
        user: String::new(),
        host: String::new(),
        kind: HostKind::Unknown,
        port: None,
        path: escape::canonical(path),
        query: escape::canonical(query),
        fragment: escape::canonical(fragment),
    }
}

fn parse_mail(rest: &str) -> Result<Parts, Problem> {
    let (address, query, fragment) = split(rest);
    let (user, host) = address.rsplit_once('@').ok_or(Problem::BadHost)?;
    let (host, kind) = host_of(host)?;
    Ok(Parts {
        scheme: "mailto".into(),
        shape: Shape::Mail,
        user: user.to_string(),
        host,
        kind,
        port: None,
        path: String::new(),
        query: escape::canonical(query),
        fragment: escape::canonical(fragment),
    })
}

/// A path of the file system; queries and fragments have no meaning there unless it is written as a URI.
fn file(shape: Shape, path: &str, is_uri: bool) -> Parts {
    let (path, query, fragment) = if is_uri { split(path) } else { (path, "", "") };
    let path = path.replace('\\', "/");
    let path = match (shape, path.split_once(':')) {
        (Shape::Drive, Some((drive, rest))) => format!("{drive}:{}", without_dots(&escape::canonical(rest))),
        _ => without_dots(&escape::canonical(&path)),
    };
    Parts {
        scheme: "file".into(),
        shape,
        user: String::new(),
        host: String::new(),
        kind: HostKind::Basic,
        port: None,
        path,
        query: escape::canonical(query),
        fragment: escape::canonical(fragment),
    }
}

fn parse_file(rest: &str) -> Result<Parts, Problem> {
    let Some(rest) = rest.strip_prefix("//") else { return Err(Problem::NoAuthority) };
    let Some(path) = rest.strip_prefix('/') else { return parse_authority("file", rest, Shape::Share) };
    let is_drive = path.get(1..2) == Some(":") && path.starts_with(|c: char| c.is_ascii_alphabetic());
    match is_drive {
        true => Ok(file(Shape::Drive, path, true)),
        false => Ok(file(Shape::Authority, rest, true)),
    }
}

fn parse_authority(scheme: &str, rest: &str, shape: Shape) -> Result<Parts, Problem> {
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (host, port) = split_port(host)?;
    if host.is_empty() && (needs_host(scheme) || shape == Shape::Share) {
        return Err(Problem::BadHost);
    }
    let (host, kind) = if host.is_empty() { (String::new(), HostKind::Basic) } else { host_of(host)? };
    let (path, query, fragment) = split(tail);
    let path = if path.is_empty() { "/".to_string() } else { path.replace('\\', "/") };
    Ok(Parts {
        scheme: scheme.to_string(),
        shape,
        user: user.to_string(),
        host,
        kind,
        port: port.filter(|port| Some(*port) != default_port(scheme)),
        path: without_dots(&escape::canonical(&path)),
        query: escape::canonical(query),
        fragment: escape::canonical(fragment),
    })
}

fn split_port(host: &str) -> Result<(&str, Option<u16>), Problem> {
    if host.starts_with('[') {
        let end = host.find(']').ok_or(Problem::BadHost)?;
        let (address, rest) = host.split_at(end + 1);
        return match rest.strip_prefix(':') {
            Some(port) => Ok((address, port_of(port)?)),
            None if rest.is_empty() => Ok((address, None)),
            None => Err(Problem::BadHost),
        };
    }
    match host.split_once(':') {
        Some((host, port)) => Ok((host, port_of(port)?)),
        None => Ok((host, None)),
    }
}

fn port_of(text: &str) -> Result<Option<u16>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    if !text.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(Problem::BadPort);
    }
    text.parse().map(Some).map_err(|_| Problem::BadPort)
}

/// A host as it is shown, and what sort of name it is.
pub(super) fn host_of(text: &str) -> Result<(String, HostKind), Problem> {
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let address = inside.split('%').next().unwrap_or(inside);
        let address: Ipv6Addr = address.parse().map_err(|_| Problem::BadHost)?;
        return Ok((format!("[{address}]"), HostKind::V6));
    }
    if let Some(address) = crate::types::net::address::parse_v4(text) {
        return Ok((address.to_string(), HostKind::V4));
    }
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || !c.is_ascii();
    let name = text.strip_suffix('.').unwrap_or(text);
    if name.is_empty() || !text.chars().all(allowed) || name.split('.').any(str::is_empty) {
        return Err(Problem::BadHost);
    }
    let is_dns = name.split('.').all(|label| !label.starts_with('-') && !label.ends_with('-') && label.len() < 64);
    Ok((text.to_lowercase(), if is_dns { HostKind::Dns } else { HostKind::Basic }))
}

/// A path without `.` and `..`.
pub(super) fn without_dots(path: &str) -> String {
    if !path.contains('.') {
        return path.to_string();
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            other => {
                kept.push(other);
                continue;
            }
        }
        if is_last {
            kept.push("");
        }
    }
    format!("/{}", kept.join("/"))
}

/// The parts of a relative URI seen from a base.
pub(super) fn combine(base: &Parts, relative: &str) -> Result<Parts, Problem> {
    let relative = relative.trim();
    let own = relative.strip_prefix(&base.scheme).and_then(|rest| rest.strip_prefix(':'));
    let relative = own.filter(|rest| !rest.starts_with("//")).unwrap_or(relative);
    match parse(relative, false) {
        Ok(parts) => return Ok(parts),
        Err(problem) if !problem.allows_relative() => return Err(problem),
        Err(_) => {}
    }
    if let Some(rest) = relative.strip_prefix("//") {
        return parse_authority(&base.scheme, rest, Shape::Authority);
    }
    let (path, query, fragment) = split(relative);
    let fragment = escape::canonical(fragment);
    if path.is_empty() {
        let query = if query.is_empty() { base.query.clone() } else { escape::canonical(query) };
        return Ok(Parts { query, fragment, ..base.clone() });
    }
    let path = escape::canonical(&path.replace('\\', "/"));
    let path = match path.starts_with('/') {
        true => path,
        false => {
            let folder = base.path.rfind('/').map_or("/", |at| base.path.get(..=at).unwrap_or("/"));
            format!("{folder}{path}")
        }
    };
    Ok(Parts { path: without_dots(&path), query: escape::canonical(query), fragment, ..base.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_worked_out_and_the_port_of_the_scheme_is_left_out() {
        let parts = parse("HTTP://Example.COM:80/A/../b/./c?q=1#f", false).expect("it is valid");
        assert_eq!((parts.host.as_str(), parts.port, parts.path.as_str()), ("example.com", None, "/b/c"));
        assert_eq!((parts.query.as_str(), parts.fragment.as_str()), ("?q=1", "#f"));
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        assert_eq!(parse("http://h:99999/", false), Err(Problem::BadPort));
        assert_eq!(parse("http:///x", false), Err(Problem::BadHost));
        assert_eq!(parse("a:b", false), Err(Problem::BadDrive));
        assert_eq!(parse("x/y", false), Err(Problem::NoScheme));
    }

    #[test]
    fn a_relative_reference_starts_from_the_folder_of_the_base() {
        let base = parse("http://a/b/c/d;p?q", false).expect("it is valid");
        for (relative, path) in [("g", "/b/c/g"), ("../../../g", "/g"), (".", "/b/c/"), ("g;x=1/../y", "/b/c/y")] {
            assert_eq!(combine(&base, relative).map(|parts| parts.path), Ok(path.to_string()));
        }
    }
}
