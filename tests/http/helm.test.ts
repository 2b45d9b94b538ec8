import { afterAll, beforeAll, expect, test } from 'vitest';
import { overlayUrl } from '@/lib/outputs/snippets/snippets';
import { startServer } from '../../scripts/server.mjs';
import { writeChart } from '../helm/charts';
import { describeWithHelm, run, seenBy } from '../helm/helm';
import { readingOf, valuesOf } from '../support/reading';
import { temporaryFolder } from '../support/temporary-folder';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** As hostile to a URL as an answer can be. */
const GIVEN = {
  'kafka.brokers': 'broker-1:9092,broker-2:9092,broker-3:9092',
  'interactionStore.backend': 'scylla',
  'scylla.localDataCenter': 'East & West, "50%" + \'more\' #1',
};

describeWithHelm('Helm %s over HTTP', (_, helm) => {
  const chart = writeChart(temporaryFolder());
  const template = (url: string, settings = {}) =>
    run(helm, ['template', 'kaireon', chart, '-f', url], settings);

  // As a plain proxy gets it: with the address in absolute form.
  test.each([false, true])(
    'fetches the URL that is shown, through a proxy: %s',
    async (isProxied) => {
      const origin = isProxied ? 'http://wizard.example' : server.origin;
      const settings = isProxied ? { HTTP_PROXY: server.origin } : {};
      const { ok, output } = await template(overlayUrl(origin, readingOf(GIVEN).link), settings);
      expect(ok, output).toBe(true);
      expect(seenBy(output).get('overlay')).toStrictEqual(valuesOf(GIVEN));
    },
  );

  test('splits a URL at a bare comma, which is why none is ever shown', async () => {
    const { ok } = await template(`${server.origin}/values-large.yaml?kafka.brokers=a:1,b:2`);
    expect(ok).toBe(false);
    expect(overlayUrl('', readingOf({ 'kafka.brokers': 'a:1,b:2' }).link)).not.toContain(',');
  });

  test('stops at a query with a fault', async () => {
    const { ok, output } = await template(
      `${server.origin}/values-large.yaml?api.autoscaling.minReplicas=0`,
    );
    expect(ok).toBe(false);
    expect(output).toContain('422');
  });
});
