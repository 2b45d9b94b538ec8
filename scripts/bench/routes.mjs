// How fast /values-large.yaml is: `next start` beside Node's own server that calls the same function, in one run.
import autocannon from 'autocannon';
import { startServer } from '../server.mjs';
import { bundleTypeScript } from '../typescript.mjs';
import { percentile } from './statistics.mjs';

const CONNECTIONS = 8;
const WARM_UP_SECONDS = 2;
/** In turns, so that whatever else the machine does meets both alike. */
const ROUNDS = 5;
const ROUND_SECONDS = 2;

/** Different answers in turn, so that no server can live off the last file. */
const requests = Array.from({ length: 50 }, (_, turn) => ({
  path: `/values-large.yaml?v=1&api.autoscaling.minReplicas=${1 + turn}&eventbus.backend=kinesis`,
}));

/** @param {string} url @param {number} duration seconds */
const load = (url, duration) =>
  autocannon({ url, duration, connections: CONNECTIONS, requests, timeout: 10 });

/** @param {string} nextOrigin a production server that runs already */
export async function timeRoutes(nextOrigin) {
  const [bare = ''] = await bundleTypeScript('bare', ['tests/http/bare-server.ts']);
  const start = `import(${JSON.stringify(bare)}).then((it) => it.bareServer(Number(process.env.PORT)))`;
  const server = await startServer([`data:text/javascript,${encodeURIComponent(start)}`]);
  try {
    const servers = [
      { name: 'next start', url: nextOrigin },
      { name: 'bare node:http', url: server.origin },
    ].map((one) => ({ ...one, results: /** @type {autocannon.Result[]} */ ([]) }));
    for (const { url } of servers) await load(url, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round++) {
      for (const { url, results } of servers) results.push(await load(url, ROUND_SECONDS));
    }
    return servers.map(({ name, results }) => {
      const faults = results.reduce((sum, one) => sum + one.non2xx + one.errors, 0);
      if (faults > 0) throw new Error(`${name}: ${faults} requests failed.`);
      const rates = results.map((one) => one.requests.average);
      const p99 = results.map(({ latency }) => latency.p99);
      return { name, requestsPerSecond: percentile(rates, 0.5), p99: percentile(p99, 0.5) };
    });
  } finally {
    await server.stop();
  }
}
