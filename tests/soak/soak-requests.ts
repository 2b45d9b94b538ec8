import { hostileRequests } from '../http/hostile-queries';

const ROUTES = [
  ...['/values-large.yaml', '/values-large.json', '/values-large.schema.json', '/PREFLIGHT.md'],
  ...['/recommend.k6.js', '/bundle.zip', '/', '/healthz'],
];

/** Paths and headers that have made this or another server stumble. */
const ODD_TARGETS = [
  ...['/%', '/%ff', '/%00', '//example.com', '/..%2f..%2fetc/passwd', '/_next/static/../../etc'],
  ...['/_next/image?url=%2Ficon.svg&w=64&q=75', '/_next/data/x/index.json', '/index.html', '/api'],
  ...[`/${'a'.repeat(4000)}`, '/_not-found', '/favicon.ico', '/?__proto__=1', '/index.rsc', '*'],
];

const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { RSC: '1' },
  { RSC: '1', 'Next-Router-State-Tree': '%zz' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'Next-Action': 'x'.repeat(40), 'Content-Type': 'text/plain;charset=UTF-8' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware' },
  { 'x-query-as-sent': 'a=1', 'x-forwarded-host': 'example.com', 'x-matched-path': '/x' },
  { 'x-nextjs-data': '1', 'x-invoke-status': '500', 'x-invoke-path': '/_error' },
  { 'If-None-Match': '*', Range: 'bytes=0-1', 'Accept-Encoding': 'br;q=9' },
  { Expect: '100-continue', 'Content-Type': 'multipart/form-data' },
];

/** What no HTTP client can put into a request line is escaped; all else is left as broken as it is. */
const sendable = (query: string) =>
  query.replace(/[^\x21-\x7e]/gu, (one) => encodeURIComponent(one.replace(/\p{Cs}/gu, '\ufffd')));

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Valid, invalid and hostile requests in turn, always the same ones for the same seed. */
export function soakRequests(count: number, seed: number): Asked[] {
  return hostileRequests(count, seed).map(({ method, query, ifNoneMatch }, index) => {
    const route = ROUTES[index % ROUTES.length] ?? '/';
    const odd = ODD_TARGETS[Math.floor(index / 7) % ODD_TARGETS.length] ?? '/';
    const headers = ODD_HEADERS[Math.floor(index / 5) % ODD_HEADERS.length] ?? {};
    const valid = `${route}?v=1&api.autoscaling.minReplicas=${1 + (index % 50)}&eventbus.backend=kinesis`;
    if (index % 5 === 0) return { method: 'GET', path: odd, headers: {} };
    if (index % 5 === 1) return { method: index % 2 ? 'GET' : 'POST', path: route, headers };
    if (index % 5 === 2) return { method: 'GET', path: valid, headers: {} };
    const known = method === 'BREW' ? 'TRACE' : method;
    const tag = ifNoneMatch ? { 'If-None-Match': ifNoneMatch } : {};
    return { method: known, path: `${route}?${sendable(query)}`, headers: { ...tag } };
  });
}
