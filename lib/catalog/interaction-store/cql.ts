import type { Read } from '@/lib/domain/answer';
import { textAnswer } from '@/lib/domain/declare';
import type { Limit } from '@/lib/domain/limit';
import type { Backend, Prerequisite } from '@/lib/domain/option';
import { shellQuote } from '@/lib/domain/shell-quote';
import { addressesOf, named, reachFromCluster } from '../commands';
import { source } from '../sources';
import { cqlKeyspace, hostList, plainText } from '../text-patterns';

/** The block of a store that speaks CQL, and what must exist for it. Field names follow the Node cassandra-driver. */
export function cqlStore(
  id: string,
  title: string,
): Pick<Backend, 'block' | 'mustExist' | 'prerequisites'> {
  const contactPoints = textAnswer({
    ...hostList,
    key: `${id}.contactPoints`,
    shows: { in: 'configuration', names: [`${id.toUpperCase()}_CONTACT_POINTS`] },
    label: 'Contact points',
    help: 'Nodes to connect to first; the driver finds the others.',
    source: source.cqlConvention,
    example: `${id}-1:9042,${id}-2:9042`,
  });
  const localDataCenter = textAnswer({
    ...plainText,
    key: `${id}.localDataCenter`,
    shows: { in: 'configuration' },
    label: 'Local data centre',
    help: 'The data centre’s name as the cluster knows it. The driver talks to its nodes first.',
    source: source.cqlConvention,
    example: 'datacenter1',
  });
  const keyspace = textAnswer({
    ...cqlKeyspace,
    key: `${id}.keyspace`,
    shows: { in: 'configuration' },
    label: 'Keyspace',
    help: 'The keyspace for interaction history.',
    source: source.cqlConvention,
    example: 'kaireon',
  });
  const prerequisites: Prerequisite[] = [
    {
      id: `${id}-keyspace`,
      text: ({ read }) =>
        `A ${title} cluster${named(' at', read(contactPoints))} with the keyspace${named('', read(keyspace))}, replicated over your zones. The command must print its row.`,
      verify: ({ read }) =>
        cqlsh(
          read(contactPoints),
          `SELECT keyspace_name, replication FROM system_schema.keyspaces${read(keyspace) ? ` WHERE keyspace_name = ${cqlText(read(keyspace) ?? '')}` : ''}`,
        ),
      limit: 'interaction-store-must-exist',
      origin: 'documented',
    },
    {
      id: `${id}-data-centre`,
      when: ({ read }) => read(localDataCenter) !== undefined,
      text: ({ read }) =>
        `The data centre ${read(localDataCenter)}, spelled as the cluster spells it: the driver finds no node under another name.`,
      verify: ({ read }) =>
        `${cqlsh(read(contactPoints), 'SELECT data_center FROM system.local')} | grep -F -- ${shellQuote(read(localDataCenter) ?? '')}`,
      origin: 'general',
    },
    {
      id: `${id}-reach`,
      when: ({ read }) => read(contactPoints) !== undefined,
      text: 'A way from the cluster to every node; the driver connects to each of them.',
      verify: ({ read }) => reachFromCluster(id, addressesOf(read(contactPoints) ?? '', 9042)),
      origin: 'general',
    },
  ];
  return {
    block: {
      root: id,
      answers: [contactPoints, localDataCenter, keyspace],
      required: contactPoints,
      localDataCenter,
    },
    mustExist: (read) => `the ${title} cluster and its keyspace${named('', read(keyspace))}`,
    prerequisites,
  };
}

/** The caution of a chosen CQL store that has contact points and no local data centre. */
export function localDataCenterLimit(chosen: (read: Read) => Backend | undefined): Limit {
  const key = (read: Read) => chosen(read)?.block?.localDataCenter?.key ?? '';
  return {
    id: 'cql-local-data-center',
    severity: 'caution',
    when({ read, isInvalid }) {
      const { required, localDataCenter } = chosen(read)?.block ?? {};
      if (!required || !localDataCenter || isInvalid(localDataCenter)) return false;
      return read(required) !== undefined && read(localDataCenter) === undefined;
    },
    keys: ({ read }) => [key(read)],
    message: ({ read }) =>
      `${key(read)} is blank. The Node cassandra-driver refuses to connect to ${chosen(read)?.title} without a local data centre, unless its load balancing is set in code. This is general knowledge, not from KaireonAI’s documentation. Enter the name that SELECT data_center FROM system.local prints.`,
    short: 'General knowledge: without a local data centre the Node driver refuses to connect.',
    source: 'general knowledge: cassandra-driver documentation',
  };
}

/** Runs a statement on the first contact point. cqlsh takes the host and its port as two words, after the options. */
function cqlsh(contactPoints: string | undefined, statement: string): string {
  const [first] = contactPoints === undefined ? [] : addressesOf(contactPoints, 9042);
  const address = first?.join(' ') ?? '"$CQL_HOST"';
  return `cqlsh -e ${shellQuote(statement)} ${address.startsWith('-') ? '-- ' : ''}${address}`;
}

const cqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
