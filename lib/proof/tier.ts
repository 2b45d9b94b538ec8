import type { Answer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';

/** An option that runs pods, by the name under which its workload is looked for. */
export interface Tier {
  readonly id: string;
  readonly title: string;
  /** In kebab case: `ml-worker`. */
  readonly name: string;
  readonly isCron: boolean;
  /** The switch of a tier that can be off. */
  readonly enabled: Answer<boolean> | undefined;
}

/** Every tier of a catalogue, in its order. */
export const tiersOf = ({ options }: Catalog): Tier[] =>
  options.flatMap(({ id, title, workload }) => {
    if (!workload) return [];
    const { scaler, enabled } = workload;
    return [{ id, title, name: kebab(id), isCron: scaler === 'CronJob', enabled }];
  });

/** `mlWorker` and `ML_Worker` as `ml-worker`. */
export const kebab = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

/** `mlWorker` and `ML_Worker` as `mlworker`. */
export const squeezed = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Whether two names have the same letters, whatever separates their words. */
export const isSameName = (one: string, other: string): boolean =>
  squeezed(one) !== '' && squeezed(one) === squeezed(other);
