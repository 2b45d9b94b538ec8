import type { Read } from '@/lib/domain/answer';
import { caution } from '@/lib/domain/limit';
import type { Backend } from '@/lib/domain/option';
import { inFigures } from '@/lib/domain/plural';
import { activeCustomers, multiRegion, writesPerSecond } from '../plan/customers';

/** infrastructure: leave Postgres above any of these. */
const MOST_CUSTOMERS = 500_000;
const MOST_WRITES_PER_SECOND = 1_000;
const [CUSTOMERS, WRITES] = [MOST_CUSTOMERS, MOST_WRITES_PER_SECOND].map((most) => inFigures(most));

export const pg: Backend = {
  id: 'pg',
  title: 'Postgres',
  summary: 'The primary database. Nothing to provision, and the first to hurt at scale.',
  selector: 'pg',
  limits: [
    caution('pg-store-at-scale', {
      when: 'always',
      keys: ['interactionStore.backend'],
      message({ read }) {
        const passed = exceeded(read);
        const lead =
          passed.length > 0
            ? `Past the documented thresholds: ${passed.join('; ')}.`
            : `Documented for up to ${CUSTOMERS} active customers, ${WRITES} writes/s or 10,000 decisions a day.`;
        return `${lead} The documentation says to leave Postgres above ${CUSTOMERS} active customers or ${WRITES} sustained writes/s, for cross-region replication, or when interaction queries hurt OLTP; another page says above 10,000 decisions a day. Choose another store before you have data to move.`;
      },
      source: 'infrastructure; infrastructure-backends',
    }),
  ],
};

/** Each documented threshold that the plan's own numbers pass, in words. */
function exceeded(read: Read): string[] {
  const [customers = 0, writes = 0] = [read(activeCustomers), read(writesPerSecond)];
  const passed: string[] = [];
  if (customers > MOST_CUSTOMERS) passed.push(`${inFigures(customers)} active customers`);
  if (writes > MOST_WRITES_PER_SECOND) passed.push(`${inFigures(writes)} writes/s`);
  if (read(multiRegion)) passed.push('more than one region');
  return passed;
}
