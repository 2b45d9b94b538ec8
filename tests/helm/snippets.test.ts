import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { execa } from 'execa';
import { loadAll } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overlaySource, snippets } from '@/lib/outputs/snippets/snippets';
import { respond } from '@/server/respond';
import { fileOf, type Given, readingOf } from '../support/reading';
import { temporaryFolder } from '../support/temporary-folder';
import { writeChart } from './charts';
import { describeWithHelm } from './helm';

const VENDOR = `config: { WORKER_INPROCESS: "0", EVENT_PUBLISHER: redis }
api:
  tolerations: [{ key: kaireon.ai/tier, operator: Exists }]
  autoscaling: { maxReplicas: 40 }
`;

/** A folder with a chart by hand, an overlay of the vendor's in it, and ours beside it. */
function beside(given: Given): string {
  const folder = temporaryFolder();
  const chart = writeChart(path.join(folder, 'helm'), 'kaireon', 'image: { tag: v1 }\n', '');
  const namespace = 'metadata:\n  namespace: {{ .Release.Namespace }}';
  const template = path.join(chart, 'templates/seen.yaml');
  writeFileSync(template, readFileSync(template, 'utf8').replace('metadata:', namespace));
  writeFileSync(path.join(chart, 'values-large.yaml'), VENDOR);
  writeFileSync(path.join(folder, 'values-large.yaml'), fileOf(given));
  return folder;
}

/** The routes on Node's own server, which needs no build. */
const server = createServer(async ({ url = '' }, response) => {
  const [name = '', query = ''] = url.slice(1).split('?');
  const reply = await respond(name, query, undefined);
  response.statusCode = reply.status;
  response.setHeaders(reply.headers).end(await reply.text());
});
let origin = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is an object
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

describeWithHelm('with Helm %s', (_, helm) => {
  const given = {
    'kafka.brokers': 'broker-1:9092,broker-2:9092',
    'api.autoscaling.maxReplicas': '60',
  };
  const reading = readingOf(given);
  const folder = beside(given);

  /** Runs a snippet as a person pastes it, with `helm template` in the place of what needs a cluster. */
  const render = async (text: string) => {
    const offline = text
      .replace(/helm (?:diff )?upgrade --install/, 'helm template')
      .replace(/ > rendered\.yaml$/, '');
    const script = `helm() { "${helm.path}" "$@"; }\n${offline}`;
    return (await execa('bash', ['-c', script], { cwd: folder })).stdout;
  };

  const sources = [
    ['the address', (origin: string) => overlaySource(origin, reading)],
    ['the file', () => overlaySource(undefined, reading)],
  ] as const;

  test.each(
    sources.flatMap(([name, source]) =>
      ['helm-upgrade', 'helm-template', 'helm-diff', 'ci'].map((id) => [id, name, source] as const),
    ),
  )('%s with %s loses nothing of the vendor’s overlay', async (id, _name, source) => {
    const snippet = snippets(source(origin), reading).find((one) => one.id === id);
    const [object] = loadAll(await render(snippet?.text ?? '')) as [
      { metadata: { namespace: string }; data: { seen: string } }, // the template above
    ];
    expect(object.metadata.namespace).toBe('kaireon');
    expect(JSON.parse(object.data.seen)).toMatchObject({
      image: { tag: 'v1' },
      config: { WORKER_INPROCESS: '0', EVENT_PUBLISHER: 'kafka' },
      api: {
        tolerations: [{ key: 'kaireon.ai/tier', operator: 'Exists' }],
        autoscaling: { minReplicas: 6, maxReplicas: 60 },
      },
      kafka: { brokers: 'broker-1:9092,broker-2:9092' },
    });
  });
});
