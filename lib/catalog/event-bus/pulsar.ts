import { textAnswer } from '@/lib/domain/declare';
import { caution } from '@/lib/domain/limit';
import type { Backend } from '@/lib/domain/option';
import { type Address, addressesOf, named, reachFromCluster } from '../commands';
import { source } from '../sources';
import { pulsarUrl } from '../text-patterns';

const serviceUrl = textAnswer('pulsar.serviceUrl', {
  ...pulsarUrl,
  shows: { in: 'configuration' },
  label: 'Service URL',
  help: 'Where the Pulsar brokers or the proxy listen.',
  source: 'convention of the Pulsar client',
  example: 'pulsar://broker.pulsar:6650',
});

export const pulsar: Backend = {
  id: 'pulsar',
  title: 'Pulsar',
  summary: 'Apache Pulsar. Listed by the overlay, absent from the rest of the documentation.',
  block: { enabled: 'pulsar.enabled', answers: [serviceUrl], required: serviceUrl },
  mustExist: () => 'the Pulsar cluster',
  limits: [
    caution('pulsar-undocumented', {
      when: 'always',
      keys: ['eventbus.backend'],
      message:
        'The overlay lists pulsar, while EVENT_PUBLISHER and the environment reference do not. So config.EVENT_PUBLISHER is left out here and the chart’s own value stays (the application’s default is redis); whether that or eventbus.backend wins is not documented. Ask KaireonAI before you rely on it, or choose Kafka or Kinesis.',
      source: `${source.overlayKeys}; ${source.environment}`,
    }),
  ],
  prerequisites: {
    'pulsar-cluster': {
      text: ({ read }) =>
        `A Pulsar cluster that answers${named(' at', read(serviceUrl))}, tried from inside your cluster.`,
      ...reachFromCluster('pulsar', (read) => serviceAddresses(read(serviceUrl))),
      limit: 'eventbus-must-exist',
      origin: 'documented',
    },
    'pulsar-namespace': {
      text: 'A tenant and a namespace for the events in that cluster. Which the publisher uses is not documented.',
      verify:
        'pulsar-admin --admin-url "$PULSAR_ADMIN_URL" namespaces list "$PULSAR_TENANT" | grep -F "$PULSAR_TENANT/"',
      good: 'The namespace for the events, as tenant/namespace.',
      limit: 'pulsar-undocumented',
    },
  },
};

/** Pulsar's own ports, where the URL names none: 6650, and 6651 with TLS. */
function serviceAddresses(url: string | undefined): Address[] {
  if (url === undefined) return [['"$PULSAR_HOST"', '6650']];
  const hosts = url.replace(/^pulsar(?:\+ssl)?:\/\//, '').replace(/\/$/, '');
  return addressesOf(hosts, url.startsWith('pulsar+ssl:') ? 6651 : 6650);
}
