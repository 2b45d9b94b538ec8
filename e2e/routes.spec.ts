import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { load, loadAll } from 'js-yaml';
import { realHelm } from '../scripts/helm.mjs';
import { projectRoot } from '../scripts/sources.mjs';
import { expectedNames, expectedOverlay } from '../tests/expected/expected-overlay.mjs';

const OVERLAY = '/values-large.yaml';
const RESOURCES = [
  OVERLAY,
  '/values-large.json',
  '/values-large.schema.json',
  '/PREFLIGHT.md',
  '/preflight.sh',
  '/recommend.k6.js',
  '/bundle.zip',
];

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A connection for each request: one that is kept may be closed by the server just when it is used again. */
const agent = new Agent({ keepAlive: false });

/** Sends a target as it is written. fetch, and Playwright's own client, would tidy it up. */
function send(
  origin: string | undefined,
  target: string,
  { method = 'GET', headers = {} } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin ?? '');
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path: target, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

const problemOf = ({ headers, body }: Answer): { errors: { key: string; message: string }[] } => {
  expect(headers['content-type']).toBe('application/problem+json');
  return JSON.parse(body.toString());
};

/** The files that were written by hand, each with the query that stands in its head. */
const handWritten = expectedNames().map((name) => {
  const bytes = Buffer.from(expectedOverlay(name));
  const [, answers = ''] = /^# answers:(?: |\n# )(.*)$/m.exec(bytes.toString()) ?? [];
  return { name, bytes, query: answers === 'defaults' ? '' : answers };
});

for (const { name, bytes, query } of handWritten) {
  test(`serves ${name} byte for byte as it was written by hand`, async ({ baseURL }) => {
    const { status, headers, body } = await send(baseURL, `${OVERLAY}?${query}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/yaml; charset=utf-8');
    expect(body.toString()).toBe(bytes.toString());
    expect(body.equals(bytes)).toBe(true);
  });
}

test('serves the same bytes that the page downloads', async ({ page, baseURL }) => {
  const query = 'v=1&eventbus.backend=pulsar&pulsar.serviceUrl=pulsar%3A%2F%2Fa%2Cb%3A6650';
  await page.goto(`/#${query}`);
  await expect(page.getByRole('region', { name: 'Preview of values-large.yaml' })).toContainText(
    'backend: pulsar',
  );
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download values-large.yaml' }).click();
  const downloaded = readFileSync(await (await downloading).path());
  const { body } = await send(baseURL, `${OVERLAY}?${query}`);
  expect(body.equals(downloaded)).toBe(true);
});

for (const resource of RESOURCES) {
  test(`${resource} answers GET, HEAD and If-None-Match, and no other method`, async ({
    baseURL,
  }) => {
    const target = `${resource}?eventbus.backend=kinesis`;
    const get = await send(baseURL, target);
    expect(get.status).toBe(200);
    expect(get.headers).toMatchObject({
      'content-disposition': `inline; filename="${resource.slice(1)}"`,
      'cache-control': 'public, no-cache, no-transform',
      'x-content-type-options': 'nosniff',
    });
    const tag = get.headers.etag ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);

    const head = await send(baseURL, target, { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, headers: { etag: tag } });
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
    expect(head.body).toHaveLength(0);

    for (const ifNoneMatch of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await send(baseURL, target, { headers: { 'If-None-Match': ifNoneMatch } });
      expect(again.status, ifNoneMatch).toBe(304);
      expect(again.headers.etag).toBe(tag);
      expect(again.body).toHaveLength(0);
    }

    // A compressed body would be other bytes under the same strong tag.
    const zipped = await send(baseURL, target, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(zipped.body.equals(get.body)).toBe(true);

    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const refused = await send(baseURL, target, { method });
      expect(refused.status, method).toBe(405);
      expect(refused.headers.allow).toBe('GET, HEAD');
    }
  });
}

test('the report and the schema keep to the contract', async ({ baseURL }) => {
  const { body } = await send(baseURL, '/values-large.json?eventbus.backend=kinesis');
  expect(JSON.parse(body.toString())).toMatchObject({
    answers: { 'eventbus.backend': 'kinesis' },
    link: '#v=1&eventbus.backend=kinesis',
    values: { eventbus: { enabled: true, backend: 'kinesis' } },
    keys: { 'eventbus.backend': { provenance: 'documented' } },
    capacity: {
      min: { cpu: 24.6, memoryGiB: 57.5, pods: 15 },
      max: { cpu: 180.6, memoryGiB: 401.5, pods: 93 },
    },
  });
  const schema = await send(baseURL, '/values-large.schema.json');
  expect(JSON.parse(schema.body.toString())).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: {
      eventbus: {
        properties: { backend: { enum: expect.arrayContaining(['kafka', 'kinesis', 'pulsar']) } },
      },
    },
  });
});

test('the bundle holds what the routes send', async ({ baseURL }) => {
  const query = 'eventbus.backend=kinesis&plan.peakRps=5000';
  const { body } = await send(baseURL, `/bundle.zip?${query}`);
  const files = unzipSync(body);
  for (const resource of RESOURCES.filter((one) => one !== '/bundle.zip')) {
    const own = await send(baseURL, `${resource}?${query}`);
    expect(own.body.equals(files[`kaireon-values-large${resource}`] ?? Buffer.of()), resource).toBe(
      true,
    );
  }
});

