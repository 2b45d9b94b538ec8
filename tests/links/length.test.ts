import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { Answer } from '@/lib/domain/answer';
import { openLink, readingOf } from '../support/reading';

/** Texts and choices, each other than its default. Of the backends these are the pair with the most and the longest. */
const TEXTS: Readonly<Record<string, string>> = {
  'cron.concurrencyPolicy': 'Replace',
  'eventbus.backend': 'kinesis',
  'kinesis.streamName': 'kaireon-events',
  'kinesis.region': 'eu-west-1',
  'interactionStore.backend': 'cassandra',
  'cassandra.contactPoints': 'cassandra-1:9042,cassandra-2:9042',
  'cassandra.localDataCenter': 'datacenter1',
  'cassandra.keyspace': 'kaireon',
  'plan.apiPodLabels': 'app=api',
  'plan.apiZoneSpread': 'soft',
  'plan.nodeMemory': '60Gi',
  'plan.postgresPoolSize': '10',
  'plan.postgresProvider': 'aurora',
};
/** What would take others out of the file where it is switched. */
const KEPT_ON = new Set(catalog.options.map(({ enabled }) => enabled?.key));

/** Another value than the default, of ordinary length. */
function other({ key, shape, default: text }: Answer): string {
  if (shape.type === 'switch') return text === 'true' && !KEPT_ON.has(key) ? 'false' : 'true';
  return TEXTS[key] ?? text.replace(/^\d*/, (digits) => String(Number(digits || 20) + 2));
}

/** Every answer that one overlay can have, each other than its default: what those backends leave out cannot stand beside them. */
const { isAsked } = readingOf({
  ...TEXTS,
  'stream.enabled': 'true',
  'mcp.dedicated': 'true',
});
const EVERYTHING: Readonly<Record<string, string>> = Object.fromEntries(
  catalog.answers
    .filter((answer) => isAsked(answer) && other(answer) !== answer.default)
    .map((answer) => [answer.key, other(answer)] as const),
);

it('stays short with every answer at once', () => {
  const { raw, link, faults } = readingOf(EVERYTHING);
  expect(faults).toEqual([]);
  expect(new URLSearchParams(link).size).toBe(1 + Object.keys(EVERYTHING).length);
  expect(openLink(catalog, link)).toEqual({ raw, userFiles: {}, notices: [] });
  expect(`#${link}`.length).toBeLessThan(2350);
  // The keys of the single cron jobs alone nearly take the rest of that room.
  const withoutJobs = Object.entries(EVERYTHING).filter(([key]) => !key.startsWith('cron.sch'));
  expect(`#${readingOf(Object.fromEntries(withoutJobs)).link}`.length).toBeLessThan(2000);
});
