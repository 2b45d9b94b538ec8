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

  test('fetches the overlay by the URL that is shown', async () => {
    const { ok, output } = await template(overlayUrl(server.origin, readingOf(GIVEN).link));
    expect(ok, output).toBe(true);
    expect(seenBy(output).get('overlay')).toStrictEqual(valuesOf(GIVEN));
  });

  test('fetches it as through a plain proxy, with the address in absolute form', async () => {
    const url = overlayUrl('http://wizard.example', readingOf(GIVEN).link);
    const { ok, output } = await template(url, { HTTP_PROXY: server.origin });
    expect(ok, output).toBe(true);
    expect(seenBy(output).get('overlay')).toStrictEqual(valuesOf(GIVEN));
  });

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
