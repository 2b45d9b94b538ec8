import { expect, it } from 'vitest';
import type { Answer } from './answer';
import { parseAnswer, quantityAnswer, wholeNumber } from './declare';

const KEY = 'a.b';
const words = { label: 'An answer', help: 'What to know.', source: 'a test' };
const pods = { ...words, bounds: [1, 1_000_000] as const };
const MEMORY = 'Enter an amount with a unit, such as 512Mi or 4Gi';
const CORES = 'Enter cores such as 2, 0.5 or 500m';

function takes(answer: Answer, values: Readonly<Record<string, unknown>>) {
  for (const [raw, value] of Object.entries(values))
    expect(parseAnswer(answer, raw), raw).toEqual({ value });
}
function refuses(answer: Answer, faults: Readonly<Record<string, string>>) {
  for (const [raw, fault] of Object.entries(faults))
    expect(parseAnswer(answer, raw), raw).toEqual({ fault });
}

// Switches, bounds, credentials of every answer: tests/catalogue/keys.test.ts; texts:
// tests/catalogue/free-text.test.ts.
it('a whole number takes plain digits within bounds', () => {
  const answer = wholeNumber(KEY, { ...pods, default: 2 });
  takes(answer, { '1': 1, '1000000': 1_000_000 });
  refuses(answer, {
    '0': 'Enter 1 to 1,000,000.',
    '1000001': 'Enter 1 to 1,000,000.',
    ['9'.repeat(400)]: 'Enter 1 to 1,000,000.',
    '01': 'Enter a whole number in plain digits, 1 to 1,000,000.',
    '1.5': 'Enter a whole number in plain digits, 1 to 1,000,000.',
    '1\n': 'Enter a whole number in plain digits, 1 to 1,000,000.',
  });
});

it('a quantity of memory has a unit', () => {
  const answer = quantityAnswer(KEY, { ...words, default: '1Gi', resource: 'memory' });
  takes(answer, { '1Mi': '1Mi', '64Ti': '64Ti' });
  refuses(answer, {
    '4 Gi': `Kubernetes cannot read this quantity. ${MEMORY}.`,
    '4GB': `Kubernetes writes no B in a unit: write 4Gi. ${MEMORY}.`,
    '1': `1 is 1 byte, less than 1Mi: memory without a unit counts bytes. ${MEMORY}.`,
    '1Ki': `1Ki is 1024 bytes, less than 1Mi: memory without a unit counts bytes. ${MEMORY}.`,
    '65Ti': `${MEMORY}, from 1Mi to 64Ti.`,
  });
});

it('a quantity of processors has none but m', () => {
  const answer = quantityAnswer(KEY, { ...words, default: '', resource: 'cpu' });
  takes(answer, { '500m': '500m', '1024': '1024' });
  refuses(answer, {
    two: `Kubernetes cannot read this quantity. ${CORES}.`,
    '4Gi': `CPU takes no unit but m for thousandths of a core. ${CORES}.`,
    '1025': `${CORES}, from 1m to 1024.`,
    '0': `${CORES}, from 1m to 1024.`,
  });
});
