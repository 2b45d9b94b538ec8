import type { Read } from '@/lib/domain/answer';
import { textAnswer } from '@/lib/domain/declare';
import { caution, type Limit } from '@/lib/domain/limit';
import type { Backend, BackendBlock, Prerequisites } from '@/lib/domain/option';
import { shellQuote } from '@/lib/domain/shell-quote';
import { addressesOf, named, reachFromCluster } from '../commands';
import { source } from '../sources';
import { cqlKeyspace, hostList, plainText } from '../text-patterns';

interface CqlKeys {
  readonly enabled: string;
  readonly contactPoints: string;
  readonly localDataCenter: string;
  readonly keyspace: string;
}

/** The block of a store that speaks CQL. Its fields are those of the Node cassandra-driver. */
export function cqlBlock(keys: CqlKeys) {
  const [root = ''] = keys.enabled.split('.');
  const contactPoints = textAnswer(keys.contactPoints, {
    ...hostList,
    shows: { in: 'configuration', names: [`${root.toUpperCase()}_CONTACT_POINTS`] },
    label: 'Contact points',
    help: 'Nodes to connect to first; the driver finds the others. For Amazon Keyspaces its endpoint, as in cassandra.eu-west-1.amazonaws.com:9142.',
    source: source.cqlConvention,
    example: `${root}-1:9042,${root}-2:9042`,
  });
  const localDataCenter = textAnswer(keys.localDataCenter, {
    ...plainText,
    shows: { in: 'configuration' },
    label: 'Local data centre',
    help: 'The data centre’s name as the cluster knows it; for Amazon Keyspaces the region. The driver talks to its nodes first.',
    source: source.cqlConvention,
    example: 'datacenter1',
  });
  const keyspace = textAnswer(keys.keyspace, {
    ...cqlKeyspace,
    shows: { in: 'configuration' },
    label: 'Keyspace',
    help: 'The keyspace for interaction history.',
    source: source.cqlConvention,
    example: 'kaireon',
  });
  const block: BackendBlock = {
    enabled: keys.enabled,
    answers: [contactPoints, localDataCenter, keyspace],
    required: contactPoints,
    localDataCenter,
  };
  return { block, contactPoints, localDataCenter, keyspace };
}

type CqlBlock = ReturnType<typeof cqlBlock>;

interface Cluster {
  /** The beginning of the ids of what must exist. */
  readonly id: string;
  /** As the object of "with the keyspace": `A Scylla cluster`. */
  readonly what: string;
  /** Where an entry of the contact points names no port. */
  readonly port: number;
  /** What cqlsh needs beside host and port. */
  readonly flags?: string;
}

/** What must exist of a store that speaks CQL. A login that it asks for stands in the file cqlshrc. */
export function cqlPrerequisites(
  { contactPoints, localDataCenter, keyspace }: CqlBlock,
  { id, what, port, flags = '' }: Cluster,
): Prerequisites {
  /** Runs a statement on the first contact point. cqlsh takes the host and its port as two words, after the options. */
  const cqlsh = (read: Read, statement: string) => {
    const given = read(contactPoints);
    const [first] = given === undefined ? [] : addressesOf(given, port);
    const address = first?.join(' ') ?? `"$CQL_HOST" ${port}`;
    return `cqlsh ${flags}-e ${shellQuote(statement)} ${address.startsWith('-') ? '-- ' : ''}${address}`;
  };
  return {
    [`${id}-keyspace`]: {
      text: ({ read }) =>
        `${what}${named(' at', read(contactPoints))} with the keyspace${named('', read(keyspace))}, replicated over your zones. A login that it asks for stands in cqlshrc.`,
      verify: ({ read }) =>
        `${cqlsh(
          read,
          `SELECT keyspace_name, replication FROM system_schema.keyspaces${read(keyspace) ? ` WHERE keyspace_name = ${cqlText(read(keyspace) ?? '')}` : ''}`,
        )} | grep -F class`,
      good: 'The keyspace with its replication.',
      limit: 'interaction-store-must-exist',
      origin: 'documented',
    },
    [`${id}-data-centre`]: {
      when: ({ read }) => read(localDataCenter) !== undefined,
      text: ({ read }) =>
        `The data centre ${read(localDataCenter)}, spelled as the cluster spells it: the driver finds no node under another name.`,
      verify: ({ read }) =>
        `${cqlsh(read, 'SELECT data_center FROM system.local')} | sed 's/^ *//; s/ *$//' | grep -xF -- ${shellQuote(read(localDataCenter) ?? '')}`,
      good: ({ read }) => `${read(localDataCenter)}, on a line of its own.`,
    },
    [`${id}-reach`]: {
      when: ({ read }) => read(contactPoints) !== undefined,
      text: 'A way from the cluster to every node, because the driver connects to each of them.',
      ...reachFromCluster(id, (read) => addressesOf(read(contactPoints) ?? '', port)),
    },
  };
}

/** The caution of a chosen CQL store that has contact points and no local data centre. */
export function localDataCenterLimit(chosen: (read: Read) => Backend | undefined): Limit {
  const key = (read: Read) => chosen(read)?.block?.localDataCenter?.key ?? '';
  return caution('cql-local-data-center', {
    when({ read, isInvalid }) {
      const { required, localDataCenter } = chosen(read)?.block ?? {};
      if (!required || !localDataCenter || isInvalid(localDataCenter)) return false;
      return read(required) !== undefined && read(localDataCenter) === undefined;
    },
    keys: ({ read }) => [key(read)],
    message: ({ read }) =>
      `Without a local data centre the Node driver refuses to connect (general knowledge). The answer ${key(read)} is blank, and cassandra-driver connects to ${chosen(read)?.title} without it only where its load balancing is set in code. Enter the name that SELECT data_center FROM system.local prints.`,
    source: 'general knowledge: cassandra-driver documentation',
  });
}

const cqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
