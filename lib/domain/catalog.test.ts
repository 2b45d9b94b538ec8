import { describe, expect, it } from 'vitest';
import type { OverlayKey } from './answer';
import { createCatalog } from './catalog';
import { switchAnswer } from './declare';
import type { Option } from './option';

const answer = (key: string) =>
  switchAnswer(key, { label: 'A switch', help: 'For a test.', source: 'a test', default: true });
const derived = (path: string): OverlayKey => ({
  path,
  type: 'number',
  provenance: 'documented',
  source: 'a test',
  value: () => 1,
});
const option = (id: string, parts: Option['parts'], limits: Option['limits'] = []): Option => ({
  ...{ id, step: 'tiers', title: id, summary: 'For a test.' },
  parts,
  limits,
});
const limit = (id: string) => ({
  id,
  ...({ severity: 'limit', when: 'always', keys: [], source: 'a test', short: 'So.' } as const),
  message: () => 'So it is.',
});
const build = (...options: Option[]) =>
  createCatalog({
    steps: [],
    presets: [],
    limits: [limit('general')],
    options,
    lastRoot: 'config',
  });

describe('a catalogue', () => {
  it.each([
    ['two answers with one key', [answer('a'), answer('a')], 'the key a twice'],
    ['two keys with one path', [answer('a'), derived('a')], 'the path a twice'],
  ])('refuses %s', (_, parts, words) => {
    expect(() => build(option('one', parts))).toThrow(words);
  });

  it('refuses two limits with one id, wherever they are declared', () => {
    expect(() => build(option('one', [], [limit('general')]))).toThrow('the limit general twice');
  });
});
