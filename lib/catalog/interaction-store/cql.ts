import { textAnswer } from '@/lib/domain/declare';
import type { Prerequisite } from '@/lib/domain/option';
import { shellQuote } from '@/lib/domain/shell-quote';
import type { Backend } from '../backend';
import { source } from '../sources';
import { cqlKeyspace, hostList, plainText } from '../text-patterns';

/** The block of a store that speaks CQL, and what must exist for it. Field names follow the Node cassandra-driver. */
export function cqlStore(id: string, title: string): Pick<Backend, 'block' | 'prerequisites'> {
  const contactPoints = textAnswer({
    ...hostList,
    key: `${id}.contactPoints`,
    label: 'Contact points',
    help: 'Nodes to connect to first; the driver finds the others.',
    source: source.cqlConvention,
    example: `${id}-1:9042,${id}-2:9042`,
  });
  const localDataCenter = textAnswer({
    ...plainText,
    key: `${id}.localDataCenter`,
    label: 'Local data centre',
    help: 'The data centre’s name as the cluster knows it. The driver talks to its nodes first.',
    source: source.cqlConvention,
    example: 'datacenter1',
  });
  const keyspace = textAnswer({
    ...cqlKeyspace,
    key: `${id}.keyspace`,
    label: 'Keyspace',
    help: 'The keyspace for interaction history.',
    source: source.cqlConvention,
    example: 'kaireon',
  });
  const prerequisites: Prerequisite[] = [
    {
      id: `${id}-keyspace`,
      text: ({ read }) =>
        `A ${title} cluster${read(contactPoints) ? ` at ${read(contactPoints)}` : ''} with the keyspace${read(keyspace) ? ` ${read(keyspace)}` : ''}, replicated over your zones.`,
      verify({ read }) {
        const [host, port] = firstNode(read(contactPoints));
        const statement = read(keyspace)
          ? `DESCRIBE KEYSPACE ${read(keyspace)}`
          : 'DESCRIBE KEYSPACES';
        return `cqlsh ${host}${port} -e ${shellQuote(statement)}`;
      },
      limit: 'interaction-store-must-exist',
      basis: 'documented',
    },
  ];
  return {
    block: {
      answers: [contactPoints, localDataCenter, keyspace],
      required: contactPoints,
      mustExist: (read) =>
        `the ${title} cluster and its keyspace${read(keyspace) ? ` ${read(keyspace)}` : ''}`,
    },
    prerequisites,
  };
}

/** cqlsh takes one host and its port as two words. */
function firstNode(contactPoints: string | undefined): [string, string] {
  const [, host, port] = /^(\[[^\]]+\]|[^,:]+)(?::(\d+))?/.exec(contactPoints ?? '') ?? [];
  if (!host) return ['"$CQL_HOST"', ''];
  return [shellQuote(host.replace(/^\[|\]$/g, '')), port ? ` ${port}` : ''];
}