test('names every fault of a query, also those that a framework would hide', async ({
  baseURL,
}) => {
  const query = '__proto__=1&nxtPa=1&_rsc=1&a=%zz&b=%FF&v=1&v=1&api.autoscaling.minReplicas=0';
  const answer = await send(baseURL, `${OVERLAY}?${query}`);
  expect(answer.status).toBe(422);
  const keys = problemOf(answer).errors.map(({ key }) => key);
  expect(keys.sort()).toEqual(
    ['__proto__', '_rsc', 'a', 'api.autoscaling.minReplicas', 'b', 'nxtPa', 'v'].sort(),
  );
});

test('an unknown name gets a 404 with the names that there are', async ({ baseURL }) => {
  for (const target of ['/values-large.yml?v=1', '/%2F', '/*', '/__proto__']) {
    const answer = await send(baseURL, target);
    expect(answer.status, target).toBe(404);
    expect(problemOf(answer), target).toMatchObject({
      detail: expect.stringContaining(' values-large.yaml, '),
    });
  }
  const deeper = await send(baseURL, '/some/page');
  expect(deeper.status).toBe(404);
  expect(deeper.body.toString()).toContain('There is no such page');
});

test('refuses a long query with 414, however long a command line can make it', async ({
  baseURL,
}) => {
  expect((await send(baseURL, `${OVERLAY}?${'a'.repeat(8192)}`)).status).toBe(422);
  for (const length of [8193, 16_000, 17_000, 128 * 1024]) {
    const { status } = await send(baseURL, `${OVERLAY}?${'a'.repeat(length)}`);
    expect(status, String(length)).toBe(414);
  }
});

const SEED = Number(process.env.FUZZ_SEED ?? 1);

test(`500 hostile requests get an answer that the contract knows, seed ${SEED}`, async ({
  baseURL,
}) => {
  const report = await send(baseURL, '/values-large.json');
  const { keys } = JSON.parse(report.body.toString()) as { keys: object };
  const text = fc.oneof(
    fc.constantFrom(
      ...Object.keys(keys),
      'plan.peakRps',
      'plan.zones',
      'v',
      'preset',
      'kafka.brokers',
    ),
    fc.constantFrom(
      '',
      '1',
      '6',
      '1e999',
      '9'.repeat(400),
      '-0',
      '__proto__',
      'constructor',
      '%00',
    ),
    fc.constantFrom('%0d%0aX:+y', '%ED%A0%80', '%', '%z', '%2', 'a:b@c', 'kinesis', 'pg', 'true'),
    fc.string({ unit: 'binary' }).map((raw) => encodeURIComponent(raw.replace(/\p{Cs}/gu, ''))),
    // Any character that a request line can hold.
    fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    }),
  );
  const query = fc
    .array(fc.tuple(text, text), { maxLength: 8 })
    .chain((pairs) =>
      fc.constantFrom(1, 1, 1, 1, 200).map((times) => Array(times).fill(pairs).flat()),
    )
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
  const method = fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'TRACE');

  const statuses = new Set<number>();
  for (const [asked, how] of fc.sample(fc.tuple(query, method), { numRuns: 500, seed: SEED })) {
    const answer = await send(baseURL, `${OVERLAY}?${asked}`, { method: how });
    statuses.add(answer.status);
    expect([200, 405, 414, 422], `${how} ?${asked.slice(0, 300)}`).toContain(answer.status);
    if (answer.status === 422 && how === 'GET') {
      const reported = problemOf(answer).errors.map((error) => JSON.stringify(error));
      expect(new Set(reported).size, asked.slice(0, 300)).toBe(reported.length);
    }
  }
  expect([...statuses].sort()).toEqual([200, 405, 414, 422]);
});

test('real Helm fetches the overlay and checks it by the schema', async ({ baseURL }, testInfo) => {
  const helm = await realHelm();
  test.skip(!helm.available, helm.summary);
  if (!helm.available) return;

  const chart = testInfo.outputPath('chart');
  cpSync(path.join(projectRoot, 'tests', 'fixtures', 'chart'), chart, { recursive: true });
  const schema = await send(baseURL, '/values-large.schema.json');
  writeFileSync(path.join(chart, 'values.schema.json'), schema.body);

  for (const { path: command, version } of [helm.helm4, helm.helm3]) {
    const template = (query: string) =>
      promisify(execFile)(command, [
        'template',
        'kaireon',
        chart,
        '-f',
        `${baseURL}${OVERLAY}?${query}`,
      ]);
    for (const { name, bytes, query } of handWritten.slice(0, 5)) {
      const { stdout } = await template(query);
      const [manifest] = loadAll(stdout) as { data: { seen: string } }[]; // the fixture's template
      const seen = JSON.parse(manifest?.data.seen ?? '');
      expect(seen, `${version} ${name}`).toEqual(load(bytes.toString()));
    }
    await expect(template('api.autoscaling.minReplicas=0')).rejects.toThrow('422');
  }
});
