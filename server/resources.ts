import type { Catalog } from '@/lib/domain/catalog';
import { bundle } from '@/lib/outputs/bundle/bundle';
import { k6Script } from '@/lib/outputs/load-test/k6-script';
import { preflightMarkdown } from '@/lib/outputs/preflight/preflight';
import { json, report } from '@/lib/outputs/report/report';
import { overlaySchema } from '@/lib/outputs/schema/overlay-schema';
import { textOf } from '@/lib/overlay/overlay';
import type { Reading } from '@/lib/reading/reading';

/** Something that a set of answers can be fetched as. Its path is its file name at the root of the server. */
export interface Resource {
  readonly fileName: string;
  readonly contentType: string;
  /** Of a reading without faults. Pure. */
  readonly body: (catalog: Catalog, reading: Reading) => string | Uint8Array<ArrayBuffer>;
}

/** Every resource. Each has a folder of its name in app/ that hands it to Next. */
export const resources = {
  overlay: {
    fileName: 'values-large.yaml',
    contentType: 'application/yaml; charset=utf-8',
    body: (_, { lines }) => textOf(lines),
  },
  report: {
    fileName: 'values-large.json',
    contentType: 'application/json',
    body: (catalog, reading) => json(report(catalog, reading)),
  },
  schema: {
    fileName: 'values-large.schema.json',
    contentType: 'application/schema+json',
    body: (catalog) => json(overlaySchema(catalog)),
  },
  preflight: {
    fileName: 'PREFLIGHT.md',
    contentType: 'text/markdown; charset=utf-8',
    body: preflightMarkdown,
  },
  loadTest: {
    fileName: 'recommend.k6.js',
    contentType: 'text/javascript; charset=utf-8',
    body: k6Script,
  },
  bundle: {
    fileName: 'bundle.zip',
    contentType: 'application/zip',
    body: bundle,
  },
} as const satisfies Record<string, Resource>;
