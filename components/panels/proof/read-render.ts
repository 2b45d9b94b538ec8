import { nextTask, runInSlices } from '@/components/ui/run-in-slices';
import type { Catalog } from '@/lib/domain/catalog';
import { askedKeys, askedNames } from '@/lib/proof/asked-keys';
import type { Render } from '@/lib/proof/manifest';
import type { RenderRole } from '@/lib/proof/proof';
import { readInSteps } from '@/lib/proof/read-manifests';
import { recognise } from '@/lib/proof/recognise';
import type { Reading } from '@/lib/reading/reading';

/** For how long reading may hold up the page at a time. */
const SLICE_MS = 8;

/** Reads manifests a few milliseconds at a time, and returns which render they seem to be. */
export async function readRender(
  catalog: Catalog,
  reading: Reading,
  name: string,
  text: string,
): Promise<{ role: RenderRole; render: Render }> {
  const render = await runInSlices(readInSteps(text, askedNames(catalog)), SLICE_MS);
  await nextTask();
  return { role: recognise(askedKeys(catalog, reading), render, name), render };
}
