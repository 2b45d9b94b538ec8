import type { Catalog } from '@/lib/domain/catalog';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import type { Render } from '@/lib/proof/manifest';
import type { RenderRole } from '@/lib/proof/proof';
import { readInSteps } from '@/lib/proof/read-manifests';
import { recognise } from '@/lib/proof/recognise';
import type { Reading } from '@/lib/reading/reading';
import { nextTask } from './next-task';

/** So long may reading hold up the page at a time. */
const SLICE_MS = 8;

/** Reads manifests a few milliseconds at a time, and says which render they seem to be. */
export async function readRender(
  catalog: Catalog,
  reading: Reading,
  name: string,
  text: string,
): Promise<{ role: RenderRole; render: Render }> {
  const steps = readInSteps(text, askedNames(catalog));
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      await nextTask();
      return { role: recognise(askedKeys(catalog, reading), step.value, name), render: step.value };
    }
    if (performance.now() - began < SLICE_MS) continue;
    await nextTask();
    began = performance.now();
  }
}
