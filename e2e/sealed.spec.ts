import { type ConsoleMessage, expect, type Page, test } from '@playwright/test';

const PREVIEW = 'Preview of values-large.yaml';

/** Every request that the page makes, every refusal of its policy and every complaint, from before it loads. */
async function watch(page: Page) {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    // A blob: is the page's own memory: that is how it saves a file.
    if (!request.url().startsWith('blob:')) requests.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} refused ${blockedURI}`);
    });
  });
  return { requests, complaints };
}

/** Opens the page and waits for its last part, which is fetched when it is idle. */
async function open(page: Page, address = '/') {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Use it' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The topology as chosen' })).toBeVisible();
}

/** From the first answer to the download, past every part that does something of its own. */
async function journey(page: Page) {
  await page.getByRole('radio', { name: /Kinesis/ }).check();
  await page.locator('[name="kinesis.streamName"]').fill('orders');
  await page.locator('[name="api.autoscaling.minReplicas"]').fill('8');
  await expect(page.getByRole('region', { name: PREVIEW })).toContainText('streamName: orders');
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByRole('button', { name: 'Copy YAML' }).click();
  await expect(page.locator('output.status')).toHaveText('The YAML was copied.');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('output.status')).toContainText('The link was copied.');
  for (const name of [
    'Save the picture',
    'Download everything (.zip)',
    'Download values-large.yaml',
  ]) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect(await (await downloading).failure()).toBeNull();
  }
  await page.getByRole('button', { name: 'Reset answers' }).click();
  await page.goBack();
  await expect(page.getByRole('region', { name: PREVIEW })).toContainText('streamName: orders');
}

test('the whole journey meets no refusal of the policy and makes no request after the page has loaded', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { requests, complaints } = await watch(page);
  await open(page);
  requests.length = 0;
  await journey(page);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

test('works with the network cut once it has loaded', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { complaints } = await watch(page);
  await open(page);
  await context.setOffline(true);
  await journey(page);
  expect(complaints).toEqual([]);
});

test('no answer stands in any request, from a link to the download', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { requests } = await watch(page);
  await open(page, '/#v=1&eventbus.backend=kinesis&kinesis.streamName=secret-orders');
  await expect(page.getByRole('region', { name: PREVIEW })).toContainText('secret-orders');
  await journey(page);
  expect(requests.length).toBeGreaterThan(3);
  expect(requests.filter((url) => /[?#]|kinesis|orders/.test(url.replace(/#.*/, '')))).toEqual([]);
});

test('the policy lets nothing run that is not of the build, and nothing leave', async ({
  page,
}) => {
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
});

const STANDING = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

for (const path of ['/', '/?redis.cluster=false', '/no-such-page', '/_next/static/none.js']) {
  test(`${path} comes with the headers and the policy of a page`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject(STANDING);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|http/);
    for (const part of ["default-src 'none'", "connect-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    // Nothing is granted but to copy, and that to this origin only.
    const granted = (headers['permissions-policy'] ?? '')
      .split(', ')
      .filter((one) => !one.endsWith('=()'));
    expect(granted).toEqual(['clipboard-write=(self)']);
  });
}

for (const path of ['/values-large.yaml', '/values-large.json?x=1', '/bundle.zip', '/healthz']) {
  test(`${path} comes with the headers, and a policy under which nothing runs`, async ({
    request,
  }) => {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject(STANDING);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });
}
