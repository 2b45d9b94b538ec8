import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textOf } from '@/lib/overlay/overlay';
import { askedNames } from '@/lib/proof/asked-keys';
import { probeOverlay } from '@/lib/proof/probe';
import type { Proof } from '@/lib/proof/proof';
import { prove } from '@/lib/proof/prove';
import { readManifests } from '@/lib/proof/read-manifests';
import { type Reading, readAnswers } from '@/lib/reading/reading';
import type { Helm } from '../helm/helm';
import { type Chart, rendered } from './rendering';

/** Answers that fill as many keys as one set can. */
const GIVEN = {
  'kafka.brokers': 'broker-1:9092,broker-2:9092',
  'dynamodb.tableName': 'kaireon-interactions',
  'stream.enabled': 'true',
  'plan.apiPodLabels': 'app.kubernetes.io/name=kaireon,app=api',
  'cron.concurrencyPolicy': 'Replace',
  'cron.schedules.outboxReaper.enabled': 'false',
};

/** Those answers, where a chart has its keys. */
export const readingFor = ({ map }: Pick<Chart, 'map'>): Reading =>
  readAnswers(catalog, completeAnswers(catalog, GIVEN), { map });

/** The three renders as text. */
export interface Texts {
  readonly before?: string;
  readonly after: string;
  readonly traced?: string;
}

/** What Helm makes of a chart, without the overlay, with it, and with the probe over it. */
export async function textsOf(
  helm: Helm,
  chart: Chart,
  reading: Reading,
): Promise<Required<Texts>> {
  const overlay = textOf(reading.lines);
  const [before, after, traced] = await Promise.all([
    rendered(helm, chart, []),
    rendered(helm, chart, [overlay]),
    rendered(helm, chart, [overlay, probeOverlay(catalog, reading)]),
  ]);
  return { before, after, traced };
}

const names = askedNames(catalog);

/** What the renders say of the answers. */
export function proofOf(reading: Reading, { before, after, traced }: Texts): Proof {
  return prove(catalog, reading, {
    ...(before !== undefined && { before: readManifests(before, names) }),
    after: readManifests(after, names),
    ...(traced !== undefined && { traced: readManifests(traced, names) }),
  });
}
