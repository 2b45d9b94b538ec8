import { isSwitchedOn } from '@/lib/domain/answer';
import { switchAnswer } from '@/lib/domain/declare';
import { limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { eventBusEnabled } from '../event-bus/event-bus';
import { source } from '../sources';
import { fixedPods } from './pods';

export const streamEnabled = switchAnswer('stream.enabled', {
  shows: { in: 'workload' },
  label: 'Run the stream tier',
  help: 'Consumers of inbound streams. Needs a real broker, a flag on the API and the worker, and a consumer that you implement.',
  source: source.tierLayout,
  default: false,
});

const pods = fixedPods({
  count: ['stream.replicaCount', 2],
  requests: {
    cpu: ['stream.resources.requests.cpu', '1'],
    memory: ['stream.resources.requests.memory', '2Gi'],
  },
});

export const stream: Option = {
  id: 'stream',
  step: 'tiers',
  order: 6,
  optional: { name: 'stream', needs: 'stream needs a real broker and a consumer of yours' },
  title: 'Stream',
  summary:
    'Inbound streams: consumers of Kafka, Kinesis and Pulsar sources, and change data capture.',
  parts: [
    streamEnabled,
    pods.count,
    ...pods.resources,
    {
      path: 'config.FLOW_STREAMING_ENABLED',
      type: 'string',
      shows: { in: 'environment', name: 'FLOW_STREAMING_ENABLED' },
      provenance: 'unverified',
      source: 'streaming-runtime; path: config of the base chart',
      answerKey: streamEnabled.key,
      // A config map holds strings.
      value: (read) => (read(streamEnabled) ? 'true' : undefined),
    },
  ],
  rules: [
    {
      key: streamEnabled.key,
      with: [eventBusEnabled.key],
      broken: (read) =>
        isSwitchedOn(read, streamEnabled) && read(eventBusEnabled) === false
          ? `The stream tier needs a real broker, and the event bus is off. Turn ${eventBusEnabled.key} on, or leave the stream tier off.`
          : undefined,
    },
  ],
  enabled: streamEnabled,
  workload: { ...pods.workload, note: () => 'needs a real broker' },
  // streaming-runtime: it consumes sources of its own, which need not be the bus that the outbox publishes to.
  limits: [
    limit('stream-operator-setup', {
      ...whileChosen(streamEnabled, true),
      message:
        'The stream tier needs its flag, a real broker and a consumer that you implement. The flag, FLOW_STREAMING_ENABLED=true under config, must reach the API and the worker, and alone gives only a broker-config error. The consumer (kafka_consumer, kinesis_consumer, pulsar_consumer or cdc_mirror) is yours to implement in kaireon-worker.',
      source: `${source.honestLimits}; streaming-runtime`,
    }),
  ],
  prerequisites: {
    'stream-consumer': {
      when: ({ read }) => read(streamEnabled) === true,
      text: 'A stream consumer and its client, implemented by you in kaireon-worker and in the image that you deploy, a real broker to read from, and FLOW_STREAMING_ENABLED=true on both the API and the worker. The rendered manifest shows the flag; the consumer only you can vouch for.',
      verify: inManifest('FLOW_STREAMING_ENABLED'),
      good: 'The flag with the value true for the API and for the worker.',
      judgedBy: 'person',
      limit: 'stream-operator-setup',
      origin: 'documented',
    },
  },
};
