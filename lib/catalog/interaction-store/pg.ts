import type { Read } from '@/lib/domain/answer';
import type { Backend } from '../backend';
import { activeCustomers, multiRegion, peakRps, writesPerSecond } from '../plan/load';

/** infrastructure: leave Postgres above any of these. */
const MOST_CUSTOMERS = 500_000;
const MOST_WRITES_PER_SECOND = 1_000;
/** infrastructure-backends. */
const MOST_DECISIONS_A_DAY = 10_000;

export const pg: Backend = {
  id: 'pg',
  title: 'Postgres',
  summary: 'The primary database. Nothing to provision, and the first to hurt at scale.',
  selector: 'pg',
  limits: [
    {
      id: 'pg-store-at-scale',
      severity: 'caution',
      when: 'always',
      keys: ['interactionStore.backend'],
      message({ read }) {
        const passed = exceeded(read);
        const yours = passed.length > 0 ? ` Your plan is already there: ${passed.join('; ')}.` : '';
        return `Postgres as interaction store is for smaller fleets. The documentation leaves it above 500,000 active customers or 1,000 sustained writes/s, for cross-region replication, or when interaction queries hurt OLTP; another page already above 10,000 decisions a day.${yours} Choose DynamoDB, Scylla or Cassandra before you have data to move.`;
      },
      short({ read }) {
        const passed = exceeded(read);
        return passed.length > 0
          ? `Past the documented thresholds: ${passed.join('; ')}.`
          : 'Documented for up to 500,000 active customers and 1,000 writes/s.';
      },
      source: 'infrastructure; infrastructure-backends',
    },
  ],
};

/** Each documented threshold that the plan's own numbers pass, in words. */
function exceeded(read: Read): string[] {
  const [customers = 0, writes = 0, peak = 0] = [
    read(activeCustomers),
    read(writesPerSecond),
    read(peakRps),
  ];
  const passed: string[] = [];
  if (customers > MOST_CUSTOMERS) passed.push(`${figure(customers)} active customers`);
  if (writes > MOST_WRITES_PER_SECOND) passed.push(`${figure(writes)} writes/s`);
  if (read(multiRegion)) passed.push('more than one region');
  if (peak > 0) {
    const seconds = MOST_DECISIONS_A_DAY / peak;
    if (seconds < 86_400) {
      passed.push(
        `${figure(MOST_DECISIONS_A_DAY)} decisions take ${duration(seconds)} at your peak`,
      );
    }
  }
  return passed;
}

const figure = (count: number) => count.toLocaleString('en-US');

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}
