//! Templates rendered into a writer that they cannot fill without end.

use std::io::{self, Write};

use tera::{Context, Error, Tera, TeraResult};

/// Bytes that a template may write: more than any page that somebody reads. A template that repeats itself without end is
/// stopped by it as long as it writes.
const MOST: usize = 64 * 1024 * 1024;

/// What a template writes.
///
/// # Errors
///
/// Those of Tera, and one when it comes to no end.
pub fn rendered(tera: &Tera, template: &str, context: &Context) -> TeraResult<Vec<u8>> {
    let mut written = Bounded { bytes: Vec::with_capacity(16 * 1024), is_full: false };
    let result = tera.render_to(template, context, &mut written);
    if written.is_full {
        return Err(Error::message("the template writes more than 64 MB: does it repeat itself without end?"));
    }
    result.map(|()| written.bytes)
}

struct Bounded {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MOST {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
