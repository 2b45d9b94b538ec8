import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { anyAnswers, partialAnswers } from '@/tests/support/answers';
import { readingOf } from '@/tests/support/reading';
import { SLOW } from '@/tests/support/slow';
import { readAnswers } from './reading';

vi.setConfig({ testTimeout: SLOW });

describe('a reading', () => {
  it('is made of any text, and is the same every time', () => {
    fc.assert(
      fc.property(anyAnswers(catalog), (raw) => {
        // Functions are made again each time.
        const plain = (value: object) => JSON.stringify(value);
        expect(plain(readAnswers(catalog, { ...raw }))).toBe(plain(readAnswers(catalog, raw)));
      }),
      { numRuns: 200 },
    );
  });

  it('does not call a required answer blank that is only invalid', () => {
    const idsOf = (brokers: string) =>
      readingOf({ 'kafka.brokers': brokers }).limits.map(({ id }) => id);
    expect(idsOf('')).toContain('eventbus-block-unfilled');
    expect(idsOf('no port')).not.toContain('eventbus-block-unfilled');
  });

  it('is made of some answers as of all', () => {
    fc.assert(
      fc.property(partialAnswers(catalog), (given) => {
        const { raw, lines } = readingOf(given);
        expect(readAnswers(catalog, raw).lines).toEqual(lines);
      }),
      { numRuns: 200 },
    );
  });

  it('survives any single answer that is no answer', () => {
    for (const { key } of catalog.answers) {
      for (const text of [
        '\ud800',
        '\u0000',
        'x'.repeat(100_000),
        '{{ .Values }}',
        'user:pass@host',
      ]) {
        const { faults, lines } = readingOf({ [key]: text });
        expect(faults.every((fault) => fault.key === key)).toBe(true);
        expect(lines.length).toBeGreaterThan(50);
      }
    }
  });

  it('has no place for an answer that is wrong, and keeps the rest', () => {
    const { entries, link, faults } = readingOf({
      'api.autoscaling.minReplicas': '6.0',
      'plan.zones': '5',
    });
    expect(faults.map(({ key }) => key)).toEqual(['api.autoscaling.minReplicas']);
    expect(entries.map(({ key }) => key.path)).not.toContain('api.autoscaling.minReplicas');
    expect(entries.map(({ key }) => key.path)).toContain('api.autoscaling.maxReplicas');
    expect(link).toBe('v=1&plan.zones=5');
  });

  it('lists what it writes once each, with what is known of its path', () => {
    const { written } = readingOf({ 'stream.enabled': 'true' });
    expect(new Set(written.map(({ path }) => path)).size).toBe(written.length);
    expect(written).toContainEqual({ path: 'eventbus.backend', provenance: 'documented' });
    expect(written).toContainEqual({
      path: 'api.topologySpreadConstraints[0].maxSkew',
      provenance: 'unverified',
    });
  });
});
