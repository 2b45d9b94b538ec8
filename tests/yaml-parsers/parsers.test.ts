import { describe, expect, test } from 'vitest';
import { writeCharts, writeOverlay } from '../helm/charts';
import { describeWithHelm, run } from '../helm/helm';
import { numberLikeSamples, overlaySamples, treeSamples } from './corpus';
import { parsers } from './parsers';

const overlays = overlaySamples();
const corpus = {
  'overlays, the values that were meant': overlays,
  'trees of any text, what was printed': treeSamples(200),
  'names that look like numbers, what was typed': numberLikeSamples(),
};

describe.each(parsers)('$name', ({ absent, read }) => {
  test.skipIf(absent).each(Object.entries(corpus))(
    'reads from %s',
    async (_, samples) => {
      const seen = await read(samples.map(({ text }) => text));
      expect(seen).toHaveLength(samples.length);
      samples.forEach(({ text, values }, index) => {
        expect(seen[index], text).toEqual(values);
      });
    },
    600_000, // `npm run fuzz` has hundreds of thousands of names
  );
});

// What the schema takes and refuses is in lib/outputs/schema; here that Helm obeys it.
describeWithHelm('Helm %s', (_, helm) => {
  // Those that were written by hand, and those of any answers: Helm takes a while for each.
  const some = [...overlays.slice(0, 40), ...overlays.slice(-60)];
  const { children } = writeCharts(some.map(({ text }) => text));

  test('refuses an overlay that breaks the schema', async () => {
    const four = writeOverlay('api: { resources: { requests: { memory: "4" } } }\n');
    const [chart = ''] = children;
    const { ok, output } = await run(helm, ['template', 'kaireon', chart, '-f', four]);
    expect(ok).toBe(false);
    expect(output).toContain('meet the specifications of the schema');
  });

  test('finds nothing to say of them', async () => {
    const { ok, output } = await run(helm, ['lint', '--strict', ...children]);
    expect(output).toContain(`${children.length} chart(s) linted, 0 chart(s) failed`);
    expect(ok).toBe(true);
  });
});
