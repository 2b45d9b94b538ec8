import type { Catalog } from '@/lib/domain/catalog';
import { answersInHead } from './answers-in-head';
import {
  type AddressParts,
  addressParameters,
  type Notice,
  type OpenedLink,
  openLink,
  openParameters,
} from './link';
import { locateAnswers } from './locate-answers';
import { asMeant, isUnderstood } from './understood';

/** What a text that a person pasted holds. */
export type Pasted =
  | { readonly kind: 'link'; readonly opened: OpenedLink }
  /** Not one parameter of it was understood. */
  | { readonly kind: 'nothing'; readonly message: string; readonly notices: readonly Notice[] };

/** How deep an address may be wrapped in another one: a scanner's around a redirect's. */
const MOST_WRAPPINGS = 3;

const WANTED = 'Paste a link of this page, or the line “# answers:” of a file.';

/**
 * Reads a whole address, what stands behind its `#` or `?`, or the line of our file that holds the answers, on one line
 * or two. An address inside a sentence, or inside the address of a link scanner, is found too. A text without
 * answers is reported as such, and never taken for the defaults. Never throws.
 */
export function readPasted(catalog: Catalog, text: string): Pasted {
  const inHead = answersInHead(text);
  if (inHead === '') return { kind: 'link', opened: openLink(catalog, '') };
  const address = inHead === undefined ? locateAnswers(text) : { query: '', fragment: inHead };
  return readParts(catalog, address, MOST_WRAPPINGS);
}

function readParts(catalog: Catalog, address: AddressParts, wrappings: number): Pasted {
  const parameters = addressParameters(address);
  const opened = openParameters(catalog, parameters);
  if (asMeant(catalog, parameters).some((one) => isUnderstood(catalog, one))) {
    return { kind: 'link', opened };
  }
  const wrapped = parameters.find(({ value }) => /^https?:\/\//i.test(value));
  if (wrapped && wrappings > 0) {
    return readParts(catalog, locateAnswers(wrapped.value), wrappings - 1);
  }
  const what = parameters.length === 0 ? 'This holds no answers.' : 'No answer was read from this.';
  return { kind: 'nothing', message: `${what} ${WANTED}`, notices: opened.notices };
}
