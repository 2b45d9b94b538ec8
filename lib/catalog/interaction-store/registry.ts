import type { Backend } from '@/lib/domain/option';
import { cassandra } from './cassandra';
import { dynamodb } from './dynamodb';
import { keyspaces } from './keyspaces';
import { pg } from './pg';
import { scylla } from './scylla';

/** Every interaction store that can be chosen, in the order of the cards. Each file says whether it is the documented one. */
export const interactionStoreBackends: readonly Backend[] = [
  dynamodb,
  pg,
  scylla,
  cassandra,
  keyspaces,
];
