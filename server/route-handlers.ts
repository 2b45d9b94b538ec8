import { catalog } from '@/lib/catalog/catalog';
import { respond } from './respond';

type Handler = (
  request: Request,
  context: { readonly params: Promise<{ readonly file: string }> },
) => Promise<Response>;

/** Answers with a registered output, as Next's route file exports it. Of other methods the server lets none through. */
export const GET: Handler = async ({ method, url, headers: sent }, { params }) => {
  const { status, headers, body } = await respond(catalog, (await params).file, {
    method,
    query: sent.get('x-query-as-sent') ?? new URL(url).search.slice(1), // `next dev` has no such header
    ifNoneMatch: sent.get('If-None-Match'),
  });
  return new Response(body, { status, headers });
};
