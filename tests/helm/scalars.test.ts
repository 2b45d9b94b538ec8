import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readYaml } from '@/lib/files/read-yaml';
import { writeChart } from './charts';
import { describeWithHelm, run, seenBy, temporaryFolder } from './helm';

/** Plain scalars on which readers of YAML disagree. */
const SCALARS = [
  ...['y', 'Y', 'n', 'N', 'yes', 'No', 'on', 'ON', 'Off', 'true', 'True', 'FALSE', 'tRue'],
  ...[
    '012',
    '0o12',
    '0x1F',
    '0X1f',
    '0b11',
    '1_000',
    '1__0',
    '_1',
    '0.1_0',
    '08',
    '09.5',
    '-012',
    '+5',
    '-0x10',
  ],
  ...[
    '1:30',
    '190:20:30.15',
    '1e3',
    '1.5e3',
    '1E+3',
    '1e',
    '.5',
    '5.',
    '-.5',
    '+.5e1',
    '0o8',
    '0x',
    '0b2',
  ],
  ...[
    '2001-01-01',
    '2001-01-01T00:00:00Z',
    '2001-12-14 21:59:43.10 -5',
    'null',
    '~',
    'Null',
    'NULL',
    'nuLL',
    '=',
  ],
  ...[
    '12345678901234567890',
    '9007199254740993',
    '1.0',
    '1e400',
    '1.2.3',
    '4Gi',
    '500m',
    '10.0.0.1',
  ],
];

const TEXT = `plain:\n${SCALARS.map((scalar) => `  - ${scalar}\n`).join('')}quoted: ["on", '012', "null"]
base: &base { kept: 1, changed: 1 }
merged: { <<: *base, changed: 2 }
list: { <<: [*base, { kept: 3, more: 4 }] }
alias: *base
empty:
folded: >-
  a
  b
`;

describeWithHelm('Helm %s', (_, helm) => {
  test('makes of a file what is made of it here', async () => {
    const folder = temporaryFolder();
    const chart = writeChart(path.join(folder, 'chart'));
    const file = path.join(folder, 'values.yaml');
    writeFileSync(file, TEXT);
    const { ok, output } = await run(helm, ['template', 'x', chart, '-f', file]);
    expect(ok, output).toBe(true);
    const read = readYaml(TEXT);
    if ('fault' in read) throw new Error(read.fault.message);
    expect(read.values).toEqual(seenBy(output).get('overlay'));
  });
});
