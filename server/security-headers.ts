import { createHash } from 'node:crypto';

/** What no page of this server asks for, and so no script in it, of whatever origin, may ask for either. */
const REFUSED_FEATURES = [
  ...['accelerometer', 'autoplay', 'camera', 'clipboard-read', 'display-capture', 'fullscreen'],
  ...['encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock'],
  ...['publickey-credentials-get', 'serial', 'storage-access', 'usb', 'window-management'],
  'xr-spatial-tracking',
];

/**
 * On every response of the server, whatever it is. `clipboard-write` alone is kept, for this origin only: the buttons
 * that copy need it.
 */
export const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': [
    ...REFUSED_FEATURES.map((feature) => `${feature}=()`),
    'clipboard-write=(self)',
  ].join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Content-Security-Policy of data. A browser that shows it as a page lets it do nothing. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Content-Security-Policy of a page: scripts and styles of this origin and the inline ones given here, named by their
 * hashes; inline pictures; and nothing else. No request can leave the page once it has loaded.
 * @param html the prerendered pages whose inline scripts may run
 * @param styles the texts of inline style elements
 */
export function pagePolicy(html: readonly string[], styles: readonly string[]): string {
  const inline = (texts: readonly string[]) =>
    [...new Set(texts)]
      .map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join('');
  return [
    "default-src 'none'",
    `script-src 'self'${inline(html.flatMap(inlineScripts))}`,
    `style-src 'self'${inline(styles)}`,
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The texts of a page's inline scripts, as a browser hashes them. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => text,
  );
}
