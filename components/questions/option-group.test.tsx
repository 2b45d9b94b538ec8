import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { useNewWizard } from '@/components/state/new-wizard';
import { WizardProvider } from '@/components/state/wizard-context';
import { kaireonCatalog, registry } from '@/lib/catalog/registry';
import type { Catalog } from '@/lib/domain/catalog';
import type { Backend } from '@/lib/domain/option';
import { pigeon } from '@/tests/support/pigeon';
import { BackendGroup } from './option-group';

function EventBusStep({ catalog }: { readonly catalog: Catalog }) {
  const wizard = useNewWizard(catalog);
  const option = catalog.options.find(({ id }) => id === 'eventbus');
  return (
    <WizardProvider wizard={wizard}>
      {option?.choice && <BackendGroup option={option} choice={option.choice} />}
    </WizardProvider>
  );
}

const stepWith = (buses: readonly Backend[]) =>
  renderToStaticMarkup(<EventBusStep catalog={kaireonCatalog({ eventBuses: buses })} />);

/** The tags of the form controls with this name. */
const controls = (html: string, name: string) =>
  (html.match(/<input[^>]*>/g) ?? []).filter((tag) => tag.includes(` name="${name}"`));

test('a new event bus has its card, although no component knows it', () => {
  const html = stepWith([...registry.eventBuses, pigeon]);
  const cards = controls(html, 'eventbus.backend');
  expect(cards).toHaveLength(registry.eventBuses.length + 1);
  expect(cards.at(-1)).toContain(' value="pigeon"');
  expect(html).toContain('A backend that only tests know.');
  expect(controls(html, 'pigeon.servers')).toEqual([]); // not asked while it is not chosen
});

test('chosen by default, it has its own questions, lines and limits', () => {
  const others = registry.eventBuses.map((bus) => ({ ...bus, isDefault: false }));
  const html = stepWith([...others, { ...pigeon, isDefault: true }]);
  expect(controls(html, 'pigeon.servers')).toEqual([
    expect.stringMatching(/^(?=.* type="text")(?=.* placeholder="pigeon-1:4222")/),
  ]);
  expect(html).toMatch(/<label[^>]*for="control-pigeon\.servers"[^>]*><span>Servers<\/span>/);
  expect(html).toContain('What comes with Pigeon');
  expect(html).toContain('This overlay switches the Pigeon block on');
});
