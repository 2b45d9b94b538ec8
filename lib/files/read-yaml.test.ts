import { describe, expect, it } from 'vitest';
import { decodeYaml, MOST_BYTES, readYaml, type YamlFault } from './read-yaml';

function faultOf(text: string): YamlFault {
  const read = readYaml(text);
  if (!('fault' in read)) throw new Error('It was read.');
  return read.fault;
}

const valuesOf = (text: string) => {
  const read = readYaml(text);
  if ('fault' in read) throw new Error(read.fault.message);
  return read.values;
};

describe('a file that cannot be read', () => {
  it.each([
    ['', /empty/],
    ['# only a comment\n', /empty/],
    ['---\n', /empty/],
    ['a: 1\n---\nb: 2\n', /more than one document/],
    ['- a\n', /list at the top/],
    ['just text', /single value/],
    ['a: \0', /binary/],
    ['a'.repeat(MOST_BYTES + 1), /at most 1,000,000/],
    ['a: &a [*a]\n', /alias holds itself/],
    ['a: *b\n', /does not have/],
    ['a: .inf\n', /infinite/],
    ['a: !foo 1\n', /tag/],
    [`${'- '.repeat(1)}\n`, /list at the top/],
    [`a: ${'['.repeat(80)}${']'.repeat(80)}\n`, /more than 64 deep/],
    [bomb(), /unfold/],
  ])('is told in a sentence: %#', (text, message) => {
    expect(faultOf(text).message).toMatch(message);
    expect(faultOf(text).message).toMatch(/\.$/);
  });

  it('is told with line and column where there is one', () => {
    expect(faultOf('a: 1\nb: 2\na: 3\n')).toEqual({
      message: 'This key stands twice in the same mapping. Keep one of them.',
      line: 3,
      column: 1,
    });
    expect(faultOf('a:\n  - b\n c: 1\n')).toMatchObject({ line: 3 });
    expect(faultOf('a: [1\n')).toMatchObject({
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  it('may be bytes', () => {
    const message = (bytes: number[]) => {
      const text = decodeYaml(Uint8Array.from(bytes));
      return 'fault' in text ? text.fault.message : text.text;
    };
    expect(message([0x89, 0x50, 0x4e, 0x47, 0])).toMatch(/binary/);
    expect(message([0xff, 0x41])).toMatch(/UTF-8/);
    expect(message([0xef, 0xbb, 0xbf, 0x61])).toBe('a');
    const large = decodeYaml(new Uint8Array(5_000_000));
    expect('fault' in large && large.fault.message).toContain('5,000,000 bytes');
  });
});

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let at = 1; at < 9; at++) {
    lines.push(
      `a${at}: &a${at} [${Array(10)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
    );
  }
  return lines.join('\n');
}

describe('a file that can be read', () => {
  it('has what Helm makes of plain scalars', () => {
    // Recorded from Helm 4.1.4 and 3.17.2; tests/helm/chart.test.ts asks them again.
    expect(
      valuesOf(
        'a: [y, No, on, OFF, 012, 0o12, 0x1F, 1_000, 1:30, 0b11, 1e3, .5, 08, 2001-01-01, ~, =]',
      ).a,
    ).toEqual([
      true,
      false,
      true,
      false,
      10,
      10,
      31,
      1000,
      '1:30',
      3,
      1000,
      0.5,
      8,
      '2001-01-01',
      null,
      '=',
    ]);
  });

  it('has merge keys resolved, what stands beside them first', () => {
    expect(valuesOf('a: &a {c: 1, d: 2}\nb: {<<: *a, d: 3}\n').b).toEqual({ c: 1, d: 3 });
  });
});
