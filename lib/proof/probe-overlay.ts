import type { Catalog } from '@/lib/domain/catalog';
import { textOf } from '@/lib/overlay/overlay';
import { type Line, printValues } from '@/lib/overlay/print';
import { treeOf } from '@/lib/overlay/values';
import { commentLines } from '@/lib/overlay/wrap';
import type { Reading } from '@/lib/reading/reading';
import { probeEntries } from './asked-keys';

const HEAD = [
  'probe.yaml: rendered and never applied. Each number, and each text that can be told apart, is a value of its own: where it turns up in the render, its key arrives.',
  'Give it to helm template as the last -f, after values-large.yaml.',
];

/**
 * The probe of these answers, as a YAML file: it stands over the overlay, at the same places, and writes only keys
 * that a render can be searched for. A key's value is always the same one, whatever else is answered.
 */
export function probeOverlay(catalog: Catalog, reading: Reading): string {
  const head = HEAD.flatMap((text) => commentLines(text, 0)).map(
    (text, index): Line => ({ id: `head ${index}`, kind: 'comment', text }),
  );
  const values = treeOf(probeEntries(catalog, reading));
  return textOf([...head, ...printValues(values, { notes: new Map() })]);
}
