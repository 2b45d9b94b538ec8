import type { Catalog } from '@/lib/domain/catalog';
import { makeFile } from '@/lib/outputs/output';
import { outputs, routes } from '@/lib/outputs/registry';
import { entityTag, isNamed } from './entity-tag';
import { problem } from './problem';
import { readQuery } from './read-query';
import type { AnswersRequest, Reply } from './reply';

/** Bytes of a query that are read at most. A link that sets every answer stays under 2,000. */
export const MOST_QUERY_BYTES = 8192;

const ALLOW = 'GET, HEAD';

const NOT_FOUND = `There is no such file. There are ${routes.map(({ file }) => file.name).join(', ')}; the wizard is at /.`;

/**
 * What the body follows from is all in the URL, but a release may change it. So it may be stored anywhere and is asked
 * for again with its ETag each time: a 304 costs a millisecond, a stale overlay costs a deployment. `no-transform`
 * because the tag is a strong one: a proxy or server that compressed the body would send other bytes under it.
 */
const CACHING = 'public, no-cache, no-transform';

/**
 * Answers a request for a file: 200 or 304, else 404, 405, 414 or 422 as `application/problem+json`. Pure: the same
 * request always gets the same reply. Never throws, whatever the query holds.
 * @param name what is asked for at the server's root
 */
export async function respond(
  catalog: Catalog,
  name: string,
  request: AnswersRequest,
): Promise<Reply> {
  const reply = await replyTo(catalog, name, request);
  return request.method === 'HEAD' ? { ...reply, body: null } : reply;
}

async function replyTo(catalog: Catalog, name: string, request: AnswersRequest): Promise<Reply> {
  const file = routes.find(({ file }) => file.name === name)?.file;
  if (!file) return problem(404, NOT_FOUND);
  const { method, query, ifNoneMatch } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    return problem(405, 'Only GET and HEAD are served here.', {
      headers: { Allow: ALLOW },
    });
  }
  const bytes = Buffer.byteLength(query);
  if (bytes > MOST_QUERY_BYTES) {
    return problem(414, `The query has ${bytes} bytes; at most ${MOST_QUERY_BYTES} are read.`);
  }
  const asked = readQuery(catalog, query);
  if (file.takesNoAnswers && query !== '') {
    return problem(422, 'This file is the same whatever the answers, so it takes no parameter.');
  }
  if ('errors' in asked) {
    const { errors } = asked;
    const faults = errors.length === 1 ? 'a fault' : `${errors.length} faults`;
    return problem(422, `The query has ${faults}, so no file was made.`, { errors });
  }
  const body = await makeFile(file, { catalog, reading: asked.reading, outputs });
  const validators = { ETag: entityTag(body), 'Cache-Control': CACHING };
  if (isNamed(validators.ETag, ifNoneMatch)) {
    return { status: 304, headers: validators, body: null };
  }
  const headers = {
    'Content-Type': file.contentType,
    'Content-Disposition': `inline; filename="${file.name}"`,
    ...validators,
  };
  return { status: 200, headers, body };
}
