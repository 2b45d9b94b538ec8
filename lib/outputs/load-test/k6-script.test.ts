import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '@/tests/support/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';
import { k6Script } from './k6-script';

const script = (given: Given = {}) => k6Script({ catalog, reading: readingOf(given), outputs: [] });

/** Parts of k6 that the script uses, for Node. What was sent and counted lands in `globalThis.k6`. */
const K6 = {
  'k6/index.js': `export const check = (value, checks) => Object.values(checks).every((is) => is(value));
    export const fail = (message) => { throw new Error(message); };`,
  'k6/http.js': 'export default { post: (...request) => globalThis.k6.post(...request) };',
  'k6/metrics.js': `export class Rate {
      constructor(name) { this.name = name; }
      add(value) { (globalThis.k6.rates[this.name] ??= []).push(value); }
    }`,
  'k6/package.json': JSON.stringify({
    name: 'k6',
    type: 'module',
    exports: { '.': './index.js', './http': './http.js', './metrics': './metrics.js' },
  }),
};

/** What k6 takes from the script, as far as it is looked at below. */
interface Script {
  readonly default: () => void;
  readonly setup: () => void;
  readonly options: {
    readonly scenarios: { readonly ramp: object; readonly hold: object };
    readonly thresholds: Readonly<Record<string, unknown>>;
  };
  readonly handleSummary: (data: unknown) => Record<string, string>;
}

const folder = temporaryFolder();
let count = 0;

beforeAll(() => {
  mkdirSync(path.join(folder, 'node_modules/k6'), { recursive: true });
  for (const [name, text] of Object.entries(K6)) {
    writeFileSync(path.join(folder, 'node_modules', name), text);
  }
});

afterAll(() => {
  vi.unstubAllGlobals();
});

const save = (text: string) => {
  const file = path.join(folder, `script-${count++}.mjs`);
  writeFileSync(file, text);
  return file;
};

/** Loads a script as k6 would, with this environment. */
async function load(text: string, env: Record<string, string> = {}): Promise<Script> {
  vi.stubGlobal('__ENV', env);
  vi.stubGlobal('__VU', 1);
  vi.stubGlobal('__ITER', 0);
  return import(/* @vite-ignore */ pathToFileURL(save(text)).href) as Promise<Script>;
}

const ENV = { BASE_URL: 'https://k.example/', KAIREON_TENANT_ID: 't1', KAIREON_API_KEY: 'k1' };

describe('the script', () => {
  it('is JavaScript, whatever the answers', () => {
    const texts = [
      script(),
      script({ 'plan.peakRps': '10000000', 'plan.rpsPerPod': '1' }),
      script({
        'interactionStore.backend': 'scylla',
        'scylla.localDataCenter': '*/ `$(x)` \\ \'"',
      }),
      script({ 'api.resources.requests.cpu': '' }),
    ];
    for (const text of texts) execFileSync(process.execPath, ['--check', save(text)]);
  });

  it('has no place left unfilled, and says for which answers it was made', () => {
    expect(script()).toContain('\n// answers: defaults\n');
    const text = script({ 'plan.peakRps': '5000' });
    expect(text).toContain('\n// answers: v=1&plan.peakRps=5000\n');
    expect(text).not.toMatch(/[\t]| $|<[a-zA-Z]+>/m);
  });
});

describe('its size', () => {
  const PEAK = { 'plan.peakRps': '5000' };

  it.each<[string, Given, Record<string, string>, object]>([
    [
      'ramps to the peak and holds it',
      PEAK,
      {},
      // 5,000 requests/s × 0.2 s
      { startTime: '300s', rate: 5000, duration: '300s', preAllocatedVUs: 1000, maxVUs: 5000 },
    ],
    ['is the documented one while no peak is given', {}, {}, { rate: 100, duration: '300s' }],
    [
      'can be overruled from the environment, to measure one pod',
      PEAK,
      { RATE: '150', HOLD_SECONDS: '60' },
      { rate: 150, duration: '60s' },
    ],
  ])('%s', async (_, given, env, hold) => {
    const { scenarios } = (await load(script(given), env)).options;
    expect(scenarios.hold).toMatchObject({ executor: 'constant-arrival-rate', ...hold });
    if (given === PEAK && !env.RATE) {
      expect(scenarios.ramp).toMatchObject({ stages: [{ target: 5000, duration: '300s' }] });
    }
  });

  it.each<[Given, ...string[]]>([
    [{}, 'no peak was given (plan.peakRps)', '100 requests/s for 5 minutes (perf-baselines)'],
    [
      // 5,000 ÷ (250 × 70 %) = 28.57, so 29
      { ...PEAK, 'plan.rpsPerPod': '250' },
      'target of 70 % it should take 29 API pods if a pod at that rate uses all the CPU that it requests;\n// the largest number allowed is 50.',
    ],
    [{ 'plan.peakRps': '10001' }, '--execution-segment'], // more than one process of k6 can send
    [
      // What one pod requests, and the way back for the autoscaler, with the answers' own figures.
      { 'api.autoscaling.minReplicas': '8', 'api.resources.requests.cpu': '1500m' },
      ...['(requests: 1500m CPU, 4Gi)', 'real requests fail', 'Helm 3. With Helm 4'],
      `-p '{"spec":{"minReplicas":8,"maxReplicas":50}}'\n`,
    ],
    [{ 'api.autoscaling.minReplicas': '' }, 'because the chart decides it here'],
  ])('of %j says what it asks of the cluster', (given, ...words) => {
    for (const word of words) expect(script(given)).toContain(word);
    expect(script({ 'plan.peakRps': '10000' })).not.toContain('--execution-segment');
  });
});

