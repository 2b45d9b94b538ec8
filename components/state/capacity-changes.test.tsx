import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readingOf } from '@/tests/support/reading';
import { ChangesTable } from './capacity-changes';

test('what the pods request is shown before and after, where anything differs', () => {
  const before = readingOf().capacity;
  const after = readingOf({ 'api.autoscaling.maxReplicas': '60' }).capacity;
  const wordsOf = (to: typeof after) =>
    renderToStaticMarkup(<ChangesTable before={before} after={to} name="Before" />)
      .replace(/<[^>]+>/g, '|')
      .split(/\|+/)
      .slice(4, -1);
  expect(wordsOf(after)).toEqual([
    ...['Pods', '15', '93 → 103'],
    ...['CPU, cores', '24.6', '180.6 → 200.6'],
    ...['Memory, GiB', '57.5', '401.5 → 441.5'],
  ]);
  expect(wordsOf(before)).toEqual([]);
});
