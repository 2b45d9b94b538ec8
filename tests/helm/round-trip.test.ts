import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { formatPath } from '@/lib/domain/path';
import { leavesOf, type Mapping } from '@/lib/files/leaves';
import { type OpenedFile, openFile } from '@/lib/files/open-file';
import { textOf } from '@/lib/overlay/overlay';
import { readAnswers } from '@/lib/reading/reading';
import { realHelm } from '@/scripts/helm.mjs';
import { sound } from '../support/reading';
import { readByHelm } from './charts';

/** Parts of values files as people keep them, each with root keys of its own group. */
const MAPPED = [
  '# by nobody',
  '# answers: v=1&map.worker.keda.maxReplicaCount=workers.batch.most&map.mlWorker.resources.requests.cpu=gpu.cpu\nworkers: { batch: { most: 7, least: null, most%: 1 } }\ngpu: { cpu: 0.5, count: 2 }',
  '# answers:\n# v=1&map.worker.keda.enabled=jobs.hpa.enabled&map.worker.keda.minReplicaCount=jobs.hpa.min&map.cron.enabled=jobs.on\njobs: { hpa: { enabled: false, min: 2 }, "on": yes }',
];
const API = [
  'api: { autoscaling: { minReplicas: 3 } }',
  'api:\n  autoscaling: { enabled: false, minReplicas: 3, maxReplicas: 9 }\n  resources: { limits: null }',
  'api:\n  resources:\n    requests: { cpu: 3, memory: 6Gi }\n    limits: { memory: 12Gi, cpu: null }',
  'api:\n  replicaCount: 2\n  image: { repository: registry.example/kaireon, tag: "1.10" }\n  tolerations: [{ key: a, operator: Exists }]',
  'api:\n  topologySpreadConstraints: []\n  nodeSelector: { disktype: ssd, kaireon.ai/tier: api }',
  'api: { autoscaling: { minReplicas: "6", maxReplicas: 0x32 } }',
  'x: &r { requests: { cpu: 2, memory: 4Gi } }\napi: { resources: *r }\nworker: { resources: { <<: *r, limits: {} } }',
];
const BUS = [
  'eventbus: { enabled: true, backend: kafka }\nkafka: { enabled: true, brokers: [b-1:9092, b-2:9092], acks: all }',
  'eventbus: { enabled: false }\nconfig: { EVENT_PUBLISHER: msk, LOG_LEVEL: debug }',
  'config: { EVENT_PUBLISHER: kinesis }\nkinesis: { streamName: orders }',
  'eventbus: { enabled: on, backend: nats }\nnats: { url: nats://nats:4222 }',
  'eventbus: null\nkafka: { brokers: "b:9092", enabled: false }',
  'eventbus: { enabled: no }\nconfig:\n  EVENT_PUBLISHER: redis\n  A: |\n    two\n    lines',
  'eventbus: { backend: pulsar }\npulsar: { serviceUrl: "pulsar+ssl://p:6651", tls: { ca: /ca.pem } }',
  'eventbus: { enabled: true, backend: kinesis }\nconfig: { EVENT_PUBLISHER: kafka }',
  'config: no mapping',
];
const STORE = [
  'interactionStore: { backend: dynamodb }\ndynamodb: { tableName: history, region: eu-west-1, endpoint: "" }',
  'interactionStore: { backend: cassandra }\ncassandra: { enabled: true, contactPoints: [a, b], port: 9042 }',
  'dynamodb: { enabled: true, tableName: history }',
  'interactionStore: { backend: pg }\npostgres: { mode: internal, password: hunter2 }',
  'scylla: null\ninteractionStore: { backend: scylla, ttlDays: 30 }',
];
const REST = [
  'ingress: { annotations: { a.b/c: "true" }, hosts: [{ host: h, paths: [/] }] }\ncron: { schedules: { cleanup: { enabled: true, schedule: "0 3 * * *" } } }',
  'cron: { enabled: true, concurrencyPolicy: Replace }\nredis: { cluster: maybe, mode: external }',
  'outboxPublisher: { replicaCount: 3, podDisruptionBudget: { minAvailable: 2, maxUnavailable: null } }\nmcp: { dedicated: false, replicaCount: 4 }',
  'worker: { keda: { enabled: true, triggers: [] }, resources: {} }\nmlWorker: { enabled: off, resources: { limits: { nvidia.com/gpu: 1 } } }',
  'stream: { enabled: true, replicaCount: 2 }\nopensearch: { enabled: false }\npostgresExternalReplicas: 0',
  'global: { imagePullSecrets: [{ name: r }], 1: one, on: yes }\nextraEnv: []\nmonitoring: {}',
];
const FILES = Array.from({ length: 60 }, (_, index) =>
  [MAPPED, API, BUS, STORE, REST]
    .map((parts) => parts[index % parts.length])
    .join('\n')
    .concat('\n'),
);

const found = await realHelm();

/** Values by their paths, as Helm sees them. */
const byPath = (values: unknown) =>
  new Map(leavesOf(values as Mapping).map(({ path, value }) => [formatPath(path), value])); // Helm's own JSON

test.each(found.available ? [found.helm3, found.helm4] : [])(
  'sixty files mean the same to Helm $version once they were opened and written again',
  async (helm) => {
    const opened = FILES.map((text) => {
      const file = sound<OpenedFile>(openFile(catalog, text));
      return { text, file, again: textOf(readAnswers(catalog, file.raw, file.userFiles).lines) };
    });
    const seen = await readByHelm(helm, [
      ...new Set(opened.flatMap((one) => [one.text, one.again])),
    ]);
    for (const { text, file, again } of opened) {
      const [was, is] = [seen.get(text), seen.get(again)];
      if (!was || !is || !('values' in was) || !('values' in is)) throw new Error(text);
      const [before, after] = [byPath(was.values), byPath(is.values)];
      // What the report of opening says.
      for (const { path } of [...file.leftOut, ...file.conflicts]) before.delete(path);
      for (const { path } of file.added) after.delete(path);
      for (const { path, message } of file.understood) {
        if (message !== '') before.set(path, JSON.parse(message.slice('Written as '.length, -1)));
      }
      expect(new Map([...after].sort()), text).toEqual(new Map([...before].sort()));
    }
  },
  120_000,
);
