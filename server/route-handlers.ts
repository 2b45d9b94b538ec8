import { catalog } from '@/lib/catalog/catalog';
import { QUERY_AS_SENT, queryOf } from './before-next';
import type { Resource } from './resources';
import { respond } from './respond';

type Handler = (request: Request) => Response;

/** A resource as what a route file exports: one function under every method, since a method left out is answered by Next. */
export function routeHandlers(resource: Resource) {
  const handle: Handler = ({ method, url, headers: sent }) => {
    const { status, headers, body } = respond(catalog, resource, {
      method,
      query: sent.get(QUERY_AS_SENT) ?? queryOf(url),
      ifNoneMatch: sent.get('If-None-Match'),
    });
    return new Response(body, { status, headers });
  };
  return {
    GET: handle,
    HEAD: handle,
    POST: handle,
    PUT: handle,
    PATCH: handle,
    DELETE: handle,
    OPTIONS: handle,
  };
}
