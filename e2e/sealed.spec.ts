import { test as unwatched } from '@playwright/test';
import { journey, open, PREVIEW, requestsOf } from './sealed-journey';
import { expect, test } from './support/test';

test('the whole journey meets no refusal of the policy and needs no network once the page has loaded', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write']);
  const requests = requestsOf(page);
  await open(page);
  requests.length = 0;
  await context.setOffline(true);
  await journey(page);
  expect(requests).toEqual([]);
});

test('no answer stands in any request, from a link to the download', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  const requests = requestsOf(page);
  await open(page, '/#v=1&eventbus.backend=kinesis&kinesis.streamName=secret-orders');
  await expect(page.getByRole('region', { name: PREVIEW })).toContainText('secret-orders');
  await journey(page);
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((url) => /[?#]|kinesis|orders/.test(url.replace(/#.*/, '')))).toEqual([]);
});

unwatched(
  'the policy lets nothing run that is not of the build, and nothing leave',
  async ({ page }) => {
    await open(page);
    const refused = await page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        seen.push(effectiveDirective),
      );
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="/x.png" onerror="document.title = \'taken over\'">';
      document.body.append(holder);
      await fetch('/values-large.yaml').catch(() => {});
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
      await new Promise((resolve) => setTimeout(resolve)); // the events come in a task of their own
      // Here the debugger's own permission to evaluate has ended.
      try {
        new Function('document.title = "taken over"')();
      } catch {
        seen.push('eval');
      }
      await new Promise((resolve) => setTimeout(resolve));
      return [...new Set(seen)].sort();
    });
    expect(refused).toEqual(
      [
        'connect-src',
        'eval',
        'img-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ].sort(),
    );
    expect(await page.title()).not.toContain('taken over');
  },
);

const ON_EVERY_RESPONSE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

for (const path of ['/', '/?redis.cluster=false', '/no-such-page', '/_next/static/none.js']) {
  test(`${path} comes with the headers and the policy of a page`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject(ON_EVERY_RESPONSE);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|http/);
    for (const part of ["default-src 'none'", "connect-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    // Only copying is allowed, and only to this origin.
    const granted = (headers['permissions-policy'] ?? '')
      .split(', ')
      .filter((one) => !one.endsWith('=()'));
    expect(granted).toEqual(['clipboard-write=(self)']);
  });
}
