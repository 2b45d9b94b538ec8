import { catalog } from '@/lib/catalog/catalog';
import { routes } from '@/lib/outputs/registry';
import { QUERY_AS_SENT, queryOf } from './before-next';
import { respond } from './respond';

type Handler = (request: Request) => Promise<Response>;

/**
 * The registered output of a name as what its route file exports: one function under every method, since Next answers
 * a method that is left out.
 * @throws Error when no output with a route has that name: a fault of the folder in app/
 */
export function routeHandlers(fileName: string) {
  const file = routes.find(({ file: { name } }) => name === fileName)?.file;
  if (!file) throw new Error(`No output is served as ${fileName}.`);
  const handle: Handler = async ({ method, url, headers: sent }) => {
    const { status, headers, body } = await respond(catalog, file, {
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
