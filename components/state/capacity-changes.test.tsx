import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { Capacity } from '@/lib/domain/limit';
import { readingOf } from '@/tests/support/reading';
import { ChangesTable } from './capacity-changes';
import { useNewWizard } from './new-wizard';
import { WizardProvider } from './wizard-context';

function Shown(capacities: Readonly<Record<'before' | 'after', Capacity>>) {
  const wizard = useNewWizard(catalog);
  return (
    <WizardProvider wizard={wizard}>
      <ChangesTable {...capacities} name="Before" />
    </WizardProvider>
  );
}

test('what the pods request is shown before and after, where anything differs', () => {
  const before = readingOf().capacity;
  const after = readingOf({ 'api.autoscaling.maxReplicas': '60' }).capacity;
  const wordsOf = (to: typeof after) =>
    renderToStaticMarkup(<Shown before={before} after={to} />)
      .replace(/<[^>]+>/g, '|')
      .split(/\|+/)
      .slice(6, -1);
  expect(wordsOf(after)).toEqual([
    ...['Pods', '15', '93 → 103'],
    ...['CPU, cores', '24.6', '180.6 → 200.6'],
    ...['Memory, GiB', '57.5', '401.5 → 441.5'],
  ]);
  expect(wordsOf(before)).toEqual([]);
});
