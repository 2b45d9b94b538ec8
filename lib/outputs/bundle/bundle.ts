import type { Catalog } from '@/lib/domain/catalog';
import { k6Script } from '@/lib/outputs/load-test/k6-script';
import { preflightMarkdown } from '@/lib/outputs/preflight/preflight';
import { json, report } from '@/lib/outputs/report/report';
import { overlaySchema } from '@/lib/outputs/schema/overlay-schema';
import { topology } from '@/lib/outputs/topology/topology';
import { topologySvg } from '@/lib/outputs/topology/topology-svg';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';
import { readMe } from './read-me';
import { zip } from './zip';

/**
 * Every file of the bundle by name, in its order there. Each that has a route of its own is, byte for byte, what
 * that route sends. Of a reading without faults.
 */
export function bundleFiles(catalog: Catalog, reading: Reading): Record<string, string> {
  return {
    'values-large.yaml': textOf(reading.lines),
    'values-large.json': json(report(catalog, reading)),
    'values-large.schema.json': json(overlaySchema(catalog)),
    'PREFLIGHT.md': preflightMarkdown(catalog, reading),
    'recommend.k6.js': k6Script(catalog, reading),
    'topology.svg': topologySvg(topology(catalog, reading)),
    'README.md': readMe(reading),
  };
}

/** All files in one zip archive. The same answers always give the same bytes, on every machine and in any time zone. */
export function bundle(catalog: Catalog, reading: Reading): Uint8Array<ArrayBuffer> {
  return zip(bundleFiles(catalog, reading));
}
