import { subscribe } from 'node:diagnostics_channel';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { routes } from '@/lib/outputs/registry';
import { TOPOLOGY_CSS } from '@/lib/outputs/topology/topology-svg';
import { DATA_POLICY, pagePolicy, SECURITY_HEADERS } from './security-headers';

/** The paths that serve data, not a page. */
const DATA_PATHS: ReadonlySet<string> = new Set([
  ...routes.map(({ file }) => `/${file.name}`),
  '/healthz',
]);

/**
 * Puts the security headers on every response before Next makes it, whatever Next then does with the request: page,
 * script, route, 404, 400 or 500.
 * @param folders where the build left the prerendered pages. Their inline scripts are hashed from the very bytes that
 *   are served, so the policy can never be that of another build.
 */
export function addSecurityHeaders(folders: readonly string[]): void {
  const policy = policyOf(folders.flatMap(prerenderedPages));
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }; // what Node documents for this channel
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const [target = ''] = (request.url ?? '').split('?', 1);
    response.setHeader('Content-Security-Policy', DATA_PATHS.has(target) ? DATA_POLICY : policy);
  });
}

/**
 * A prerendered page with its policy inside, for servers that do not send our headers. A policy inside a page cannot say
 * who may frame it.
 */
export function addPolicy(html: string): string {
  const policy = policyOf([html]).replace(/; frame-ancestors[^;]*/, '');
  const metas =
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>` +
    '<meta name="referrer" content="no-referrer"/>';
  const withPolicy = html.replace('<head>', () => `<head>${metas}`);
  if (withPolicy === html) throw new Error('The page has no head to put its policy in.');
  return withPolicy;
}

/** The one inline style of the page is that of the picture. */
const policyOf = (pages: readonly string[]) => pagePolicy(pages, [TOPOLOGY_CSS]);

function prerenderedPages(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
