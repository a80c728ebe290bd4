//! The server of the preview: HTTP on 127.0.0.1, from memory.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Extract};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::watch::Sender;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use crate::diagnostics::json;
use crate::serve::{Preview, State};

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
        .fallback(file)
        .layer(from_fn(local_only))
        .with_state(Shared { preview, builds });
    axum::serve(listener, router).await?;
    Ok(())
}

/// Only this machine is answered: another host name may be an attack by DNS rebinding.
async fn local_only(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.ends_with(']') { host } else { name });
    match name {
        "localhost" | "127.0.0.1" | "[::1]" => next.run(request).await,
        _ => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}

async fn script() -> Response {
    typed("text/javascript; charset=utf-8", include_bytes!("reload.js").to_vec())
}

async fn findings(Extract(shared): Extract<Shared>) -> Response {
    typed("application/json", json::document(&shared.preview.state().diagnostics).to_string().into_bytes())
}

async fn events(Extract(shared): Extract<Shared>) -> impl IntoResponse {
    let numbers = WatchStream::new(shared.builds.subscribe());
    let preview = shared.preview;
    let stream = numbers.map(move |_| Ok::<_, Infallible>(Event::default().data(preview.state().number.to_string())));
    Sse::new(stream).keep_alive(KeepAlive::default())
}

async fn file(Extract(shared): Extract<Shared>, request: Request) -> Response {
    let state = shared.preview.state();
    let path = decoded(request.uri().path());
    let path = path.trim_start_matches('/');
    if let Some(bytes) = state.files.get(path) {
        return page(path, bytes);
    }
    let index =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { format!("{path}/index.html") };
    match state.files.get(&index) {
        Some(bytes) if path.is_empty() || path.ends_with('/') => page(&index, bytes),
        Some(_) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, format!("/{path}/"))]).into_response(),
        None => not_found(&state, path),
    }
}

/// The 404 page of the address's language, else the general one, else, before the first good build, the findings alone.
fn not_found(state: &State, path: &str) -> Response {
    let own = path.split('/').next().map(|language| format!("{language}/404.html"));
    let found = own.and_then(|own| state.files.get(&own)).or_else(|| state.files.get("404.html"));
    let nothing =
        b"<!doctype html><meta charset=\"utf-8\"><title>Prospectus</title><body><p>There is no page here.</p></body>"
            .to_vec();
    let mut response = page("404.html", found.unwrap_or(&nothing));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn page(path: &str, bytes: &[u8]) -> Response {
    if !path.ends_with(".html") {
        return typed(media_type(path), bytes.to_vec());
    }
    const SCRIPT: &[u8] = b"<script src=\"/-prospectus/reload.js\" defer></script>";
    let mut html = bytes.to_vec();
    let end = html.windows(7).rposition(|window| window == b"</body>").unwrap_or(html.len());
    html.splice(end..end, SCRIPT.iter().copied());
    typed("text/html; charset=utf-8", html)
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
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn typed(kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// `%XX` in a path (RFC 3986).
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (byte, hex) {
            (b'%', Some(decoded)) => {
                bytes.push(decoded);
                rest = &after[2..];
            }
            _ => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
