import { describe, expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { routes } from '@/lib/outputs/registry';
import { fileOf } from '@/tests/support/reading';
import { MOST_QUERY_BYTES, respond } from './respond';

const ask = (query = '', ifNoneMatch?: string, method = 'GET', name = 'values-large.yaml') =>
  respond(catalog, name, { method, query, ifNoneMatch });

describe.each(routes.filter(({ file }) => !file.takesNoAnswers))('$file.name', async ({ file }) => {
  const { name } = file;
  const get = await ask('eventbus.backend=kinesis', undefined, 'GET', name);

  test('is sent with all that a client needs to keep it', () => {
    expect(get.status).toBe(200);
    expect(get.headers).toEqual({
      'Content-Type': file.contentType,
      'Content-Disposition': `inline; filename="${file.name}"`,
      ETag: expect.stringMatching(/^"[\w-]{43}"$/),
      'Cache-Control': 'public, no-cache, no-transform',
    });
    expect(get.body?.length).toBeGreaterThan(100);
  });

  test('answers HEAD with the same headers and nothing behind them', async () => {
    const head = await ask('eventbus.backend=kinesis', undefined, 'HEAD', name);
    expect(head).toEqual({ ...get, body: null });
  });

  test('is not sent twice', async () => {
    const again = await ask('eventbus.backend=kinesis', get.headers.ETag, 'GET', name);
    const { ETag, 'Cache-Control': caching } = get.headers;
    expect(again).toEqual({
      status: 304,
      headers: { ETag, 'Cache-Control': caching },
      body: null,
    });
  });

  test('is the same bytes for the same answers, however they are spelled', async () => {
    expect(await ask('v=1&eventbus.backend=%6Binesis&', undefined, 'GET', name)).toEqual(get);
  });

  test('refuses a query with a fault', async () => {
    expect((await ask('nope=1', undefined, 'GET', name)).status).toBe(422);
  });
});

test('the overlay is byte for byte what the page makes', async () => {
  expect((await ask('eventbus.backend=pulsar')).body).toBe(
    fileOf({ 'eventbus.backend': 'pulsar' }),
  );
});

test('there is each file of the contract, with its type, and no other', () => {
  expect(Object.fromEntries(routes.map(({ file }) => [file.name, file.contentType]))).toEqual({
    'values-large.yaml': 'application/yaml; charset=utf-8',
    'values-large.json': 'application/json',
    'values-large.schema.json': 'application/schema+json',
    'PREFLIGHT.md': 'text/markdown; charset=utf-8',
    'preflight.sh': 'text/x-shellscript; charset=utf-8',
    'recommend.k6.js': 'text/javascript; charset=utf-8',
    'openapi.json': 'application/json',
    'llms.txt': 'text/plain; charset=utf-8',
    'bundle.zip': 'application/zip',
  });
});

test('a file that is the same whatever the answers takes no parameter', async () => {
  for (const name of ['openapi.json', 'llms.txt']) {
    expect((await ask('', undefined, 'GET', name)).status).toBe(200);
    expect((await ask('redis.cluster=false', undefined, 'GET', name)).status).toBe(422);
  }
});

describe('If-None-Match', async () => {
  const tag = (await ask()).headers.ETag ?? '';
  const otherTag = (await ask('eventbus.enabled=false')).headers.ETag ?? '';

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
  ])('%s', async (_, ifNoneMatch, status) => {
    expect((await ask('', ifNoneMatch)).status).toBe(status);
  });

  test('does not hide a fault', async () => {
    expect((await ask('nope=1', '*')).status).toBe(422);
  });
});

describe('refusals', () => {
  const problemOf = async (query: string, method?: string) => {
    const { status, headers, body } = await ask(query, undefined, method);
    return { status, headers, problem: JSON.parse(String(body)) };
  };

  test('a query with a fault is 422, with each fault', async () => {
    const { status, headers, problem } = await problemOf(
      'nope=1&v=1&api.autoscaling.minReplicas=0',
    );
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

  test('a query above the most bytes is 414, and one of just as many is read', async () => {
    const most = `a=${'b'.repeat(MOST_QUERY_BYTES - 2)}`;
    expect((await problemOf(most)).status).toBe(422);
    const { status, problem } = await problemOf(`${most}b`);
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
    async (method) => {
      for (const query of ['', 'nope=1', 'a'.repeat(9000)]) {
        const { status, headers, problem } = await problemOf(query, method);
        expect(status).toBe(405);
        expect(headers.Allow).toBe('GET, HEAD');
        expect(problem.title).toBe('Method Not Allowed');
      }
    },
  );

  test.each(['values-large.yml', 'values-large', '__proto__', ''])(
    'a file that there is not, %j, is 404 and names those that there are',
    async (name) => {
      const { status, body } = await ask('', undefined, 'GET', name);
      expect(status).toBe(404);
      const { detail, ...others } = JSON.parse(String(body));
      expect(others).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
      expect(detail).toMatch(
        /^There is no such file\. There are values-large\.yaml, .*bundle\.zip.*; the wizard is at \/\.$/,
      );
    },
  );

  test('HEAD is refused with the same status and no body', async () => {
    const get = await ask('nope=1');
    expect(await ask('nope=1', undefined, 'HEAD')).toEqual({ ...get, body: null });
    expect(await ask('a'.repeat(9000), undefined, 'HEAD')).toMatchObject({
      status: 414,
      body: null,
    });
  });
});
