import { afterAll, expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type Given, readingOf } from '@/tests/support/reading';
import { k6Script } from './k6-script';

const script = (given: Given = {}) => k6Script({ catalog, reading: readingOf(given), outputs: [] });

/** Parts of k6 that the script uses, for Node. What was sent and counted lands in `globalThis.k6`. */
const K6 = `export const check = (value, checks) => Object.values(checks).every((is) => is(value));
  export const fail = (message) => { throw new Error(message); };
  export default { post: (...request) => globalThis.k6.post(...request) };
  export class Rate {
    constructor(name) { this.name = name; }
    add(value) { (globalThis.k6.rates[this.name] ??= []).push(value); }
  }`;

/** What k6 takes from the script, as far as it is looked at below. */
interface Script {
  readonly default: () => void;
  readonly setup: () => void;
  readonly options: { readonly scenarios: object };
  readonly handleSummary: (data: unknown) => Record<string, string>;
}

afterAll(() => {
  vi.unstubAllGlobals();
});

const moduleOf = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
let count = 0;

/** Loads a script as k6 would, with this environment. */
async function load(text: string, env: Record<string, string> = {}): Promise<Script> {
  vi.stubGlobal('__ENV', env);
  vi.stubGlobal('__VU', 1);
  vi.stubGlobal('__ITER', 0);
  const ofNode = text.replace(/'k6(?:\/\w+)?'/g, JSON.stringify(moduleOf(K6)));
  return import(/* @vite-ignore */ moduleOf(`${ofNode}// ${count++}`)) as Promise<Script>; // new each time
}

const ENV = { BASE_URL: 'https://k.example/', KAIREON_TENANT_ID: 't1', KAIREON_API_KEY: 'k1' };
const PEAK = { 'plan.peakRps': '5000' };

it('the script is JavaScript without an unfilled place, and says for which answers it was made', async () => {
  const hostile = { 'scylla.localDataCenter': '*/ `$(x)` \\ \'"' };
  for (const [given, answers] of [
    [{}, 'defaults'],
    [PEAK, 'v=1&plan.peakRps=5000'],
    [{ 'interactionStore.backend': 'scylla', ...hostile }, 'v=1&'],
    [{ 'api.resources.requests.cpu': '' }, 'v=1&'],
  ] as const) {
    const text = script(given);
    await load(text);
    expect(text).toContain(`\n// answers: ${answers}`);
    expect(text).not.toMatch(/[\t]| $|<[a-zA-Z]+>/m);
  }
});

it('the script ramps to the peak and holds it', async () => {
  const { options } = await load(script(PEAK));
  expect(options).toMatchObject({
    scenarios: {
      ramp: { stages: [{ target: 5000, duration: '300s' }] },
      // 5,000 requests/s × 0.2 s
      hold: {
        startTime: '300s',
        rate: 5000,
        duration: '300s',
        preAllocatedVUs: 1000,
        maxVUs: 5000,
      },
    },
    summaryTrendStats: expect.arrayContaining(['p(95)', 'p(99)']),
    // The documented objectives, over the hold alone.
    thresholds: {
      'http_req_duration{scenario:hold}': ['p(95)<100', 'p(99)<200'],
      'server_errors{scenario:hold}': ['rate<0.001'],
    },
  });
});

it.each<[string, Given, Record<string, string>, object]>([
  ['the documented one while no peak is given', {}, {}, { rate: 100, duration: '300s' }],
  ['overruled', PEAK, { RATE: '150', HOLD_SECONDS: '60' }, { rate: 150, duration: '60s' }],
])('the script has a size that is %s', async (_, given, env, hold) => {
  const { scenarios } = (await load(script(given), env)).options;
  expect(scenarios).toMatchObject({ hold: { executor: 'constant-arrival-rate', ...hold } });
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
])('the script of %j says what it asks of the cluster', (given, ...words) => {
  for (const word of words) expect(script(given)).toContain(word);
  expect(script({ 'plan.peakRps': '10000' })).not.toContain('--execution-segment');
});

const send = async (status: number) => {
  const k6 = { post: vi.fn(() => ({ status })), rates: {} as Record<string, boolean[]> };
  vi.stubGlobal('k6', k6);
  const loaded = await load(script(), ENV);
  loaded.setup();
  loaded.default();
  return k6;
};

it('a request goes to /api/v1/recommend with tenant and key from the environment', async () => {
  const { post } = await send(200);
  const type = { 'Content-Type': 'application/json' };
  const headers = { ...type, 'X-Tenant-Id': 't1', Authorization: 'Bearer k1' };
  const url = 'https://k.example/api/v1/recommend';
  const body = '{"customerId":"load-test-0"}';
  expect(post).toHaveBeenCalledWith(url, body, expect.objectContaining({ headers }));
});

it.each([
  [200, []],
  [401, ['refused']],
  [429, ['refused', 'rate_limited']],
  [500, ['server_errors', 'refused']],
  [0, ['server_errors', 'refused']],
])('a request answered with %i counts as %j', async (status, counted) => {
  const { rates } = await send(status);
  const names = ['server_errors', 'refused', 'rate_limited'];
  expect(rates).toEqual(Object.fromEntries(names.map((name) => [name, [counted.includes(name)]])));
});

it('a request is not sent while the environment lacks something', async () => {
  for (const name of Object.keys(ENV)) {
    const loaded = await load(script(), { ...ENV, [name]: '' });
    expect(() => loaded.setup()).toThrow(`Set ${name} in the environment.`);
  }
});

const data = {
  metrics: {
    'http_reqs{scenario:hold}': { values: { count: 29_940, rate: 71.3 } },
    'http_req_duration{scenario:hold}': {
      values: { med: 41, max: 377, 'p(95)': 97.5, 'p(99)': 230 },
      thresholds: { 'p(95)<100': { ok: true }, 'p(99)<200': { ok: false } },
    },
    'server_errors{scenario:hold}': { values: { rate: 0.0005 } },
  },
};

it('the summary is a JSON file with what the documented gate compares', async () => {
  const BASELINE = 'perf/baselines/recommend-100rps.json';
  const loaded = await load(script({ 'redis.cluster': 'false' }), { PODS: '1', BASELINE });
  const { stdout, ...written } = loaded.handleSummary(data);
  expect(Object.keys(written)).toEqual([BASELINE]);
  expect(JSON.parse(written[BASELINE] ?? '')).toEqual({
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
  expect(stdout).toContain('Missed: http_req_duration{scenario:hold} p(99)<200\n');
});

it('the summary is made of k6’s newer form too, which has no P99 and no thresholds', async () => {
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

it('the summary of a run that never held is made of blanks, and holds nothing of the environment', async () => {
  const loaded = await load(script(), ENV);
  const { stdout } = loaded.handleSummary({ metrics: {} });
  expect(stdout).not.toMatch(/k\.example|"t1"|k1/);
  expect(stdout).toContain('"rpsReached": null');
  expect(stdout).toContain('The hold did not run: nothing was measured.');
});
