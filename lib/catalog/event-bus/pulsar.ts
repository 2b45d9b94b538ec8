import { textAnswer } from '@/lib/domain/declare';
import { shellFlag } from '@/lib/domain/shell-quote';
import type { Backend } from '../backend';
import { pulsarUrl } from '../text-patterns';

const serviceUrl = textAnswer({
  ...pulsarUrl,
  key: 'pulsar.serviceUrl',
  label: 'Service URL',
  help: 'Where the Pulsar brokers or the proxy listen.',
  source: 'convention of the Pulsar client',
  example: 'pulsar://broker.pulsar:6650',
});

export const pulsar: Backend = {
  id: 'pulsar',
  title: 'Pulsar',
  summary: 'Apache Pulsar. Listed by the overlay, absent from the rest of the documentation.',
  block: {
    answers: [serviceUrl],
    required: serviceUrl,
    mustExist: () => 'the Pulsar cluster',
  },
  limits: [
    {
      id: 'pulsar-undocumented',
      severity: 'caution',
      when: 'always',
      keys: ['eventbus.backend'],
      message: () =>
        'The overlay’s page lists pulsar, but config.EVENT_PUBLISHER and the environment reference do not: no publisher setting for Pulsar is documented. Ask KaireonAI for the settings before you rely on it, or choose Kafka or Kinesis.',
      short: 'The overlay lists pulsar; EVENT_PUBLISHER and the environment reference do not.',
      source: 'values-large: Large-overlay-only keys; environment variables reference',
    },
  ],
  prerequisites: [
    {
      id: 'pulsar-cluster',
      text: ({ read }) =>
        `A Pulsar cluster${read(serviceUrl) ? ` at ${read(serviceUrl)}` : ''}, with a tenant and a namespace for the events.`,
      verify: ({ read }) =>
        `pulsar-client ${shellFlag('--url', read(serviceUrl), 'PULSAR_SERVICE_URL')} produce kaireon-preflight -m ok`,
      limit: 'eventbus-must-exist',
      basis: 'documented',
    },
  ],
};
