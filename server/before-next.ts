import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Carries the query as it was sent past Next. Whatever a client puts there itself is overwritten. */
export const QUERY_AS_SENT = 'x-query-as-sent';

/** Methods that Next hands to a route. Of the others TRACE makes it fail with a 500 and the rest give a bare 400. */
const ROUTABLE = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Reads every request before Next does, on Node's own channel, and keeps what Next would lose. Next reads the query
 * into an object and writes it again: a parameter `__proto__` or `nxtP…` is gone by then, and a broken `%zz` fixed, so
 * a file would be made from a part of the query. And a method that Next does not know never reaches a route, so it is
 * called one that the routes refuse. A target that is no path (`*`) would make Next fail with a 500; as a path it is
 * one that does not exist. Answers behind an encoded `#` are part of a path, in which Next makes one slash of two.
 * There are no server actions and nothing reads a body: asked for an action, by its header or by a form, Next would
 * write an error into the log.
 */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }; // what Node documents for this channel
    request.headers[QUERY_AS_SENT] = queryOf(request.url ?? '');
    if (request.url && !/^(?:\/|https?:)/i.test(request.url)) request.url = `/${request.url}`;
    if (request.url) request.url = keepSlashes(request.url);
    delete request.headers['next-action'];
    delete request.headers['content-type'];
    if (!ROUTABLE.includes(request.method ?? '')) request.method = 'OPTIONS';
  });
}

/** The query of a request target, without `?` and without a fragment, which only odd clients send. */
export function queryOf(target: string): string {
  const [withoutFragment = ''] = target.split('#', 1);
  const at = withoutFragment.indexOf('?');
  return at === -1 ? '' : withoutFragment.slice(at + 1);
}

/** Encodes what Next would change in a path behind an encoded `#`: there it is part of an answer (`https://…`). */
function keepSlashes(target: string): string {
  const [, before = '', answers = '', query = ''] =
    /^([^?#]*?%(?:25)*23)([^?#]*)(.*)$/s.exec(target) ?? [];
  if (before === '') return target;
  return `${before}${answers.replaceAll('//', '/%2F').replaceAll('\\', '%5C')}${query}`;
}
