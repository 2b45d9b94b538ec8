import type { Backend } from '@/lib/domain/option';
import { shellFlag } from '@/lib/domain/shell-quote';
import { named } from '../commands';
import { cassandraBlock } from './cassandra';
import { cqlPrerequisites } from './cql';

/** The overlay's alias has no name for it and says cassandra; the base chart's selector says keyspaces. */
export const keyspaces: Backend = {
  id: 'keyspaces',
  title: 'Amazon Keyspaces',
  summary: 'Managed and compatible with Cassandra: for moderate scale with many writes.',
  alias: 'cassandra',
  selector: 'keyspaces',
  block: cassandraBlock.block,
  mustExist: (read) => `the Keyspaces keyspace${named('', read(cassandraBlock.keyspace))}`,
  prerequisites: {
    'keyspaces-keyspace': {
      text: ({ read }) =>
        `The keyspace${named('', read(cassandraBlock.keyspace))} in Amazon Keyspaces, in the region of the contact points.`,
      verify: ({ read }) =>
        `aws keyspaces get-keyspace ${shellFlag('--keyspace-name', read(cassandraBlock.keyspace), 'CQL_KEYSPACE')} --query '[keyspaceName, replicationStrategy]' --output text`,
      good: 'The keyspace, and SINGLE_REGION or MULTI_REGION.',
      limit: 'interaction-store-must-exist',
      origin: 'documented',
    },
    ...cqlPrerequisites(cassandraBlock, {
      id: 'keyspaces-cql',
      what: 'A login to Amazon Keyspaces with TLS, its certificate and credentials named in cqlshrc,',
      port: 9142,
      flags: '--ssl ',
    }),
  },
};
