import { expect, test } from './support/test';

const LINK = 'v=1&kafka.brokers=b-1%3A9092%2Cb-2%3A9092&plan.zones=4';

for (const [what, target] of [
  ['with tracking parameters in the query', `?utm_source=slack&fbclid=x#${LINK}`],
  // Other ways to rewrite a fragment are in lib/link.
  ['that was encoded as a whole', `#${encodeURIComponent(LINK)}`],
  ['whose # was encoded, with a tracking parameter', `%23${LINK}?utm_source=mail`],
  ['whose # was encoded twice', `%2523${encodeURIComponent(LINK)}`],
] as const) {
  test(`a link ${what} opens all that it holds, without a notice`, async ({ wizard }) => {
    await wizard.open(target);
    await wizard.holds('kafka.brokers', 'b-1:9092,b-2:9092');
    await wizard.holds('plan.zones', '4');
    await wizard.addressIs(`#${LINK}`);
    await expect(wizard.page.getByRole('region', { name: /^This link holds/ })).toHaveCount(0);
  });
}

test('an address in a link whose # was encoded keeps its two slashes', async ({ wizard }) => {
  await wizard.open('%23v=1&eventbus.backend=pulsar&pulsar.serviceUrl=pulsar://b-1:6650');
  await wizard.holds('pulsar.serviceUrl', 'pulsar://b-1:6650');
});

test('a redirect for an encoded # keeps the answers and leaves the site never', async ({
  request,
}) => {
  for (const [path, location] of [
    ['/%23v=1&dynamodb.tableName=%2541%26', '/#v=1&dynamodb.tableName=%2541%26'],
    ['/%23v%3D1', '/#v%3D1'],
    ['/%23v=1?utm_source=x', '/?utm_source=x#v=1'],
    ['/%23v=%zz', '/#v=%zz'],
    ['/%23v=1&pulsar.serviceUrl=pulsar://b:6650', '/#v=1&pulsar.serviceUrl=pulsar://b:6650'],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toBe(location);
  }
});
