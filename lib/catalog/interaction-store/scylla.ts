import type { Backend } from '@/lib/domain/option';
import { cqlStore } from './cql';

export const scylla: Backend = {
  id: 'scylla',
  title: 'Scylla',
  summary: 'Highest throughput at low latency, on nodes that you run yourself.',
  selector: 'scylla',
  ...cqlStore('scylla', 'Scylla'),
};
