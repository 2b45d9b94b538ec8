/**
 * The script with places such as `<rate>` that {@link k6Script} fills in. The comments are for the operator who runs
 * it and has nothing else at hand.
 */
export const SCRIPT = String.raw`// recommend.k6.js: load for POST /api/v1/recommend, as values-large.yaml was planned for it.
// answers: <answers>
//
<size>
//
// Run it against the installed cluster, from outside of it, before you commit to the topology:
//
//   export BASE_URL=https://kaireon.example KAIREON_TENANT_ID=... KAIREON_API_KEY=...
//   k6 run recommend.k6.js
//
// k6 reads these three from its environment. Nothing of them is written into the script or the result.
//
// It writes recommend-baseline.json (or what BASELINE names). Keep that under perf/baselines/, by date, to compare
// later runs with it. The format of the files there is not documented; what the documented gate compares, P95 and
// the error rate, is in it by those names.
//
// Know before you run it, above all against production:
//
//   - Each call is a decision: it publishes decision.made.v1 and costs what a real one costs. Use a tenant for tests.
//   - 429 is the rate limit, of the API or of what stands before it, and no sign of its capacity. It is counted apart.
//   - Latency is measured from where k6 runs, so it includes the network from there. Run k6 near the cluster.
//   - The ramp must be longer than a node takes to join, or the hold measures a cluster that is still growing:
//     RAMP_SECONDS, <rampSeconds> where you set none.
//
// The rate of one pod and the CPU that it uses, which plan.rpsPerPod and plan.cpuPerPod ask for. This holds the API at
// ONE pod: all traffic of that cluster goes to it, and real requests fail. Do it where no customer is served.
//
//   1. Stop what puts the autoscaler back: self-heal of Argo CD, or flux suspend helmrelease kaireon -n kaireon.
//   2. Hold the API at one pod of this very size (requests: <cpu> CPU, <memory>):
//      kubectl -n kaireon patch hpa kaireon-api-hpa --type merge -p '{"spec":{"minReplicas":1,"maxReplicas":1}}'
//   3. k6 run -e PODS=1 -e RATE=50 recommend.k6.js, then RATE=100, 150 and so on. During each run read the pod's CPU:
//      kubectl -n kaireon top pods
//   4. The highest RATE at which every threshold holds is plan.rpsPerPod. The CPU that the pod used at it is
//      plan.cpuPerPod: with both, the plan says at how many pods the HPA's target of <target> % settles.
//   5. Put the autoscaler back, at once:
//      <back>
//      The next helm upgrade does the same with Helm 3. With Helm 4, which applies on the server, it stops at the
//      conflict with what kubectl patched.
//   6. Start again what you stopped: self-heal, or flux resume helmrelease kaireon -n kaireon.
import { check, fail } from 'k6';
import http from 'k6/http';
import { Rate } from 'k6/metrics';

// ---- Fill in -----------------------------------------------------------------------------------------------------
// The public documentation that this script was made from shows neither the body of /api/v1/recommend nor the names
// of the headers for tenant and key. Take both from your API reference. A wrong body measures refusals: the run stops
// after 30 s when more than 1 % of the answers are not 2xx.

function headers() {
  return {
    'Content-Type': 'application/json',
    'X-Tenant-Id': __ENV.KAIREON_TENANT_ID,
    Authorization: 'Bearer ' + __ENV.KAIREON_API_KEY,
  };
}

// Many customers, so that no single one is served from the cache alone. They must exist in the tenant under test.
const CUSTOMERS = Number(__ENV.CUSTOMERS || 10000);

function body(number) {
  return { customerId: 'load-test-' + (number % CUSTOMERS) };
}
// ---- Nothing below here needs to be changed ------------------------------------------------------------------------

const RATE = Number(__ENV.RATE || <rate>);
const RAMP_SECONDS = Number(__ENV.RAMP_SECONDS || <rampSeconds>);
const HOLD_SECONDS = Number(__ENV.HOLD_SECONDS || <holdSeconds>);
const BASELINE = __ENV.BASELINE || 'recommend-baseline.json';

// Requests under way at once: the rate times how long one takes. 0.2 s is the P99 objective, 1 s leaves room to see
// it missed. The caps keep a large rate from exhausting the machine that k6 runs on.
const VUS = Math.min(Math.max(Math.ceil(RATE * 0.2), 10), 5000);
const MAX_VUS = Math.min(Math.max(RATE, 50), 20000);

const serverErrors = new Rate('server_errors');
const refused = new Rate('refused');
const rateLimited = new Rate('rate_limited');

export const options = {
  discardResponseBodies: true,
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(95)', 'p(99)'],
  scenarios: {
    ramp: {
      executor: 'ramping-arrival-rate',
      startRate: 1,
      timeUnit: '1s',
      preAllocatedVUs: VUS,
      maxVUs: MAX_VUS,
      stages: [{ target: RATE, duration: RAMP_SECONDS + 's' }],
      gracefulStop: '0s',
    },
    hold: {
      executor: 'constant-arrival-rate',
      startTime: RAMP_SECONDS + 's',
      rate: RATE,
      timeUnit: '1s',
      duration: HOLD_SECONDS + 's',
      preAllocatedVUs: VUS,
      maxVUs: MAX_VUS,
    },
  },
  // Only the hold counts: during the ramp the HPA is still adding pods.
  thresholds: {
    // sla-slo: decision P95 below 100 ms, P99 below 200 ms.
    'http_req_duration{scenario:hold}': ['p(95)<100', 'p(99)<200'],
    // sla-slo: 5xx below 0.1 %. A request without any answer counts as one.
    'server_errors{scenario:hold}': ['rate<0.001'],
    // Not objectives. The first stops a run that measures refusals; the second fails one in which k6 itself, not the
    // API, could not keep up; the others only make k6 keep the counts.
    refused: [{ threshold: 'rate<0.01', abortOnFail: true, delayAbortEval: '30s' }],
    'dropped_iterations{scenario:hold}': ['count<1'],
    'rate_limited{scenario:hold}': ['rate<=1'],
    'http_reqs{scenario:hold}': ['count>0'],
  },
};

export function setup() {
  for (const name of ['BASE_URL', 'KAIREON_TENANT_ID', 'KAIREON_API_KEY']) {
    if (!__ENV[name]) fail('Set ' + name + ' in the environment.');
  }
}

export default function () {
  const url = __ENV.BASE_URL.replace(/\/+$/, '') + '/api/v1/recommend';
  const number = (__VU - 1) * 7919 + __ITER;
  const response = http.post(url, JSON.stringify(body(number)), {
    headers: headers(),
    tags: { name: 'recommend' },
  });
  const answered = response.status >= 200 && response.status < 300;
  serverErrors.add(response.status === 0 || response.status >= 500);
  rateLimited.add(response.status === 429);
  refused.add(!answered);
  check(response, { 'answered with 2xx': () => answered });
}

export function handleSummary(data) {
  // k6 has two forms of it. The newer one is a list, without P99 and without the thresholds, which k6 prints itself:
  // --new-machine-readable-summary=false brings both.
  const isNewer = !data.metrics;
  const metrics = {};
  for (const metric of isNewer ? data.results.metrics : []) metrics[metric.name] = metric;
  Object.assign(metrics, data.metrics);
  const hold = (metric, statistic) => {
    const found = metrics[metric + '{scenario:hold}'];
    const value = found && found.values[statistic];
    return value === undefined ? null : value;
  };
  const failed = Object.keys(metrics).flatMap((metric) =>
    Object.entries(metrics[metric].thresholds || {})
      .filter(([, result]) => !result.ok)
      .map(([threshold]) => metric + ' ' + threshold),
  );
  const requests = hold('http_reqs', 'count');
  const baseline = {
    test: 'POST /api/v1/recommend',
    date: new Date().toISOString(),
    answers: <answersText>,
    pods: __ENV.PODS ? Number(__ENV.PODS) : null,
    rpsAsked: RATE,
    // Not k6's own rate, which divides by the whole run, ramp included.
    rpsReached: requests === null ? null : requests / HOLD_SECONDS,
    holdSeconds: HOLD_SECONDS,
    requests: requests,
    dropped: hold('dropped_iterations', 'count') || 0,
    latencyMs: {
      p50: hold('http_req_duration', 'med'),
      p95: hold('http_req_duration', 'p(95)'),
      p99: hold('http_req_duration', 'p(99)'),
      max: hold('http_req_duration', 'max'),
    },
    errorRate: hold('server_errors', 'rate'),
    rateLimited: hold('rate_limited', 'rate'),
    failedThresholds: isNewer ? null : failed,
  };
  const text = JSON.stringify(baseline, null, 2) + '\n';
  const verdict =
    requests === null
      ? 'The hold did not run: nothing was measured.'
      : isNewer
        ? 'k6 says itself which thresholds held.'
        : failed.length === 0
          ? 'Every threshold held.'
          : 'Missed: ' + failed.join('; ');
  return { stdout: text + verdict + '\n', [BASELINE]: text };
}
`;
