import { caution } from '@/lib/domain/limit';
import type { Backend } from '@/lib/domain/option';
import { named } from '../commands';
import { source } from '../sources';
import { cqlBlock, cqlPrerequisites } from './cql';

/** Amazon Keyspaces is connected to by this block too. */
export const cassandraBlock = cqlBlock({
  enabled: 'cassandra.enabled',
  contactPoints: 'cassandra.contactPoints',
  localDataCenter: 'cassandra.localDataCenter',
  keyspace: 'cassandra.keyspace',
});

/** No selector: config.INTERACTION_STORE does not list it. See the limit. */
export const cassandra: Backend = {
  id: 'cassandra',
  title: 'Cassandra',
  summary: 'The overlay’s “mid-tier” store, on nodes that you run yourself.',
  block: cassandraBlock.block,
  mustExist: (read) =>
    `the Cassandra cluster and its keyspace${named('', read(cassandraBlock.keyspace))}`,
  limits: [
    caution('cassandra-naming', {
      when: 'always',
      keys: ['interactionStore.backend'],
      message:
        'The overlay says cassandra, API and environment say keyspaces: test which is read. So config.INTERACTION_STORE is left out here and the chart’s own value stays (the application’s default is pg). Ask KaireonAI, or test both on a cluster without traffic.',
      source: `${source.overlayKeys}; interaction-store API; ${source.environment}`,
    }),
  ],
  prerequisites: cqlPrerequisites(cassandraBlock, {
    id: 'cassandra',
    what: 'A Cassandra cluster',
    port: 9042,
  }),
};