it('has the documented objectives as thresholds, over the hold alone', async () => {
  const { options } = await load(script());
  expect(options).toMatchObject({
    summaryTrendStats: expect.arrayContaining(['p(95)', 'p(99)']),
    thresholds: {
      'http_req_duration{scenario:hold}': ['p(95)<100', 'p(99)<200'],
      'server_errors{scenario:hold}': ['rate<0.001'],
    },
  });
});

describe('a request', () => {
  const send = async (status: number) => {
    const k6 = { post: vi.fn(() => ({ status })), rates: {} as Record<string, boolean[]> };
    vi.stubGlobal('k6', k6);
    const loaded = await load(script(), ENV);
    loaded.setup();
    loaded.default();
    return k6;
  };

  it('goes to /api/v1/recommend with tenant and key from the environment', async () => {
    const { post } = await send(200);
    expect(post).toHaveBeenCalledWith(
      'https://k.example/api/v1/recommend',
      '{"customerId":"load-test-0"}',
      expect.objectContaining({
        headers: {
          'Content-Type': 'application/json',
          'X-Tenant-Id': 't1',
          Authorization: 'Bearer k1',
        },
      }),
    );
  });

  it.each([
    [200, []],
    [401, ['refused']],
    [429, ['refused', 'rate_limited']],
    [500, ['server_errors', 'refused']],
    [0, ['server_errors', 'refused']],
  ])('answered with %i counts as %j', async (status, counted) => {
    const { rates } = await send(status);
    const names = ['server_errors', 'refused', 'rate_limited'];
    expect(rates).toEqual(
      Object.fromEntries(names.map((name) => [name, [counted.includes(name)]])),
    );
  });

  it('is not sent while the environment lacks something', async () => {
    for (const name of Object.keys(ENV)) {
      const loaded = await load(script(), { ...ENV, [name]: '' });
      expect(() => loaded.setup()).toThrow(`Set ${name} in the environment.`);
    }
  });
});

describe('the summary', () => {
  const data = {
    metrics: {
      'http_reqs{scenario:hold}': { values: { count: 29_940, rate: 71.3 } },
      'http_req_duration{scenario:hold}': {
        values: { med: 41, max: 377, 'p(95)': 97.5, 'p(99)': 230 },
        thresholds: { 'p(95)<100': { ok: true }, 'p(99)<200': { ok: false } },
      },
      'server_errors{scenario:hold}': {
        values: { rate: 0.0005 },
        thresholds: { 'rate<0.001': { ok: true } },
      },
    },
  };

  it('is a JSON file with what the documented gate compares', async () => {
    const loaded = await load(script({ 'redis.cluster': 'false' }), {
      PODS: '1',
      BASELINE: 'perf/baselines/recommend-100rps.json',
    });
    const written = loaded.handleSummary(data);
    expect(Object.keys(written)).toEqual(['stdout', 'perf/baselines/recommend-100rps.json']);
    const baseline = JSON.parse(written['perf/baselines/recommend-100rps.json'] ?? '');
    expect(baseline).toEqual({
      test: 'POST /api/v1/recommend',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      answers: 'v=1&redis.cluster=false',
      pods: 1,
      rpsAsked: 100,
      rpsReached: 99.8, // 29,940 requests in 300 s
      holdSeconds: 300,
      requests: 29_940,
      dropped: 0,
      latencyMs: { p50: 41, p95: 97.5, p99: 230, max: 377 },
      errorRate: 0.0005,
      rateLimited: null,
      failedThresholds: ['http_req_duration{scenario:hold} p(99)<200'],
    });
    expect(written.stdout).toContain('Missed: http_req_duration{scenario:hold} p(99)<200\n');
  });

  it('is made of k6’s newer form too, which has no P99 and no thresholds', async () => {
    const { handleSummary } = await load(script());
    const metrics = [
      { name: 'http_reqs{scenario:hold}', values: { count: 29_940 } },
      { name: 'http_req_duration{scenario:hold}', values: { med: 41, max: 377, 'p(95)': 97.5 } },
      { name: 'rate_limited{scenario:hold}', values: { matches: 0, total: 29_940, rate: 0 } },
    ];
    const { stdout = '' } = handleSummary({ version: '1.0.0', results: { metrics } });
    expect(stdout).toContain('"rpsReached": 99.8');
    expect(stdout).toContain('"p95": 97.5,\n    "p99": null');
    expect(stdout).toContain('"failedThresholds": null');
    expect(stdout).toContain('k6 says itself which thresholds held.');
  });

  it('of a run that never held is made of blanks, and holds nothing of the environment', async () => {
    const loaded = await load(script(), ENV);
    const { stdout } = loaded.handleSummary({ metrics: {} });
    expect(stdout).not.toMatch(/k\.example|"t1"|k1/);
    expect(stdout).toContain('"rpsReached": null');
    expect(stdout).toContain('The hold did not run: nothing was measured.');
  });
});
