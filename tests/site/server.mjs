//! Server: a folder served as a plain static host serves it, with the strictest sensible policy.
//!
//! `index.html` for folders, a redirect to the final slash, `404.html` with status 404, types by ending.
//! The site stands under the path of its base URL, as it will when published.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const POLICY = "default-src 'self'";
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** Serves `folder` below `path` on a free port; returns `{origin, close}`. */
export async function serve(folder, path = '') {
  const server = createServer((request, response) => answer(folder, path, request, response));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

function answer(folder, path, request, response) {
  const found = find(folder, path, request.url.split('?')[0]);
  if (found.redirect) {
    response.writeHead(301, { location: found.redirect }).end();
    return;
  }
  const file = found.file ?? join(folder, '404.html');
  const headers = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' };
  if (kind(file) !== 'file') {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('not found');
    return;
  }
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(found.file ? 200 : 404, { ...headers, 'content-type': type });
  createReadStream(file).pipe(response);
}

function find(folder, path, address) {
  let decoded;
  try {
    decoded = normalize(decodeURIComponent(address));
  } catch {
    return {};
  }
  if (decoded.includes('\0') || !(decoded + '/').startsWith(path + '/')) return {};
  const file = join(folder, decoded.slice(path.length));
  if (kind(file) === 'file') return { file };
  if (kind(join(file, 'index.html')) !== 'file') return {};
  return address.endsWith('/') ? { file: join(file, 'index.html') } : { redirect: `${address}/` };
}

function kind(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) return 'none';
  return status.isFile() ? 'file' : 'folder';
}
