import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startServer } from '../../scripts/server.mjs';
import type { Engine, EngineKind } from './engine';
import { firefox } from './firefox';
import { webkit } from './webkit';

const WAIT = { timeout: 15_000, interval: 100 };
const kinds = [firefox, webkit];

const missing = (kind: EngineKind) => kind.files.some((file) => !existsSync(file));
for (const kind of kinds.filter(missing)) {
  console.warn(`${kind.name} SKIPPED: it needs ${kind.packages.join(', ')} (Debian)`);
}

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const preview = `document.querySelector('[aria-label="Preview of values-large.yaml"]').textContent`;
/** The first button, tab or summary whose name begins so, with a mark that a click can find. */
const mark = (name: string, within: string) => `(() => {
  document.querySelectorAll('[data-target]').forEach((one) => one.removeAttribute('data-target'));
  const found = [...document.querySelectorAll('${within} :is(button, [role=tab], summary)')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()).startsWith('${name}'));
  found?.setAttribute('data-target', '');
  return Boolean(found);
})()`;
const STEPS = 'nav[aria-label="Steps"]';
const field = (key: string) => `document.querySelector('[name="${key}"]')`;

describe.each(kinds)('$name', (kind) => {
  const downloads = mkdtempSync(path.join(tmpdir(), 'engine-'));
  let engine: Engine;
  beforeAll(async () => {
    if (!missing(kind)) engine = await kind.start(downloads);
  });
  afterAll(async () => {
    await engine?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  const eventually = (script: string, value: unknown = true) =>
    vi.waitFor(async () => expect(await engine.evaluate(script)).toEqual(value), WAIT);
  const click = async (name: string, within = 'body') => {
    await eventually(mark(name, within));
    await engine.click('[data-target]');
  };
  const previews = (line: string) => eventually(`${preview}.includes('${line}')`);
  const openLink = async () => {
    await engine.open(
      `${server.origin}/#v=1&eventbus.backend=kinesis&kinesis.streamName=kaireon-events`,
    );
    await previews('streamName: kaireon-events');
  };

  test.skipIf(missing(kind))('a complaint is heard', async () => {
    await engine.open(`${server.origin}/healthz`);
    await engine.evaluate(`console.error('said') ?? setTimeout(() => gone())`);
    const heard: string[] = [];
    await vi.waitFor(async () => {
      heard.push(...(await engine.complaints()));
      for (const one of ['said', 'gone']) expect(heard.join()).toContain(one);
    }, WAIT);
  });

  test.skipIf(missing(kind))('a link, typing, download, reload and a dialog', async () => {
    await openLink();
    await click('Scale', STEPS);
    await eventually(`Boolean(${field('plan.peakRps')})`);
    await engine.click('[name="plan.peakRps"]');
    await engine.press('5000');
    await eventually(`${field('plan.peakRps')}?.value`, '5000');
    await eventually(`location.hash.includes('plan.peakRps=5000')`);

    // What the browser is given to save, read as it is made.
    await engine.evaluate(`(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        blob.text().then((it) => { window.saved = it; });
        return create.call(URL, blob);
      };
      return true;
    })()`);
    await click('Download values-large.yaml');
    await eventually(`typeof window.saved`, 'string');
    const saved = await engine.evaluate<string>('window.saved');
    expect(saved).toContain('plan.peakRps=5000');
    expect(saved).toContain('  streamName: kaireon-events\n');
    const query = await engine.evaluate<string>('location.hash.slice(1)');
    const served = await fetch(`${server.origin}/values-large.yaml?${query}`, {
      headers: { Connection: 'close' }, // one that was kept may be closed just now
    });
    expect(saved).toBe(await served.text());
    if (kind === firefox) {
      const file = path.join(downloads, 'values-large.yaml');
      await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe(saved), WAIT);
    }

    await engine.reload();
    await previews('streamName: kaireon-events');
    await eventually(`${field('plan.peakRps')}?.value`, '5000');

    await click('Open an existing file');
    await eventually(`Boolean(document.querySelector('dialog[open] input[type=file]'))`);
    await engine.evaluate(`(() => {
      const text = '\\ufeffredis:\\n  cluster: false\\n';
      const bytes = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
      const chosen = new DataTransfer();
      chosen.items.add(new File([bytes], 'values.yaml'));
      const input = document.querySelector('dialog[open] input[type=file]');
      input.files = chosen.files;
      return input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await eventually(`/UTF-16/.test(document.querySelector('dialog[open]').innerText)`);
    await engine.press('Escape');
    await eventually(`document.querySelector('dialog[open]') === null`);
    expect(await engine.complaints()).toEqual([]);
  });

  test.skipIf(missing(kind))('a step, a tier’s row and Find an answer', async () => {
    await openLink();
    await click('Tiers', STEPS);
    await eventually(`Boolean(${field('api.autoscaling.maxReplicas')})`);
    await engine.click('[name="api.autoscaling.maxReplicas"]');
    await engine.press('End', 'Backspace', 'Backspace', '60');
    await previews('maxReplicas: 60');
    // What the page is made of stays on screen at each step.
    await eventually(`(() => {
      const { top, bottom, height } = document.querySelector('[role=tabpanel]').getBoundingClientRect();
      return top > 0 && height > 100 && bottom <= innerHeight;
    })()`);

    const further = `Boolean(${field('api.autoscaling.targetCPUUtilizationPercentage')}?.checkVisibility())`;
    await eventually(further, false);
    await click('API', 'table');
    await eventually(further);

    await click('Scale', STEPS);
    await eventually(`${field('api.autoscaling.maxReplicas')} === null`);
    await engine.evaluate('document.activeElement.blur() ?? true');
    await engine.press('/');
    await eventually(`document.activeElement.type`, 'search');
    await engine.press('worker.keda.listLength', 'Enter');
    await eventually('document.activeElement.name', 'worker.keda.listLength');
    expect(await engine.complaints()).toEqual([]);
  });
});
