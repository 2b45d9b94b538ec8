import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { openLink } from '@/tests/support/link';
import { readingOf } from '../support/reading';

/** Typed from the document of keys. */
const PRESETS = {
  'documented-large': {},
  'aws-managed': { 'eventbus.backend': 'kinesis', 'plan.postgresProvider': 'aurora' },
  'self-managed': { 'interactionStore.backend': 'scylla' },
  'cassandra-mid-tier': { 'interactionStore.backend': 'cassandra' },
  'everything-on': { 'stream.enabled': 'true', 'mcp.dedicated': 'true' },
  'high-throughput-workers': {
    'worker.keda.listLength': '20',
    'worker.keda.pollingInterval': '10',
    'worker.keda.cooldownPeriod': '180',
    'worker.keda.maxReplicaCount': '50',
  },
};

it('has the documented presets, each with what it documents', () => {
  const documented = catalog.presets.filter(({ name }) => name in PRESETS);
  expect(documented.map(({ name, sets }) => [name, sets])).toEqual(Object.entries(PRESETS));
});

it.each(catalog.presets)('$name opens spelled out and valid', ({ name, sets }) => {
  const { raw, notices } = openLink(catalog, `#v=1&preset=${name}`);
  expect({ raw, notices }).toEqual({ raw: readingOf(sets).raw, notices: [] });
  expect(readingOf(raw).faults).toEqual([]);
});
