import { describe, expect, test, vi } from 'vitest';
import { makeFile } from '@/lib/outputs/output';
import { routes } from '@/lib/outputs/registry';
import { MOST_QUERY_BYTES, respond } from './respond';

vi.mock('@/lib/outputs/output', { spy: true });

const ask = (query = '', ifNoneMatch?: string, name = 'values-large.yaml') =>
  respond(name, query, ifNoneMatch);

/** By the contract. */
const TYPES: Readonly<Record<string, string>> = {
  'values-large.yaml': 'application/yaml; charset=utf-8',
  'values-large.json': 'application/json',
  'values-large.schema.json': 'application/schema+json',
  'PREFLIGHT.md': 'text/markdown; charset=utf-8',
  'preflight.sh': 'text/x-shellscript; charset=utf-8',
  'recommend.k6.js': 'text/javascript; charset=utf-8',
  'bundle.zip': 'application/zip',
};

test.each(routes.filter(({ file }) => !file.takesNoAnswers))(
  '$file.name has all that a client needs to keep it, and is made once for the same parameters',
  async ({ file: { name, contentType } }) => {
    const get = await ask('eventbus.backend=kinesis&plan.zones=2', undefined, name);
    expect(get.status).toBe(200);
    expect(Object.fromEntries(get.headers)).toEqual({
      'access-control-allow-origin': '*',
      'content-type': TYPES[name] ?? contentType,
      'content-disposition': `attachment; filename="${name}"`,
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
      'cache-control': 'public, no-cache, no-transform',
    });
    const body = await get.arrayBuffer();
    expect(body.byteLength).toBeGreaterThan(0);

    vi.mocked(makeFile).mockClear();
    // In whatever order and however encoded.
    const again = await ask('plan.zones=2&eventbus.backend=%6Binesis', undefined, name);
    expect(makeFile).not.toHaveBeenCalled();
    expect(again.headers).toEqual(get.headers);
    expect(await again.arrayBuffer()).toEqual(body);
    expect((await ask('nope=1', undefined, name)).status).toBe(422);
  },
);

test.each(routes.flatMap(({ file }) => (file.takesNoAnswers ? file.name : [])))(
  '%s is the same whatever the answers and takes no parameter',
  async (name) => {
    expect((await ask('', undefined, name)).status).toBe(200);
    const refused = await ask('redis.cluster=false', undefined, name);
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors).toEqual([
      { key: 'redis.cluster', message: expect.stringContaining('no parameter') },
    ]);
  },
);

describe('If-None-Match', async () => {
  const tag = (await ask()).headers.get('ETag') ?? '';
  const otherTag = (await ask('eventbus.enabled=false')).headers.get('ETag') ?? '';
  const suffixed = (suffix: string) => `${tag.slice(0, -1)}${suffix}"`;

  test.each([
    ['the tag', tag, 304],
    ['the tag, weakened on its way', `W/${tag}`, 304],
    ['the tag as Apache sends it, compressed', suffixed('-gzip'), 304],
    ['the tag as Jetty sends it, compressed', suffixed('--gzip'), 304],
    ['the tag as others send it, compressed', `W/${suffixed(';br')}`, 304],
    ['the tag with another suffix', suffixed('-x'), 200],
    ['a list with it', `${otherTag}, W/"x,y" ,${tag}`, 304],
    ['any tag', '*', 304],
    ['another tag', otherTag, 200],
    ['the tag without its quotes', tag.slice(1, -1), 200],
    ['an empty one', '', 200],
    ['nonsense', '"""*, ', 200],
  ])('%s', async (_, ifNoneMatch, status) => {
    expect((await ask('', ifNoneMatch)).status).toBe(status);
  });

  test('does not hide a fault', async () => {
    expect((await ask('nope=1', '*')).status).toBe(422);
  });
});

test('a query with a fault is 422, with each fault', async () => {
  const response = await ask('nope=1&v=1&api.autoscaling.minReplicas=0');
  expect([response.status, Object.fromEntries(response.headers)]).toEqual([
    422,
    {
      'access-control-allow-origin': '*',
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    },
  ]);
  expect(await response.json()).toEqual({
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
  expect((await ask(most)).status).toBe(422);
  const response = await ask(`${most}b`);
  expect(response.status).toBe(414);
  expect(await response.text()).toContain('The query has 8193 bytes; at most 8192 are read.');
});

test('a file that there is not is 404 and names those that there are', async () => {
  const response = await ask('', undefined, '__proto__');
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(
    /There are values-large\.yaml, .*bundle\.zip.*; the wizard is at \//,
  );
});
