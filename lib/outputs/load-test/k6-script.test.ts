import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { temporaryFolder } from '@/tests/support/temporary-folder';
import { k6Script } from './k6-script';

const script = (given: Record<string, string> = {}) =>
  k6Script({
    catalog,
    reading: readAnswers(catalog, completeAnswers(catalog, given)),
    outputs: [],
  });

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

interface Scenario {
  readonly executor: string;
  readonly rate?: number;
  readonly duration?: string;
  readonly startTime?: string;
  readonly stages?: readonly { readonly target: number; readonly duration: string }[];
  readonly preAllocatedVUs: number;
  readonly maxVUs: number;
}

interface Script {
  readonly default: () => void;
  readonly setup: () => void;
  readonly options: {
    readonly scenarios: { readonly ramp: Scenario; readonly hold: Scenario };
    readonly thresholds: Readonly<Record<string, unknown>>;
    readonly summaryTrendStats: readonly string[];
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

  const hasK6 = spawnSync('k6', ['version']).status === 0;

  it.runIf(hasK6)('is a script that k6 accepts', () => {
    const file = save(script({ 'plan.peakRps': '5000' }));
    const { scenarios } = JSON.parse(execFileSync('k6', ['inspect', file], { encoding: 'utf8' }));
    expect(Object.keys(scenarios).sort()).toEqual(['hold', 'ramp']);
  });

  it('is deterministic text with LF, one final newline and no place left unfilled', () => {
    const text = script({ 'plan.peakRps': '5000' });
    expect(text).toBe(script({ 'plan.peakRps': '5000' }));
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/[\r\t]| $|<[a-zA-Z]+>/m);
  });

  it('says for which answers it was made', () => {
    expect(script()).toContain('\n// answers: defaults\n');
    expect(script({ 'plan.peakRps': '5000' })).toContain('\n// answers: v=1&plan.peakRps=5000\n');
  });
});

describe('its size', () => {
  it('ramps to the peak and holds it', async () => {
    const { options } = await load(script({ 'plan.peakRps': '5000' }));
    expect(options.scenarios.ramp.stages).toEqual([{ target: 5000, duration: '300s' }]);
    expect(options.scenarios.hold).toMatchObject({
      executor: 'constant-arrival-rate',
      startTime: '300s',
      rate: 5000,
      duration: '300s',
      preAllocatedVUs: 1000, // 5,000 requests/s × 0.2 s
      maxVUs: 5000,
    });
  });

  it('is the documented 100 requests/s for 5 minutes while no peak is given, and says so', async () => {
    const text = script();
    const { options } = await load(text);
    expect(options.scenarios.hold).toMatchObject({ rate: 100, duration: '300s' });
    expect(text).toContain('no peak was given (plan.peakRps)');
    expect(text).toContain('100 requests/s for 5 minutes (perf-baselines)');
  });

  it('can be overruled from the environment, to measure one pod', async () => {
    const { options } = await load(script({ 'plan.peakRps': '5000' }), {
      RATE: '150',
      HOLD_SECONDS: '60',
    });
    expect(options.scenarios.hold).toMatchObject({ rate: 150, duration: '60s' });
  });

  it('says how many pods the peak should take, as the HPA would count', () => {
    // 5,000 ÷ (250 × 70 %) = 28.57, so 29
    expect(script({ 'plan.peakRps': '5000', 'plan.rpsPerPod': '250' })).toContain(
      'target of 70 % it should take 29 API pods if a pod at that rate uses all the CPU that it requests;\n// the largest number allowed is 50.',
    );
  });

  it('says when one k6 process will not do', () => {
    expect(script({ 'plan.peakRps': '10001' })).toContain('--execution-segment');
    expect(script({ 'plan.peakRps': '10000' })).not.toContain('--execution-segment');
  });

  it('says which CPU request the rate of one pod is measured against', () => {
    expect(script({ 'api.resources.requests.cpu': '1500m' })).toContain(
      '(requests: 1500m CPU, 4Gi)',
    );
  });
});

describe('measuring one pod', () => {
  it('says what it does to whoever is served, and gives the autoscaler back its own figures', () => {
    const text = script({ 'api.autoscaling.minReplicas': '8' });
    expect(text).toContain('real requests fail');
    expect(text).toContain(`-p '{"spec":{"minReplicas":8,"maxReplicas":50}}'\n`);
    expect(text).toMatch(/Helm 3\. With Helm 4/);
    expect(script({ 'api.autoscaling.minReplicas': '' })).toContain(
      'because the chart decides it here',
    );
  });
});

describe('its thresholds', () => {
  it('are the documented objectives, over the hold alone', async () => {
    const { options } = await load(script());
    expect(options.thresholds['http_req_duration{scenario:hold}']).toEqual([
      'p(95)<100',
      'p(99)<200',
    ]);
    expect(options.thresholds['server_errors{scenario:hold}']).toEqual(['rate<0.001']);
    expect(options.summaryTrendStats).toEqual(expect.arrayContaining(['p(95)', 'p(99)']));
  });

  it('name the page that they come from', () => {
    expect(script()).toContain('// sla-slo: decision P95 below 100 ms, P99 below 200 ms.\n');
    expect(script()).toContain('// sla-slo: 5xx below 0.1 %.');
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
    [200, false, false],
    [401, false, true],
    [500, true, true],
    [503, true, true],
    [0, true, true],
  ])(
    'answered with %i counts as server error %s, as refused %s',
    async (status, error, refused) => {
      const { rates } = await send(status);
      expect(rates).toEqual({ server_errors: [error], refused: [refused], rate_limited: [false] });
    },
  );

  it('answered with 429 is counted as the rate limit', async () => {
    const { rates } = await send(429);
    expect(rates).toEqual({ server_errors: [false], refused: [true], rate_limited: [true] });
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

  it('holds nothing of the environment’s three', async () => {
    const loaded = await load(script(), ENV);
    const written = JSON.stringify(loaded.handleSummary(data));
    expect(written).not.toMatch(/k\.example|"t1"|k1/);
  });

  it('of a run that never held is made of blanks, not of a fault', async () => {
    const loaded = await load(script());
    const { stdout } = loaded.handleSummary({ metrics: {} });
    expect(stdout).toContain('"rpsReached": null');
    expect(stdout).toContain('The hold did not run: nothing was measured.');
  });
});
