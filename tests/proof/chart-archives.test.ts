import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readChart } from '@/lib/proof/chart/read-chart';
import { joined, type TarEntry, tar, tarEntry, tgz } from '../support/archives';

const CHART: readonly TarEntry[] = [
  { name: 'one/Chart.yaml', text: 'apiVersion: v2\nname: one\nversion: 1.0.0\n' },
  { name: 'one/values.yaml', text: 'api: { min: 1 }\n' },
  { name: 'one/templates/one.yaml', text: 'a\n{{ .Values.api.min }}\n' },
];

async function readerIn(packed: Uint8Array) {
  const read = await readChart({ packed });
  if ('fault' in read) throw new Error(read.fault);
  return read;
}
const faultOf = async (packed: Uint8Array) => {
  const read = await readChart({ packed });
  return 'fault' in read ? read.fault : 'It was read.';
};

test('a packed chart is read, and its values.yaml is at hand', async () => {
  const read = await readerIn(tgz(CHART));
  expect(read.of('api.min')).toEqual({ state: 'read', file: 'templates/one.yaml', line: 2 });
  expect(read.values).toBe('api: { min: 1 }\n');
});

test.each<[string, TarEntry[]]>([
  [
    'the prefix of ustar',
    [{ name: 'deep.yaml', prefix: 'one/templates/a', text: '{{ .Values.x }}' }],
  ],
  [
    'GNU’s long name',
    [
      { name: '././@LongLink', type: 'L', text: 'one/templates/a/deep.yaml\0' },
      { name: 'one/templates/a/de', text: '{{ .Values.x }}' },
    ],
  ],
  [
    'the path of pax',
    [
      { name: 'x', type: 'x', text: '34 path=one/templates/a/deep.yaml\n' },
      { name: 'one/templates/a/de', text: '{{ .Values.x }}' },
    ],
  ],
])('a name of more than a hundred bytes: %s', async (_, entries) => {
  const read = await readerIn(tgz([...CHART, ...entries]));
  expect(read.of('x')).toEqual({
    state: 'read',
    file: 'templates/a/deep.yaml',
    line: 1,
  });
});

test('a packed subchart stands in its place', async () => {
  const sub = tgz([
    { name: 'redis/Chart.yaml', text: 'name: redis\nversion: 1.0.0\n' },
    { name: 'redis/templates/one.yaml', text: '{{ .Values.mode }}' },
  ]);
  const files = CHART.map(({ name, text = '' }) => ({
    path: name,
    bytes: new TextEncoder().encode(text),
  }));
  const read = await readChart({
    files: [...files, { path: 'one/charts/redis-1.0.0.tgz', bytes: sub }],
  });
  expect('of' in read && read.of('redis.mode').state).toBe('read');
});

const ZEROS = new Uint8Array(60_000_000);
const whole = tgz(CHART);

test.each<[string, Uint8Array]>([
  ['is no .tgz: its first bytes are not those of gzip', new TextEncoder().encode('apiVersion: v2')],
  ['is no .tgz', new Uint8Array(0)],
  ['is damaged or cut off', whole.slice(0, whole.length - 20)],
  ['is damaged or cut off', whole.slice(0, whole.length - 1)],
  ['is damaged or cut off', whole.with(-8, (whole.at(-8) ?? 0) ^ 1)], // its checksum
  ['is cut off: it ends within an entry', gzipSync(tar(CHART).slice(0, 1_400))],
  ['an entry has no valid header', gzipSync(new Uint8Array(2_048).fill(0x41))],
  ['There is no Chart.yaml in it', tgz(CHART.slice(1))],
  ['There are 2 charts in it: one, two', tgz([...CHART, { name: 'two/Chart.yaml', text: '' }])],
  ['one/../../etc/passwd leads out of the chart', tgz([{ name: 'one/../../etc/passwd' }])],
  ['/etc/passwd begins at the root of a disk', tgz([{ name: '/etc/passwd' }])],
  ['C:\\x begins at the root of a disk', tgz([{ name: 'C:\\x' }])],
  ['one/..\\x leads out of the chart', tgz([{ name: 'one/..\\x' }])],
  ['one/a is a link', tgz([{ name: 'one/a', type: '1' }])],
  ['one/a is a link', tgz([{ name: 'one/a', type: '2' }])],
  ['one/a is neither a file nor a folder', tgz([{ name: 'one/a', type: '3' }])],
  [
    'more than 10,000 entries',
    gzipSync(joined(Array.from({ length: 10_001 }, () => tarEntry({ name: 'one/a' })))),
  ],
  ['Unpacked it has more than 50,000,000 bytes', gzipSync(ZEROS)],
  [
    'Unpacked it has more than 50,000,000 bytes',
    gzipSync(tarEntry({ name: 'one/a', text: 'a'.repeat(60_000_000) })),
  ],
])('refused in a sentence: %s', async (words, packed) => {
  expect(await faultOf(packed)).toContain(words);
});

test('archives within archives are bounded, and share their bounds', async () => {
  let inner = tgz(CHART);
  for (let depth = 0; depth < 6; depth++) {
    const files = [
      { path: 'one/Chart.yaml', bytes: new Uint8Array() },
      { path: 'one/charts/one.tgz', bytes: inner },
    ];
    if (depth === 5) {
      const read = await readChart({ files });
      expect('fault' in read && read.fault).toContain('more than 5 deep');
    }
    inner = gzipSync(
      joined([
        tarEntry({ name: 'one/Chart.yaml' }),
        entryOf('one/charts/one.tgz', inner),
        new Uint8Array(1_024),
      ]),
    );
  }
});

test('a folder is held to the same bounds', async () => {
  const file = (path: string) => ({ path, bytes: new Uint8Array() });
  const many = Array.from({ length: 10_001 }, (_, index) => file(`one/${index}`));
  for (const [files, words] of [
    [[file('one/../x')], 'leads out of the chart'],
    [[file('/x')], 'begins at the root'],
    [many, 'more than 10,000 entries'],
    [[{ path: 'x', bytes: ZEROS }], 'more than 50,000,000 bytes'],
  ] as const) {
    const read = await readChart({ files });
    expect('fault' in read && read.fault).toContain(words);
  }
});

test('an archive with any bytes changed, or cut off anywhere, is read or refused in a sentence', async () => {
  const plain = tar(CHART);
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (isInside, changes, share) => {
        const bytes = (isInside ? plain : whole).slice();
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const cut = bytes.slice(0, Math.ceil(bytes.length * share));
        const read = await readChart({ packed: isInside ? gzipSync(cut) : cut });
        if ('fault' in read) expect(read.fault).toMatch(/^[^\n]+\.$/);
        else expect(read.of('api.min').state).toMatch(/^(?:read|parent|perhaps|none)$/);
      },
    ),
    { numRuns: 500 },
  );
});

/** An entry of bytes that are no text. */
function entryOf(name: string, bytes: Uint8Array): Uint8Array {
  const head = tarEntry({ name, text: 'x'.repeat(bytes.length) });
  head.set(bytes, 512);
  return head;
}
