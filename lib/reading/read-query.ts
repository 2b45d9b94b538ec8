import type { Catalog } from '@/lib/domain/catalog';
import { type Parameter, parametersOf } from '@/lib/link/parameters';
import { parseLink } from '@/lib/link/parse-link';
import { type Reading, readAnswers } from './reading';

/** One fault of a query or a link: the parameter or answer at which it stands, what is wrong and what would be right. */
export interface QueryError {
  readonly key: string;
  readonly message: string;
}

/**
 * Reads a query as the page reads a link, and refuses it where the page would show a notice or a fault, because a
 * pipeline must never get a file that was made from a part of what it asked for. Reports every fault at once, each once. Never
 * throws, and no error repeats a credential.
 * @param query as it was sent, percent-encoded, without `?`
 */
export const readQuery = (catalog: Catalog, query: string) =>
  readParameters(catalog, parametersOf(query));

/** The same for parameters that were found in a text. */
export function readParameters(
  catalog: Catalog,
  parameters: readonly Parameter[],
): { reading: Reading } | { errors: QueryError[] } {
  const { raw, userFiles, faults, unread } = parseLink(catalog, parameters);
  const reading = readAnswers(catalog, raw, userFiles);
  // A contradiction with what stands in for a parameter that could not be read is not a fault of the query.
  const between = reading.faults.filter(
    ({ key, with: others }) => ![key, ...others].some((one) => unread.has(one)),
  );
  const errors = [...faults, ...between].map(({ key, message }) => ({ key, message }));
  return errors.length === 0 ? { reading } : { errors };
}
