import type { Catalog } from '@/lib/domain/catalog';
import { type AddressParts, addressParameters, noticesOf, parseLink } from '@/lib/link/link';
import { parametersOf } from '@/lib/link/parameters';
import { readParameters } from '@/lib/reading/reading';

/** What the page makes of an address. */
export function openAddress(catalog: Catalog, address: AddressParts) {
  const parsed = parseLink(catalog, addressParameters(catalog, address));
  return { raw: parsed.raw, userFiles: parsed.userFiles, notices: noticesOf(parsed) };
}

/** What the page makes of a fragment, with or without its `#`. */
export const openLink = (catalog: Catalog, fragment: string) =>
  openAddress(catalog, { query: '', fragment });

/** What a route makes of a query. */
export const readQuery = (catalog: Catalog, query: string) =>
  readParameters(catalog, parametersOf(query));
