import type { Catalog } from '@/lib/domain/catalog';
import { MAP } from './map';
import { type Parameter, parametersOf } from './parameters';
import { type ParsedLink, parseLink } from './parse-link';
import { quote } from './quote';
import { ACCEPT } from './write-link';

/** Something in a link that was not understood, in words. */
export interface Notice {
  /** The parameter. */
  readonly key: string;
  readonly message: string;
}

/** A link as the page opens it. */
export interface OpenedLink extends Pick<ParsedLink, 'raw' | 'userFiles'> {
  /** What the link holds that `raw` and `userFiles` do not. */
  readonly notices: readonly Notice[];
}

/** Where answers may stand in an address, each with or without its `?` or `#`. */
export interface AddressParts {
  readonly query: string;
  readonly fragment: string;
}

/**
 * Reads a fragment or a query, with or without its `#` or `?`. Each parameter is read for itself: one that cannot be
 * understood is reported in a notice and its answer keeps the default, and all the others count. Never throws.
 */
export const openLink = (catalog: Catalog, text: string): OpenedLink =>
  openAddress(catalog, { query: '', fragment: text });

/**
 * Reads query and fragment of an address together. Where both hold a parameter the fragment's counts, because the page
 * itself writes only there; a notice reports it, unless both are equal. Never throws.
 */
export const openAddress = (catalog: Catalog, address: AddressParts): OpenedLink =>
  openParameters(catalog, addressParameters(catalog, address));

/** As {@link openAddress}, from the parameters of the address. */
export function openParameters(catalog: Catalog, parameters: readonly Parameter[]): OpenedLink {
  const { raw, userFiles, faults } = parseLink(catalog, parameters);
  const notices = faults.map(({ key, notice }) => ({ key: quote(key), message: notice }));
  return { raw, userFiles, notices };
}

/**
 * The parameters of an address, the fragment's first. Beside a fragment those of the query that are no answers say only
 * where the link was found (`utm_source`): they are left out.
 */
export function addressParameters(
  { answer }: Catalog,
  { query, fragment }: AddressParts,
): Parameter[] {
  const read = (text: string) => parametersOf(text.replace(/^[#?]/, ''));
  const written = read(fragment);
  const isOurs = ({ key }: Parameter) =>
    ['v', 'preset'].includes(key) ||
    key.startsWith(MAP) ||
    key.startsWith(ACCEPT) ||
    answer.has(key);
  const there = new Set(written.map(({ key, value }) => `${key}\0${value}`));
  const isNew = (one: Parameter) => !there.has(`${one.key}\0${one.value}`);
  const others = read(query).filter((one) => (written.length === 0 || isOurs(one)) && isNew(one));
  return [...written, ...others];
}
