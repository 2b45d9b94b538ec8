import { catalog } from '@/lib/catalog/registry';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import type { UserFiles } from '@/lib/domain/user-files';
import { type AddressParts, addressParameters, noticesOf, parseLink } from '@/lib/link/link';
import { parametersOf } from '@/lib/link/parameters';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf, type Values } from '@/lib/overlay/values';
import { type Reading, readAnswers, readParameters } from '@/lib/reading/reading';

/** Some answers, by key; the rest keep their defaults. */
export type Given = Readonly<Record<string, string>>;

/** Answers as a link has them: `plan.zones=2&redis.cluster=false`. */
export const given = (text: string): Given => Object.fromEntries(new URLSearchParams(text));

/** All that follows from some answers, and from what a person's own files add to them. */
export function readingOf(
  given: Given = {},
  of: Catalog = catalog,
  userFiles: UserFiles = {},
): Reading {
  return readAnswers(of, completeAnswers(of, given), userFiles);
}

/** The values tree of some answers. */
export function valuesOf(given: Given = {}, of: Catalog = catalog): Values {
  return treeOf(readingOf(given, of).entries);
}

/** The file of some answers. */
export function fileOf(given: Given = {}, of: Catalog = catalog): string {
  return textOf(readingOf(given, of).lines);
}

/** The ids of the limits that apply, sorted. */
export function limitIds(given: Given = {}): string[] {
  return readingOf(given)
    .limits.map(({ id }) => id)
    .sort();
}

/** The answers that differ from their defaults. */
export function changedIn(raw: Given): Given {
  const { raw: defaults } = readingOf();
  return Object.fromEntries(Object.entries(raw).filter(([key, text]) => text !== defaults[key]));
}

/** What came of reading a file; a fault fails the test with its message. */
export function sound<T extends object>(
  read: T | { readonly fault: { readonly message: string } },
): T {
  if ('fault' in read) throw new Error(read.fault.message);
  return read;
}

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
