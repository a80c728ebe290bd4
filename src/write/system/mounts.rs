//! The mount points of the system, where it has a table of them.

use std::path::{Path, PathBuf};

/// All mount points.
#[cfg(target_os = "linux")]
pub fn all() -> Vec<PathBuf> {
    let table = std::fs::read("/proc/self/mountinfo").unwrap_or_default();
    let points = table.split(|byte| *byte == b'\n').filter_map(|line| line.split(|byte| *byte == b' ').nth(4));
    points.map(unescaped).collect()
}

/// There is no such table that is read here.
#[cfg(not(target_os = "linux"))]
pub fn all() -> Vec<PathBuf> {
    Vec::new()
}

/// Whether something is mounted at a path, also of the same device.
#[cfg(target_os = "linux")]
pub fn is_one(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags};
    use rustix::io::Errno;
    let root = StatxAttributes::MOUNT_ROOT;
    match rustix::fs::statx(CWD, path, AtFlags::empty(), StatxFlags::empty()) {
        Ok(there) if there.stx_attributes_mask.contains(root) => there.stx_attributes.contains(root),
        Err(Errno::NOENT | Errno::NOTDIR) => false,
        // Before Linux 5.8 the table alone tells; it may be long.
        _ => all().iter().any(|mount| mount == path),
    }
}

/// Another device is all that tells it here.
#[cfg(not(target_os = "linux"))]
pub fn is_one(_: &Path) -> bool {
    false
}

/// The kernel writes blanks and the like in a path as a backslash and three octal digits.
#[cfg(target_os = "linux")]
fn unescaped(point: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(point.len());
    let mut rest = point;
    while let Some((first, after)) = rest.split_first() {
        let octal = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok();
        match (first, after.get(..3).and_then(octal)) {
            (b'\\', Some(byte)) => {
                bytes.push(byte);
                rest = &after[3..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes))
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt as _;

    #[test]
    fn mount_points_are_read_as_the_kernel_writes_them() {
        assert_eq!(unescaped(br"/srv/my\040site\134x"), Path::new("/srv/my site\\x"));
        assert_eq!(unescaped(br"/a\9"), Path::new("/a\\9"));
        assert_eq!(unescaped("/ä".as_bytes()).as_os_str().as_bytes(), "/ä".as_bytes());
    }
}
