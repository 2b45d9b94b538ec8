import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { fileOf } from '@/tests/support/reading';
import { type Resource, resources } from './resources';
import { MOST_QUERY_BYTES, respond } from './respond';

const ask = (
  query = '',
  ifNoneMatch?: string,
  method = 'GET',
  resource: Resource = resources.overlay,
) => respond(catalog, resource, { method, query, ifNoneMatch });

const all: [string, Resource][] = Object.entries(resources);

describe.each(all)('%s', (_, resource) => {
  const get = ask('eventbus.backend=kinesis', undefined, 'GET', resource);

  test('is sent with all that a client needs to keep it', () => {
    expect(get.status).toBe(200);
    expect(get.headers).toEqual({
      'Content-Type': resource.contentType,
      'Content-Disposition': `inline; filename="${resource.fileName}"`,
      ETag: expect.stringMatching(/^"[\w-]{43}"$/),
      'Cache-Control': 'public, no-cache, no-transform',
    });
    expect(get.body?.length).toBeGreaterThan(100);
  });

  test('answers HEAD with the same headers and nothing behind them', () => {
    const head = ask('eventbus.backend=kinesis', undefined, 'HEAD', resource);
    expect(head).toEqual({ ...get, body: null });
  });

  test('is not sent twice', () => {
    const again = ask('eventbus.backend=kinesis', get.headers.ETag, 'GET', resource);
    const { ETag, 'Cache-Control': caching } = get.headers;
    expect(again).toEqual({
      status: 304,
      headers: { ETag, 'Cache-Control': caching },
      body: null,
    });
  });

  test('is the same bytes for the same answers, however they are spelled', () => {
    expect(ask('v=1&eventbus.backend=%6Binesis&', undefined, 'GET', resource)).toEqual(get);
  });

  test('refuses a query with a fault', () => {
    expect(ask('nope=1', undefined, 'GET', resource).status).toBe(422);
  });
});

test('the overlay is byte for byte what the page makes', () => {
  expect(ask('eventbus.backend=pulsar').body).toBe(fileOf({ 'eventbus.backend': 'pulsar' }));
});

test('there is each resource of the contract, with its type, and no other', () => {
  expect(
    Object.fromEntries(all.map(([, { fileName, contentType }]) => [fileName, contentType])),
  ).toEqual({
    'values-large.yaml': 'application/yaml; charset=utf-8',
    'values-large.json': 'application/json',
    'values-large.schema.json': 'application/schema+json',
    'PREFLIGHT.md': 'text/markdown; charset=utf-8',
    'recommend.k6.js': 'text/javascript; charset=utf-8',
    'bundle.zip': 'application/zip',
  });
});

describe('If-None-Match', () => {
  const tag = ask().headers.ETag ?? '';
  const otherTag = ask('eventbus.enabled=false').headers.ETag ?? '';

  test('other answers have another tag', () => {
    expect(otherTag).not.toBe(tag);
  });

  test.each([
    ['the tag', tag, 304],
    ['the tag, weakened on its way', `W/${tag}`, 304],
    ['a list with it', `${otherTag}, W/"x,y" ,${tag}`, 304],
    ['any tag', '*', 304],
    ['another tag', otherTag, 200],
    ['the tag without its quotes', tag.slice(1, -1), 200],
    ['a part of the tag', `${tag.slice(0, 9)}"`, 200],
    ['an empty one', '', 200],
    ['nonsense', '"""*, ', 200],
  ])('%s', (_, ifNoneMatch, status) => {
    expect(ask('', ifNoneMatch).status).toBe(status);
  });

  test('does not hide a fault', () => {
    expect(ask('nope=1', '*').status).toBe(422);
  });
});

describe('refusals', () => {
  const problemOf = (query: string, method?: string) => {
    const { status, headers, body } = ask(query, undefined, method);
    return { status, headers, problem: JSON.parse(String(body)) };
  };

  test('a query with a fault is 422, with each fault', () => {
    const { status, headers, problem } = problemOf('nope=1&v=1&api.autoscaling.minReplicas=0');
    expect(status).toBe(422);
    expect(headers).toEqual({
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    });
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Content',
      status: 422,
      detail: 'The query has 2 faults, so no file was made.',
      errors: [
        { key: 'nope', message: 'There is no such answer.' },
        { key: 'api.autoscaling.minReplicas', message: 'Enter 1 to 1000.' },
      ],
    });
  });

  test('a query above the most bytes is 414, and one of just as many is read', () => {
    const most = `a=${'b'.repeat(MOST_QUERY_BYTES - 2)}`;
    expect(problemOf(most).status).toBe(422);
    const { status, problem } = problemOf(`${most}b`);
    expect(status).toBe(414);
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'URI Too Long',
      status: 414,
      detail: 'The query has 8193 bytes; at most 8192 are read.',
    });
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get', '', 'NONSENSE'])(
    'the method %j is 405 and names the others, whatever the query',
    (method) => {
      for (const query of ['', 'nope=1', 'a'.repeat(9000)]) {
        const { status, headers, problem } = problemOf(query, method);
        expect(status).toBe(405);
        expect(headers.Allow).toBe('GET, HEAD');
        expect(problem.title).toBe('Method Not Allowed');
      }
    },
  );

  test('HEAD is refused with the same status and no body', () => {
    expect(ask('nope=1', undefined, 'HEAD')).toEqual({ ...ask('nope=1'), body: null });
    expect(ask('a'.repeat(9000), undefined, 'HEAD')).toMatchObject({ status: 414, body: null });
  });
});
