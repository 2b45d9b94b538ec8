import { load } from 'js-yaml';
import { expect, test } from './support/test';
import { translate } from './support/translator';
import type { Wizard } from './support/wizard';

/** What a person does, one change after the other. */
const CHANGES: Readonly<Record<string, (wizard: Wizard) => Promise<unknown>>> = {
  'a number': (it) => it.fill('api.autoscaling.minReplicas', '8'),
  'the same number again': (it) => it.fill('api.autoscaling.minReplicas', '9'),
  'another event bus': (it) => it.choose('eventbus.backend', 'kinesis'),
  'a name': (it) => it.fill('kinesis.streamName', 'orders'),
  'a field that breaks': (it) => it.fill('plan.zones', '0'),
  'a second one': (it) => it.fill('plan.peakRps', 'lots'),
  'a download with problems': (it) => it.downloadButton.click(),
  'the review of a broken file': (it) => it.goTo('Review'),
  'one problem fixed': (it) => it.fill('plan.peakRps', '5000'),
  'the other too': (it) => it.fill('plan.zones', '2'),
  'the review of a sound one': (it) => it.goTo('Review'),
  'a tier off': (it) => it.turn('mlWorker.enabled', 'off'),
  'and on': (it) => it.turn('mlWorker.enabled', 'on'),
  'another store': (it) => it.choose('interactionStore.backend', 'scylla'),
  'the capacity': (it) => it.tab('Capacity'),
  'a number that it shows': (it) => it.fill('worker.keda.maxReplicaCount', '40'),
  'the preflight list': (it) => it.tab('Preflight'),
  'a tick in it': (it) => it.page.locator('.preflight-item input').first().check(),
  'the topology': (it) => it.tab('Topology'),
  'the bus off': (it) => it.turn('eventbus.enabled', 'off'),
  'the bus on': (it) => it.turn('eventbus.enabled', 'on'),
  'the commands': (it) => it.tab('Use it'),
  'your chart': (it) => it.tab('Your chart'),
  'the limits': (it) => it.tab('Limits'),
  'a limit’s whole text': (it) => it.limit('design-targets').locator('summary').click(),
  'only this step': (it) => it.page.getByLabel('Only this step').check(),
  'another step': (it) => it.goTo('Datastores'),
  'a dialog': async (it) => {
    await it.button('Compare').click();
    await expect(it.dialog('Compare')).toBeVisible();
  },
  'the dialog closed': (it) => it.page.keyboard.press('Escape'),
  'a file read': (it) => it.openFile('redis: { cluster: false }\nx: { y: 1 }\n'),
  'and taken': (it) => it.button('Replace my answers').click(),
  'a preset': async (it) => {
    await it.goTo('Scale');
    await it.preset('High-throughput workers').click();
  },
  'only changes': (it) => it.page.getByLabel('Only changes').check(),
  reset: (it) => it.button('Reset answers').click(),
  undo: (it) => it.button('Undo').click(),
  'all lines': (it) => it.page.getByLabel('Only changes').uncheck(),
  'the head': (it) => it.preview.locator('.head-fold').click(),
  'reset again': (it) => it.button('Reset answers').click(),
  'a number at last': (it) => it.fill('api.autoscaling.maxReplicas', '60'),
};

test('a translated page reads as one that is not', async ({ wizard, elsewhere }) => {
  await wizard.open();
  await elsewhere.open();
  await translate(wizard.page);
  for (const [what, change] of Object.entries(CHANGES)) {
    await test.step(what, async () => {
      await change(elsewhere);
      await change(wizard);
      // The sentence of what changed comes once nothing more is typed.
      await expect(async () => {
        await translate(wizard.page); // a translator goes on with what is new
        const text = await elsewhere.page.locator('body').textContent();
        expect(await wizard.page.locator('body').textContent()).toBe(text);
      }).toPass({ timeout: 15_000 });
    });
  }
  const file = await wizard.download();
  expect(file).toBe(await elsewhere.download());
  expect(load(file)).toMatchObject({ api: { autoscaling: { minReplicas: 6, maxReplicas: 60 } } });
});
