import type { Backend } from '@/lib/domain/option';
import { named } from '../commands';
import { cqlBlock, cqlPrerequisites } from './cql';

const cql = cqlBlock({
  enabled: 'scylla.enabled',
  contactPoints: 'scylla.contactPoints',
  localDataCenter: 'scylla.localDataCenter',
  keyspace: 'scylla.keyspace',
});

export const scylla: Backend = {
  id: 'scylla',
  title: 'Scylla',
  summary: 'Highest throughput at low latency, on nodes that you run yourself.',
  selector: 'scylla',
  block: cql.block,
  mustExist: (read) => `the Scylla cluster and its keyspace${named('', read(cql.keyspace))}`,
  prerequisites: cqlPrerequisites(cql, { id: 'scylla', what: 'A Scylla cluster', port: 9042 }),
};
