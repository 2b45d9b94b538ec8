import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { catalog } from '@/lib/catalog/registry';
import { holdsCredential } from '@/lib/domain/credential';
import { parametersOf } from '@/lib/link/parameters';
import { makeFile, type OutputBody } from '@/lib/outputs/output';
import { outputs, routes } from '@/lib/outputs/registry';
import { type QueryError, readParameters } from '@/lib/reading/reading';

/** Bytes of a query that are read at most. A link that sets every answer stays under 2,000. */
export const MOST_QUERY_BYTES = 8192;

interface Made {
  readonly body: OutputBody;
  /** A strong validator: equal exactly when the bytes are. */
  readonly tag: string;
}

/** Files that were made, by name and canonical query: a pipeline asks for the same one again and again. */
const made = new LRUCache<string, Made>({
  maxSize: 32e6, // bytes
  sizeCalculation: ({ body }, key) => body.length + key.length + 1,
});

/** Any page may read the files: they are public and made of nothing but the query. */
const PUBLIC = { 'Access-Control-Allow-Origin': '*' };

/**
 * What the body follows from is all in the URL, but a release may change it. So it may be stored anywhere and is asked
 * for again with its ETag each time: a 304 costs a millisecond, a stale overlay costs a deployment. `no-transform`
 * because the tag is a strong one: a proxy or server that compressed the body would send other bytes under it.
 */
const CACHING = 'public, no-cache, no-transform';

/**
 * Answers a request for a file: 200 or 304, else 404, 414 or 422 as `application/problem+json`. The same request always
 * gets the same reply. Never throws, whatever the query holds.
 * @param name what is asked for at the server's root
 * @param query as it was sent, still percent-encoded, without its `?`
 */
export async function respond(
  name: string,
  query: string,
  ifNoneMatch?: string | null,
): Promise<Response> {
  const file = routes.find(({ file }) => file.name === name)?.file;
  if (!file) {
    const names = routes.map(({ file }) => file.name).join(', ');
    return problem(
      404,
      'Not Found',
      `There is no such file. There are ${names}; the wizard is at /.`,
    );
  }
  const bytes = Buffer.byteLength(query);
  if (bytes > MOST_QUERY_BYTES) {
    const detail = `The query has ${bytes} bytes; at most ${MOST_QUERY_BYTES} are read.`;
    return problem(414, 'URI Too Long', detail);
  }
  if (file.takesNoAnswers && parametersOf(query).length > 0) {
    const message = 'This file is the same whatever the answers, so it takes no parameter.';
    const keys = new Set(parametersOf(query).map(({ key }) => shown(key)));
    return refusal([...keys].map((key) => ({ key, message })));
  }
  const key = canonical(name, query);
  let known = made.get(key);
  if (!known) {
    const asked = readParameters(catalog, parametersOf(query));
    if ('errors' in asked) return refusal(asked.errors);
    const body = await makeFile(file, { catalog, reading: asked.reading, outputs });
    known = { body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` };
    made.set(key, known);
  }
  const headers = { ...PUBLIC, ETag: known.tag, 'Cache-Control': CACHING };
  if (isNamed(known.tag, ifNoneMatch)) return new Response(null, { status: 304, headers });
  const disposition = `attachment; filename="${file.name}"`;
  return new Response(known.body, {
    headers: { 'Content-Type': file.contentType, 'Content-Disposition': disposition, ...headers },
  });
}

/** The same for the same parameters, in whatever order and however encoded. */
const canonical = (name: string, query: string) =>
  JSON.stringify([
    name,
    parametersOf(query)
      .map((one) => JSON.stringify(one))
      .sort(),
  ]);

/**
 * Whether an `If-None-Match` names a tag, by the weak comparison that RFC 9110 asks for there: `*`, one tag or a list,
 * each with or without `W/`, and with or without what a proxy that compresses puts after it (`"…-gzip"`).
 */
function isNamed(tag: string, ifNoneMatch: string | null | undefined): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags = ifNoneMatch.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
  return tags.some((one) => one.replace(/[-;]{1,2}(?:gzip|br|zstd|deflate)"$/, '"') === tag);
}

function refusal(errors: readonly QueryError[]): Response {
  const faults = errors.length === 1 ? 'a fault' : `${errors.length} faults`;
  const detail = `The query has ${faults}, so no file was made.`;
  return problem(422, 'Unprocessable Content', detail, errors);
}

const shown = (key: string) => (holdsCredential(key) ? '(hidden)' : key);

/** A refusal by RFC 9457; with the type `about:blank` the title is the status's own. Not to be stored: the next release
 * may take the same query. */
function problem(
  status: number,
  title: string,
  detail: string,
  errors?: readonly QueryError[],
): Response {
  const body = { type: 'about:blank', title, status, detail, ...(errors && { errors }) };
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: { ...PUBLIC, ...headers },
  });
}
