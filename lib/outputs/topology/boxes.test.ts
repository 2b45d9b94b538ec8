import { describe, expect, it } from 'vitest';
import type { AppliedLimit } from '@/lib/domain/limit';
import { boxOf } from './boxes';
import type { Content } from './contents';

const limit = (id: string, severity: AppliedLimit['severity']): AppliedLimit => ({
  id,
  severity,
  keys: [],
  message: '',
  short: '',
  source: '',
  always: false,
});

const content: Content = {
  id: 'x',
  side: 'chart',
  kind: 'chart',
  title: 'A tier with a title that is far too long for any box',
  facts: ['one', 'two'],
  names: ['first', 'second'],
  limits: [
    limit('a', 'caution'),
    ...Array.from({ length: 12 }, (_, at) => limit(`b${at}`, 'limit')),
  ],
};

describe('boxOf', () => {
  const box = boxOf(content, { x: 40, y: 80, width: 240 });

  it('shortens a title that would run into its marks', () => {
    const [title] = box.labels;
    const [firstMark] = box.marks;
    expect(title?.text).toMatch(/^A tier with.*…$/);
    expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThan(firstMark?.x ?? 0);
  });

  it('has the cautions left of the limits, each with its ids', () => {
    expect(box.marks.map(({ severity, limits }) => [severity, limits.length])).toEqual([
      ['caution', 1],
      ['limit', 12],
    ]);
  });

  it('is as high as its lines, or as it must be for the lines that leave it', () => {
    // 12 above, a title, a line of facts and two names of 18 each, 8 below
    expect(box.height).toBe(92);
    expect(boxOf(content, { x: 40, y: 80, width: 240 }, 120).height).toBe(120);
  });
});
