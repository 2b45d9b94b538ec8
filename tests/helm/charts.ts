import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalog } from '@/lib/catalog/catalog';
import { overlaySchema } from '@/lib/outputs/schema/overlay-schema';
import { temporaryFolder } from '../support/temporary-folder';

const fixture = fileURLToPath(new URL('../fixtures/chart/', import.meta.url));
const schema = JSON.stringify(overlaySchema(catalog));

/** The fixture chart with the overlay's schema, and with an overlay as its own values where one is given. */
export function writeChart(folder: string, name = 'overlay', values = ''): string {
  cpSync(fixture, folder, { recursive: true });
  const file = path.join(folder, 'Chart.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('name: overlay', `name: ${name}`));
  writeFileSync(path.join(folder, 'values.schema.json'), schema);
  writeFileSync(path.join(folder, 'values.yaml'), values);
  return folder;
}

/** One chart that holds one chart for each overlay: Helm takes 40 ms to start, and hardly more for a hundred. */
export function writeCharts(overlays: readonly string[]): { parent: string; children: string[] } {
  const parent = temporaryFolder();
  mkdirSync(path.join(parent, 'charts'));
  writeFileSync(path.join(parent, 'Chart.yaml'), 'apiVersion: v2\nname: all\nversion: 1.0.0\n');
  const children = overlays.map((text, index) =>
    writeChart(path.join(parent, 'charts', `n${index}`), `n${index}`, text),
  );
  return { parent, children };
}

/** A file of the system's for Helm to read. */
export function writeOverlay(text: string): string {
  const file = path.join(temporaryFolder(), 'values-large.yaml');
  writeFileSync(file, text);
  return file;
}
