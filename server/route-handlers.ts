import { catalog } from '@/lib/catalog/catalog';
import { QUERY_AS_SENT, queryOf } from './before-next';
import { respond } from './respond';

type Handler = (
  request: Request,
  context: { readonly params: Promise<{ readonly file: string }> },
) => Promise<Response>;

const handle: Handler = async ({ method, url, headers: sent }, { params }) => {
  const { status, headers, body } = await respond(catalog, (await params).file, {
    method,
    query: sent.get(QUERY_AS_SENT) ?? queryOf(url),
    ifNoneMatch: sent.get('If-None-Match'),
  });
  return new Response(body, { status, headers });
};

/** The registered outputs as Next's route file exports them: one function under every method, since Next answers a method that is left out. */
export const routeHandlers = {
  GET: handle,
  HEAD: handle,
  POST: handle,
  PUT: handle,
  PATCH: handle,
  DELETE: handle,
  OPTIONS: handle,
};
