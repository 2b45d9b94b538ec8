import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { textOf } from '@/lib/overlay/overlay';
import { readAnswers } from '@/lib/reading/reading';
import { expectedNames, expectedOverlay } from '../expected/expected-overlay.mjs';
import { validAnswers } from '../support/answers';
import { writeCharts, writeOverlay } from './charts';
import { describeWithHelm, run } from './helm';

/** Those that were written by hand, and generated ones, the same in every run. */
const overlays = [
  ...expectedNames().map(expectedOverlay),
  ...fc.sample(validAnswers(catalog), 60).map((raw) => textOf(readAnswers(catalog, raw).lines)),
];

// What Helm reads in an overlay is in tests/yaml-parsers.
describeWithHelm('Helm %s', (_, helm) => {
  const { children } = writeCharts(overlays);

  // What the schema takes and refuses is in lib/outputs/schema; here that Helm obeys it.
  test('refuses an overlay that breaks the schema', async () => {
    const four = writeOverlay('api: { resources: { requests: { memory: "4" } } }\n');
    const [chart = ''] = children;
    const { ok, output } = await run(helm, ['template', 'kaireon', chart, '-f', four]);
    expect(ok).toBe(false);
    expect(output).toContain('meet the specifications of the schema');
  });

  test('finds nothing to say of any of them', async () => {
    const { ok, output } = await run(helm, ['lint', '--strict', ...children]);
    expect(output).toContain(`${children.length} chart(s) linted, 0 chart(s) failed`);
    expect(ok).toBe(true);
  });
});
