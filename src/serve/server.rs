//! The server of the preview: HTTP on 127.0.0.1, from memory.

use std::convert::Infallible;
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
use crate::serve::preview::{Preview, State};

#[derive(Clone)]
struct Shared {
    preview: Arc<Preview>,
    builds: Arc<Sender<u64>>,
}

/// Answers requests until the process ends.
pub async fn serve(
    preview: Arc<Preview>,
    builds: Arc<Sender<u64>>,
    listener: std::net::TcpListener,
) -> anyhow::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let router = Router::new()
        .route("/-prospectus/reload.js", get(script))
        .route("/-prospectus/findings.json", get(findings))
        .route("/-prospectus/events", get(events))
        .fallback(get(file))
        .layer(from_fn(guard))
        .with_state(Shared { preview, builds });
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

async fn findings(Extract(shared): Extract<Shared>) -> Response {
    typed("application/json", json::document(&shared.preview.state().diagnostics).to_string())
}

async fn events(Extract(shared): Extract<Shared>) -> impl IntoResponse {
    let numbers = WatchStream::new(shared.builds.subscribe());
    let preview = shared.preview;
    let stream = numbers.map(move |_| Ok::<_, Infallible>(Event::default().data(preview.state().number.to_string())));
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn file(Extract(shared): Extract<Shared>, request: Request) -> Response {
    let state = shared.preview.state();
    let raw = request.uri().path();
    let path = decoded(raw);
    let Some(path) = below(&state.base_path, &path) else { return outside(&state, &path) };
    let (asked, of) = (path.to_owned(), state.clone());
    // What is made for the first one who asks takes a moment, in which others are answered.
    let found = tokio::task::spawn_blocking(move || of.file(&asked)).await.unwrap_or_default();
    if let Some(bytes) = found {
        return page(path, &bytes);
    }
    if let Some(order) = state.images.get(path).cloned() {
        let preview = shared.preview.clone();
        let encoded = tokio::task::spawn_blocking(move || preview.image(&order)).await.ok().flatten();
        return match encoded {
            Some(bytes) => typed(media_type(path), bytes),
            None => StatusCode::NOT_FOUND.into_response(),
        };
    }
    let is_folder = path.is_empty() || path.ends_with('/');
    let index = if is_folder { format!("{path}index.html") } else { format!("{path}/index.html") };
    match state.files.get(&index) {
        Some(bytes) if is_folder => page(&index, bytes),
        Some(_) => redirect(&format!("/{}/", raw.trim_matches('/'))),
        None => not_found(&state, path),
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
    let mut response = page("404.html", &bare(&words));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn redirect(to: &str) -> Response {
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response()
}

/// The 404 page of the address's language, else the general one, else, before the first good build, the findings alone.
fn not_found(state: &State, path: &str) -> Response {
    let own = path.split('/').next().map(|language| format!("{language}/404.html"));
    let found = own.and_then(|own| state.files.get(&own)).or_else(|| state.files.get("404.html"));
    let nothing = bare("There is no page here.");
    let mut response = page("404.html", found.unwrap_or(&nothing));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn bare(words: &str) -> Bytes {
    let head = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Prospectus</title>";
    format!("{head}<body><p>{words}</p></body></html>").into()
}

/// A page with the script of the preview at its end; other files as they are. Nothing is copied.
fn page(path: &str, bytes: &Bytes) -> Response {
    if !path.ends_with(".html") {
        return typed(media_type(path), bytes.clone());
    }
    const SCRIPT: Bytes = Bytes::from_static(b"<script src=\"/-prospectus/reload.js\" defer></script>");
    let end = bytes.windows(7).rposition(|window| window == b"</body>").unwrap_or(bytes.len());
    let parts = [bytes.slice(..end), SCRIPT, bytes.slice(end..)];
    let body = Body::from_stream(tokio_stream::iter(parts.map(Ok::<_, Infallible>)));
    typed("text/html; charset=utf-8", body)
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
