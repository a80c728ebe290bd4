//! The server of the preview: HTTP on 127.0.0.1, from memory.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State as Extract};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::sync::watch::Sender;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use crate::diagnostics::json;
use crate::serve::about;
use crate::serve::preview::{Preview, State};

#[derive(Clone)]
struct Shared {
    preview: Arc<Preview>,
    news: Arc<Sender<()>>,
}

/// Answers requests until the process ends.
pub async fn serve(
    preview: Arc<Preview>,
    news: Arc<Sender<()>>,
    listener: std::net::TcpListener,
) -> anyhow::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new()
        .route("/-prospectus/reload.js", get(script))
        .route("/-prospectus/findings.json", get(findings))
        .route("/-prospectus/events", get(events))
        .route("/-prospectus/page/", get(page_in_view))
        .route("/-prospectus/page/{*path}", get(page_in_view))
        .fallback(get(file))
        .layer(from_fn(guard))
        .with_state(Shared { preview, news });
    axum::serve(listener, router).await?;
    Ok(())
}

/// Only this machine is answered: another host name may be an attack by DNS rebinding. What a preview shows may be drafts:
/// other sites in the browser cannot embed it.
async fn guard(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_this_machine(host) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    let mut response = next.run(request).await;
    for (name, value) in [("cross-origin-resource-policy", "same-origin"), ("x-content-type-options", "nosniff")] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether a `Host` names this machine, with or without a port.
fn is_this_machine(host: &str) -> bool {
    let (name, port) = match host.rfind(':') {
        Some(at) if !host.ends_with(']') => (&host[..at], &host[at + 1..]),
        _ => (host, "0"),
    };
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    is_port && ["localhost", "127.0.0.1", "[::1]"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

async fn script() -> Response {
    typed("text/javascript; charset=utf-8", Bytes::from_static(include_bytes!("reload.js")))
}

/// All findings, with how an editor opens a file.
async fn findings(Extract(shared): Extract<Shared>) -> Response {
    let mut document = json::document(&shared.preview.state().findings.all());
    document["editor"] = serde_json::json!(shared.preview.editor);
    document["root"] = serde_json::json!(shared.preview.site);
    typed("application/json", document.to_string())
}

/// What there is to know of the page at the address that follows.
async fn page_in_view(Extract(shared): Extract<Shared>, request: Request) -> Response {
    let raw = request.uri().path().strip_prefix("/-prospectus/page").unwrap_or_default().to_owned();
    let answer = tokio::task::spawn_blocking(move || {
        let state = shared.preview.state();
        let path = decoded(&raw);
        let path = below(&state.base_path, &path)?;
        let index = if path.ends_with(".html") { path.to_owned() } else { format!("{path}index.html") };
        let (about, reads) = state.files.about(&index).unwrap_or_default();
        let mut document = about::json(&about, &reads);
        document["changed"] = serde_json::json!(state.findings.changed_pages());
        Some(typed("application/json", document.to_string()))
    });
    answer.await.ok().flatten().unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// Tells of each build, and when all that it may find is known.
async fn events(Extract(shared): Extract<Shared>) -> impl IntoResponse {
    let news = WatchStream::new(shared.news.subscribe());
    let preview = shared.preview;
    let stream = news.map(move |()| {
        let state = preview.state();
        let told = serde_json::json!({ "build": state.number, "complete": state.findings.is_complete(), "statics": state.statics });
        Ok::<_, Infallible>(Event::default().data(told.to_string()))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// A file that is asked for is made on a thread of its own: meanwhile others are answered.
async fn file(Extract(shared): Extract<Shared>, request: Request) -> Response {
    let raw = request.uri().path().to_owned();
    let answer = tokio::task::spawn_blocking(move || {
        let state = shared.preview.state();
        Asked { preview: &shared.preview, state: &state }.answer(&raw)
    });
    answer.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// What files are asked of.
#[derive(Clone, Copy)]
struct Asked<'a> {
    preview: &'a Preview,
    state: &'a State,
}

impl Asked<'_> {
    fn file(self, path: &str) -> Option<Bytes> {
        self.preview.file(self.state, path)
    }

    fn answer(self, raw: &str) -> Response {
        let path = decoded(raw);
        let Some(path) = below(&self.state.base_path, &path) else { return outside(self.state, &path) };
        let is_folder = path.is_empty() || path.ends_with('/');
        if !is_folder && let Some(bytes) = self.file(path) {
            return self.page(path, &bytes);
        }
        let index = if is_folder { format!("{path}index.html") } else { format!("{path}/index.html") };
        match self.file(&index) {
            Some(bytes) if is_folder => self.page(&index, &bytes),
            Some(_) => redirect(&format!("/{}/", raw.trim_matches('/'))),
            None => self.not_found(path),
        }
    }

    /// The 404 page of the address's language, else the general one; where something is wrong with the page itself, or there was
    /// no good build yet, the findings alone.
    fn not_found(self, path: &str) -> Response {
        let own = path.split('/').next().map(|language| format!("{language}/404.html"));
        let found = own.and_then(|own| self.file(&own)).or_else(|| self.file("404.html"));
        let nothing = bare("There is no page here.");
        let mut response = self.page("404.html", found.as_ref().unwrap_or(&nothing));
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    }

    /// A page with the script of the preview at its end; other files as they are. Nothing is copied.
    fn page(self, path: &str, bytes: &Bytes) -> Response {
        if path.ends_with(".html") {
            with_script(self.state.number, bytes)
        } else {
            typed(media_type(path), bytes.clone())
        }
    }
}

/// The path of a file below the path of the site's address; `None` when it is not below it.
fn below<'a>(base: &str, path: &'a str) -> Option<&'a str> {
    path.strip_prefix(base)?.strip_prefix('/')
}

/// What lies beside the site on its host is not ours: only the way to the site is shown.
fn outside(state: &State, path: &str) -> Response {
    let home = format!("{}/", state.base_path);
    if path == "/" || path == state.base_path {
        return redirect(&home);
    }
    let words = format!("The site lies below <a href=\"{home}\">{home}</a>, the path of <code>base_url</code>.");
    let mut response = with_script(state.number, &bare(&words));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn redirect(to: &str) -> Response {
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response()
}

fn bare(words: &str) -> Bytes {
    let head = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Prospectus</title>";
    format!("{head}<body><p>{words}</p></body></html>").into()
}

/// A page with the script of the preview at its end, which is told of which build it is and what tells it from others: as a
/// whole, and apart from the style sheets that it links.
fn with_script(build: u64, bytes: &Bytes) -> Response {
    let end = bytes.windows(7).rposition(|window| window == b"</body>").unwrap_or(bytes.len());
    let (whole, rest) = fingerprints(bytes);
    let script = format!(
        "<script src=\"/-prospectus/reload.js\" data-build=\"{build}\" data-page=\"{whole:x}\" data-rest=\"{rest:x}\" defer></script>"
    );
    let parts = [bytes.slice(..end), Bytes::from(script), bytes.slice(end..)];
    let body = Body::from_stream(tokio_stream::iter(parts.map(Ok::<_, Infallible>)));
    typed("text/html; charset=utf-8", body)
}

/// Fingerprints of a page, and of what is left of it without links of style sheets.
fn fingerprints(bytes: &[u8]) -> (u64, u64) {
    const LINK: &[u8] = b"<link rel=\"stylesheet\"";
    let mut rest = DefaultHasher::new();
    let mut left = bytes;
    while let Some(at) = left.windows(LINK.len()).position(|window| window == LINK) {
        left[..at].hash(&mut rest);
        let end = left[at..].iter().position(|&byte| byte == b'>').map_or(left.len(), |end| at + end + 1);
        left = &left[end..];
    }
    left.hash(&mut rest);
    let mut whole = DefaultHasher::new();
    bytes.hash(&mut whole);
    (whole.finish(), rest.finish())
}

/// Media types of what sites hold (IANA), by the ending of the name.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "ttl" => "text/turtle; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "csv" => "text/csv; charset=utf-8",
        "ico" => "image/x-icon",
        "gif" => "image/gif",
        "webmanifest" => "application/manifest+json",
        "geojson" => "application/geo+json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn typed(kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// `%XX` in a path (RFC 3986).
fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_answered() {
        for host in ["localhost", "LOCALHOST:4000", "127.0.0.1:80", "[::1]", "[::1]:4000"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in
            ["", "evil.com", "localhost:evil.com", "127.0.0.1:80@evil.com", "localhost:", "x@localhost", "[::1]x"]
        {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
