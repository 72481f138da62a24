//! The names of users and groups, and who the process runs as.

use std::os::unix::fs::MetadataExt;

/// The name of a user id; the number itself where it has none.
pub fn user_name(id: u32) -> String {
    name_in("/etc/passwd", id)
}

/// The name of a group id; the number itself where it has none.
pub fn group_name(id: u32) -> String {
    name_in("/etc/group", id)
}

/// The user and the group that the process runs as.
pub fn process_ids() -> (u32, u32) {
    std::fs::metadata("/proc/self").map_or((0, 0), |facts| (facts.uid(), facts.gid()))
}

/// Both files hold a line `name:x:id:…` for each.
fn name_in(file: &str, id: u32) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let number = id.to_string();
    text.lines()
        .find_map(|line| {
            let mut parts = line.split(':');
            let name = parts.next()?;
            (parts.nth(1)? == number).then(|| name.to_string())
        })
        .unwrap_or(number)
}
