import type { RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import type { PathMap } from '@/lib/domain/user-files';
import { type Parameter, parametersOf } from './parameters';
import { parseLink } from './parse-link';
import { quote } from './quote';
import { isTracking } from './tracking';

/** Something in a link that was not understood, in words. */
export interface Notice {
  /** The parameter. */
  readonly key: string;
  readonly message: string;
}

/** A link as the page opens it. */
export interface OpenedLink {
  /** Every answer's raw text: from the link, from its preset, else the default. */
  readonly raw: RawAnswers;
  /** Where the operator's own chart has keys of ours; absent when the link does not hold that. */
  readonly map?: PathMap;
  /** What the link holds that `raw` and `map` do not. */
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
export function openLink(catalog: Catalog, text: string): OpenedLink {
  return openAddress(catalog, { query: '', fragment: text });
}

/**
 * Reads query and fragment of an address together. Where both hold a parameter the fragment's counts, because the page
 * itself writes only there; a notice reports it, unless both are equal. Never throws.
 */
export function openAddress(catalog: Catalog, address: AddressParts): OpenedLink {
  return openParameters(catalog, addressParameters(address));
}

/** As {@link openAddress}, from the parameters of the address. */
export function openParameters(catalog: Catalog, parameters: readonly Parameter[]): OpenedLink {
  const { raw, map, faults } = parseLink(catalog, parameters);
  const notices = faults.map(({ key, notice }) => ({ key: quote(key), message: notice }));
  return { raw, notices, ...(map && { map }) };
}

/** The parameters of an address, the fragment's first, without those that only say where the link was found. */
export function addressParameters({ query, fragment }: AddressParts): Parameter[] {
  const read = (text: string) =>
    parametersOf(text.replace(/^[#?]/, '')).filter(({ key }) => !isTracking(key));
  const written = read(fragment);
  const isNew = ({ key, value }: Parameter) =>
    !written.some((one) => one.key === key && one.value === value);
  return [...written, ...read(query).filter(isNew)];
}
