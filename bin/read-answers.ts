import { catalog } from '@/lib/catalog/catalog';
import { openFile } from '@/lib/files/open-file';
import { answersInHead } from '@/lib/link/answers-in-head';
import { addressParameters } from '@/lib/link/link';
import { locateAnswers } from '@/lib/link/locate-answers';
import { parseLink } from '@/lib/link/parse-link';
import { type Reading, readAnswers } from '@/lib/reading/reading';

/** The answers, or every fault of theirs, one a line. */
export type Answers = { readonly reading: Reading } | { readonly faults: readonly string[] };

/** Reads a link as the routes read a query: a file must never be made from a part of what was asked for. */
export function answersOfLink(link: string): Answers {
  const { raw, map, faults } = parseLink(catalog, addressParameters(locateAnswers(link)));
  const reading = readAnswers(catalog, raw, map && { map });
  const all = [...faults, ...reading.faults].map(({ key, message }) => `${key}: ${message}`);
  return all.length === 0 ? { reading } : { faults: [...new Set(all)] };
}

/** Reads the answers from a values file: from the line in its head, else from its keys. */
export function answersOfFile(text: string): Answers {
  const head = answersInHead(text);
  const ofHead = head === undefined ? undefined : answersOfLink(head === '' ? '' : `#${head}`);
  if (ofHead && 'faults' in ofHead) return ofHead;
  const opened = openFile(catalog, text);
  if ('fault' in opened) return { faults: [opened.fault.message] };
  const { raw, map, carriedKeys: carried } = opened;
  return {
    reading: ofHead
      ? readAnswers(catalog, ofHead.reading.raw, { ...ofHead.reading.userFiles, carried })
      : readAnswers(catalog, raw, { carried, ...(map && { map }) }),
  };
}
