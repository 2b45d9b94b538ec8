import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { textOf } from '@/lib/overlay/overlay';
import { treeOf } from '@/lib/overlay/values';
import { readAnswers } from '@/lib/reading/reading';
import { expectedNames, expectedOverlay } from '../expected/expected-overlay.mjs';
import { validAnswers } from '../support/answers';
import { temporaryFolder } from '../support/temporary-folder';
import { writeChart, writeCharts, writeOverlay } from './charts';
import { describeWithHelm, run, seenBy } from './helm';

const handWritten = expectedNames().map((name) => ({
  name,
  text: expectedOverlay(name),
  file: writeOverlay(expectedOverlay(name)),
}));

/** The same ones in every run. */
const GENERATED = { numRuns: 200 };
const readings = fc
  .sample(validAnswers(catalog), GENERATED)
  .map((raw) => readAnswers(catalog, raw));

describeWithHelm('Helm %s', (_, helm) => {
  const chart = writeChart(temporaryFolder());
  const generated = readings.map(({ lines }) => textOf(lines));

  test.each(handWritten)(
    'accepts $name and reads what is written there',
    async ({ file, text }) => {
      const rendered = await run(helm, ['template', 'kaireon', chart, '-f', file]);
      expect(rendered.ok, rendered.output).toBe(true);
      expect(seenBy(rendered.output).get('overlay')).toStrictEqual(load(text));
    },
  );

  test(`sees in ${GENERATED.numRuns} generated overlays the values that were meant`, async () => {
    const rendered = await run(helm, ['template', 'kaireon', writeCharts(generated).parent]);
    expect(rendered.ok, rendered.output).toBe(true);
    const seen = seenBy(rendered.output);
    expect(seen.size).toBe(readings.length);
    readings.forEach(({ entries }, index) => {
      // `global` is what Helm itself hands down to every chart within a chart.
      expect(seen.get(`n${index}`)).toStrictEqual({ ...treeOf(entries), global: {} });
    });
  }, 60_000);

  test('finds nothing to say of any of them', async () => {
    const { children } = writeCharts([...handWritten.map(({ text }) => text), ...generated]);
    const lint = await run(helm, ['lint', '--strict', ...children]);
    expect(lint.output).toContain(`${children.length} chart(s) linted, 0 chart(s) failed`);
    expect(lint.ok).toBe(true);
  }, 60_000);
});
