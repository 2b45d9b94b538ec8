import { respond } from '@/server/respond';

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

/** Answers with a registered output. Next answers HEAD by it too; server/serve.mjs lets no other method through. */
export async function GET({ url, headers: sent }: Request, { params }: Context): Promise<Response> {
  const query = sent.get('x-query-as-sent') ?? new URL(url).search.slice(1); // `next dev` has no such header
  const { file } = await params;
  return respond(file, query, sent.get('If-None-Match'));
}
