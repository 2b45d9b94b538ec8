import { journey, requestsOf } from './sealed-journey';
import { expect, test, unwatched } from './support/test';

test('the whole journey needs no network and breaks no policy', async ({ wizard, context }) => {
  await wizard.open();
  const requests = requestsOf(wizard.page);
  await context.setOffline(true);
  await journey(wizard);
  expect(requests).toEqual([]);
});

test('no answer stands in any request, from a link to the download', async ({ wizard }) => {
  const requests = requestsOf(wizard.page);
  await wizard.open('#v=1&eventbus.backend=kinesis&kinesis.streamName=secret-orders');
  await expect(wizard.preview).toContainText('secret-orders');
  await journey(wizard);
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((url) => /[?#]|kinesis|orders/.test(url.replace(/#.*/, '')))).toEqual([]);
});

unwatched(
  'the policy lets nothing run that is not of the build, and nothing leave',
  async ({ wizard }) => {
    await wizard.open();
    const refused = await wizard.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        seen.push(effectiveDirective),
      );
      const append = (tag: string, property: 'textContent' | 'innerHTML', text: string) =>
        document.body.append(Object.assign(document.createElement(tag), { [property]: text }));
      append('script', 'textContent', 'document.title = "taken over"');
      append('div', 'innerHTML', '<img src="/x.png" onerror="document.title = \'taken over\'">');
      append('style', 'textContent', 'body { display: none }');
      await fetch('/values-large.yaml').catch(() => {});
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
    expect(refused).toEqual([
      'connect-src',
      'eval',
      'img-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ]);
    expect(await wizard.page.title()).not.toContain('taken over');
  },
);

test('each page, found or not, comes with the headers and the policy', async ({ request }) => {
  for (const path of ['/', '/?redis.cluster=false', '/no-such-page', '/_next/static/none.js']) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).not.toMatch(/unsafe|\*|http/);
    for (const part of ["default-src 'none'", "connect-src 'none'", "frame-ancestors 'none'"])
      expect(policy, path).toContain(part);
    const granted = (headers['permissions-policy'] ?? '')
      .split(', ')
      .filter((one) => !one.endsWith('=()'));
    expect(granted, path).toEqual(['clipboard-write=(self)']);
  }
});
