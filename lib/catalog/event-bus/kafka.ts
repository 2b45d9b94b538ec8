import { textAnswer } from '@/lib/domain/declare';
import type { Backend } from '@/lib/domain/option';
import { shellFlag } from '@/lib/domain/shell-quote';
import { addressesOf, named, reachFromCluster } from '../commands';
import { documented, source } from '../sources';
import { hostPortList } from '../text-patterns';

const brokers = textAnswer('kafka.brokers', {
  ...hostPortList,
  shows: { in: 'configuration', names: ['KAFKA_BROKERS', 'KAFKA_BOOTSTRAP_SERVERS'] },
  label: 'Brokers',
  help: 'The bootstrap brokers. Whether the chart reads a string or a list here is not documented; a comma-separated string is written.',
  ...documented(source.overlayKeys),
  example: 'broker-1:9092,broker-2:9092',
});

const servers = (given: string | undefined) =>
  shellFlag('--bootstrap-server', given, 'KAFKA_BROKERS');

export const kafka: Backend = {
  id: 'kafka',
  title: 'Kafka',
  summary:
    'Self-hosted Kafka or Redpanda, Confluent Cloud, Aiven. Replayable, with consumer groups.',
  isDefault: true,
  selector: 'kafka',
  block: { enabled: 'kafka.enabled', answers: [brokers], required: brokers },
  mustExist: () => 'the Kafka brokers',
  prerequisites: {
    'kafka-brokers': {
      text: ({ read }) =>
        `Kafka brokers that answer${named(' at', read(brokers))}. With TLS or SASL add --command-config and a properties file.`,
      verify: ({ read }) => `kafka-broker-api-versions.sh ${servers(read(brokers))}`,
      good: 'A paragraph for each broker.',
      limit: 'eventbus-must-exist',
      origin: 'documented',
    },
    'kafka-topics': {
      text: 'The topics interaction.recorded.v1 and decision.made.v1, unless your brokers create topics by themselves. Their names are documented, who creates them is not; the outbox page also names outcome.recorded.',
      verify: ({ read }) =>
        ['interaction.recorded.v1', 'decision.made.v1']
          .map((topic) => `kafka-topics.sh ${servers(read(brokers))} --describe --topic ${topic}`)
          .join(' && '),
      good: 'Both topics, with the partitions that your consumers share out and a ReplicationFactor of 3 where you have three brokers.',
      limit: 'eventbus-must-exist',
    },
    'kafka-reach': {
      when: ({ read }) => read(brokers) !== undefined,
      text: 'A way from the cluster to every broker, because the clients connect to each of them.',
      ...reachFromCluster('kafka', (read) => addressesOf(read(brokers) ?? '', 9092)),
    },
  },
};
