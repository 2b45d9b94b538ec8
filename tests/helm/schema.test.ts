import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import type { YamlValue } from '@/lib/domain/answer';
import { fileOf } from '../support/reading';
import { temporaryFolder } from '../support/temporary-folder';
import { writeChart, writeOverlay } from './charts';
import { describeWithHelm, run } from './helm';

/** An overlay of its own, laid over the default one: what an operator might write by hand. */
const broken: readonly (readonly [string, YamlValue])[] = [
  ['memory in a unit that Kubernetes has not', memory('4GB')],
  ['memory without a unit, so four bytes', memory('4')],
  ['memory as a number of four bytes', memory(4)],
  ['memory in thousandths of a byte', memory('512m')],
  ['CPU in gigabytes', { worker: { resources: { limits: { cpu: '4Gi' } } } }],
  ['a minimum that is text', { api: { autoscaling: { minReplicas: '6' } } }],
  ['a minimum of half a pod', { api: { autoscaling: { minReplicas: 1.5 } } }],
  ['a maximum out of bounds', { worker: { keda: { maxReplicaCount: 1001 } } }],
  ['a bus that there is not', { eventbus: { backend: 'rabbitmq' } }],
  ['a switch that is text', { mlWorker: { enabled: 'true' } }],
  ['a switch of the environment that is no text', { config: { FLOW_STREAMING_ENABLED: true } }],
  ['brokers without a port', { kafka: { brokers: 'broker-1' } }],
  ['a list of brokers, one without a port', { kafka: { brokers: ['broker-1:9092', 'broker-2'] } }],
  ['a tier that is a list', { cron: [] }],
  [
    'a spread that Kubernetes has not',
    { api: { topologySpreadConstraints: [{ maxSkew: 1, whenUnsatisfiable: 'Never' }] } },
  ],
];

const accepted: readonly (readonly [string, YamlValue])[] = [
  ['keys that only the chart knows', { image: { tag: 'v1' }, api: { replicaCount: 3 } }],
  ['quantities as numbers', { api: { resources: { requests: { cpu: 2, memory: 4294967296 } } } }],
  ['a tier at 0 replicas', { mlWorker: { autoscaling: { minReplicas: 0 } } }],
  ['a budget as a share', { outboxPublisher: { podDisruptionBudget: { minAvailable: '50%' } } }],
  ['brokers as a list', { kafka: { brokers: ['broker-1:9092', 'broker-2:9092'] } }],
  ['what is left blank', { kafka: { brokers: '' }, dynamodb: { tableName: '' } }],
  [
    'a second spread of the operator’s own',
    { api: { topologySpreadConstraints: [{ maxSkew: 2, topologyKey: 'kubernetes.io/hostname' }] } },
  ],
  ['a data centre of any name', { scylla: { localDataCenter: 'Zürich 北京 🙂 #1' } }],
];

function memory(amount: YamlValue): YamlValue {
  return { api: { resources: { requests: { memory: amount } } } };
}

describeWithHelm('Helm %s with our values.schema.json', (_, helm) => {
  const chart = writeChart(temporaryFolder());
  const overlay = writeOverlay(fileOf());
  const template = (values: YamlValue) =>
    run(helm, ['template', 'kaireon', chart, '-f', overlay, '-f', writeOverlay(dump(values))]);

  test.each(broken)('refuses %s', async (_, values) => {
    const { ok, output } = await template(values);
    expect(ok).toBe(false);
    expect(output).toContain('meet the specifications of the schema');
  });

  test.each(accepted)('accepts %s', async (_, values) => {
    const { ok, output } = await template(values);
    expect(ok, output).toBe(true);
  });
});
