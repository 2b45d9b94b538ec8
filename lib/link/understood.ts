import type { Catalog } from '@/lib/domain/catalog';
import { parseAnswer } from '@/lib/domain/parse-answer';
import { MAP } from './map';
import { decodedAgain, type Parameter } from './parameters';
import { LINK_VERSION } from './version';

/** Whether a parameter can be understood alone. A path of a chart counts by its key: whether it may stand depends on others. */
export function isUnderstood(catalog: Catalog, { key, value, isDamaged }: Parameter): boolean {
  if (isDamaged) return false;
  if (key === 'v') return value === LINK_VERSION;
  if (key === 'preset') return catalog.presets.some(({ name }) => name === value);
  if (key.startsWith(MAP)) return catalog.keys.some(({ path }) => MAP + path === key);
  const answer = catalog.answer.get(key);
  return answer !== undefined && !('fault' in parseAnswer(answer, value));
}

/**
 * The parameters as they were meant: where a link was encoded twice each is decoded once more. A link counts as such
 * when one of its parameters cannot be understood as it is and can be then. A text that may be
 * meant as it is, such as a data centre called `%41`, is no sign.
 */
export function asMeant(catalog: Catalog, parameters: readonly Parameter[]): readonly Parameter[] {
  const isEncodedTwice = parameters.some((parameter) => {
    if (isUnderstood(catalog, parameter)) return false;
    const again = decodedAgain(parameter);
    return again !== undefined && isUnderstood(catalog, again);
  });
  if (!isEncodedTwice) return parameters;
  return parameters.map((parameter) => decodedAgain(parameter) ?? parameter);
}
