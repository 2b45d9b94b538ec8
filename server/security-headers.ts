import { createHash } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { routes } from '@/lib/outputs/registry';
import { TOPOLOGY_CSS } from '@/lib/outputs/topology/topology-svg';

/** What no page of this server asks for, and so no script in it, of whatever origin, may ask for either. */
const REFUSED_FEATURES = [
  ...['accelerometer', 'autoplay', 'camera', 'clipboard-read', 'display-capture', 'fullscreen'],
  ...['encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock'],
  ...['publickey-credentials-get', 'serial', 'storage-access', 'usb', 'window-management'],
  'xr-spatial-tracking',
].map((feature) => `${feature}=()`);

/** On every response. `clipboard-write` alone is kept, for this origin only: the buttons that copy need it. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': [...REFUSED_FEATURES, 'clipboard-write=(self)'].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** A browser that shows data as a page lets it do nothing. Any page may read it. */
const OF_DATA = {
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** The paths that serve data, not a page. */
const DATA_PATHS = new Set(['/healthz', ...routes.map(({ file }) => `/${file.name}`)]);

/**
 * Puts the security headers on every response before Next makes it, whatever Next then does with the request: page,
 * script, route, 404, 400 or 500.
 * @param folder where the build left the prerendered pages. Their inline scripts are hashed from the very bytes that
 *   are served, so the policy can never be that of another build.
 */
export function addSecurityHeaders(folder: string): void {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const html = pages.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const ofPage = {
    'Content-Security-Policy': pagePolicy(html),
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }; // what Node documents for this channel
    const [, asked = ''] = /^(?:https?:\/\/[^/?]*)?([^?]*)/i.exec(request.url ?? '') ?? [];
    const headers = { ...SECURITY_HEADERS, ...(DATA_PATHS.has(asked) ? OF_DATA : ofPage) };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  });
}

/**
 * Content-Security-Policy of a page: scripts and styles of this origin, the inline ones of these pages named by their
 * hashes, inline pictures; and nothing else. No request can leave the page once it has loaded.
 * @param pages prerendered
 */
function pagePolicy(pages: readonly string[]): string {
  const hashes = (texts: Iterable<string>) =>
    [...new Set(texts)]
      .map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join('');
  const scripts = pages.flatMap((html) =>
    [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, text = '']) => text,
    ),
  );
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(scripts)}`,
    `style-src 'self'${hashes([TOPOLOGY_CSS])}`, // the style inside the picture
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * A prerendered page with its policy inside, for servers that do not send our headers. A policy inside a page cannot say
 * who may frame it.
 */
export function addPolicy(html: string): string {
  const policy = pagePolicy([html]).replace(/; frame-ancestors[^;]*/, '');
  const metas =
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>` +
    '<meta name="referrer" content="no-referrer"/>';
  const withPolicy = html.replace('<head>', () => `<head>${metas}`);
  if (withPolicy === html) throw new Error('The page has no head to put its policy in.');
  return withPolicy;
}
