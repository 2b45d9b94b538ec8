import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectedOverlay } from '../../tests/expected/expected-overlay.mjs';

const upload = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/yaml',
  buffer: Buffer.from(content),
});

/** The page as a person finds it: by what is written on it, and by the keys of its answers. */
export class Wizard {
  readonly page: Page;
  readonly preview: Locator;
  readonly limits: Locator;
  readonly problems: Locator;
  readonly views: Locator;
  readonly find: Locator;
  readonly status: Locator;
  readonly downloadButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.preview = this.region('Preview of values-large.yaml');
    this.limits = this.region('Honest limits');
    this.problems = this.region('There is a problem');
    this.views = page.getByRole('navigation', { name: 'Views' });
    this.find = page.getByLabel('Find an answer');
    this.status = page.getByRole('status').first();
    this.downloadButton = this.button('Download values-large.yaml');
  }

  /** @param address a link, as `#v=1&…`, or a query */
  async open(address = ''): Promise<void> {
    await this.page.goto(`/${address}`);
    await this.isReady();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.isReady();
  }

  /** It answers (it is inert before), and all that it fetches when it is idle is there: it needs no network any more. */
  async isReady(): Promise<void> {
    const ready = this.page.locator('.page[data-whole]:not([inert])');
    await expect(ready).toBeAttached({ timeout: 30_000 });
    await this.page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })),
    );
  }

  region(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  row(name: string | RegExp): Locator {
    return this.page.getByRole('row', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The heading of a step. */
  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 });
  }

  /** Opens a step by its button. */
  async goTo(step: string): Promise<void> {
    await this.stepButton(step).click();
    await expect(this.heading(step)).toBeVisible();
  }

  /** A step's button; its description says its state. */
  stepButton(step: string): Locator {
    const steps = this.page.getByRole('navigation', { name: 'Steps' });
    return steps.getByRole('button', { name: step, exact: true });
  }

  /** A starting point. */
  preset(title: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${title}\\b`) });
  }

  /** The control of an answer, when its step and its row are on screen. */
  control(key: string): Locator {
    return this.page.locator(`[name="${key}"]`);
  }

  /** One member of a choice. */
  choice(key: string, value: string): Locator {
    return this.page.locator(`[name="${key}"][value="${value}"]`);
  }

  /** Finds an answer by its key, wherever it is, and returns its control, which then has the focus. */
  async answer(key: string): Promise<Locator> {
    await this.find.fill(key);
    await this.find.press('Enter');
    const focused = this.page.locator(`[name="${key}"]:focus`);
    await expect(focused).toBeVisible();
    return this.control(key);
  }

  /** Types an answer, wherever it is. */
  async fill(key: string, text: string): Promise<void> {
    await (await this.answer(key)).fill(text);
  }

  /** Turns a switch on or off, wherever it is. */
  async turn(key: string, to: 'on' | 'off'): Promise<void> {
    await (await this.answer(key)).setChecked(to === 'on');
  }

  /** Picks one member of a choice, wherever it is. */
  async choose(key: string, value: string): Promise<void> {
    await this.answer(key);
    await this.choice(key, value).check();
  }

  /** An answer has this text, wherever it is. */
  async holds(key: string, text: string): Promise<void> {
    await expect(await this.answer(key)).toHaveValue(text);
  }

  /** A choice has this member, wherever it is. */
  async hasChosen(key: string, value: string): Promise<void> {
    await this.answer(key);
    await expect(this.choice(key, value)).toBeChecked();
  }

  /** A limit in the list, by its id. */
  limit(id: string): Locator {
    return this.page.locator(`#limit-${id}`);
  }

  /** Opens one of the results' tabs. */
  async tab(title: string): Promise<Locator> {
    await this.page.getByRole('tab', { name: new RegExp(`^${title}`) }).click();
    return this.page.getByRole('tabpanel');
  }

  /** Opens one of the views of a narrow window. */
  async view(name: string): Promise<void> {
    await this.views.getByRole('button', { name, exact: true }).click();
  }

  /** Opens the dialog that reads a file, and gives it one. */
  async openFile(content: string | Buffer, name = 'values.yaml'): Promise<Locator> {
    await this.button('Open an existing file').click();
    const dialog = this.dialog('Open an existing file');
    await dialog.getByLabel('Choose a file').setInputFiles(upload(name, content));
    return dialog;
  }

  /** Gives the tab `Your chart` these files, by their names. */
  async giveChart(files: Readonly<Record<string, string | Buffer>>): Promise<Locator> {
    await this.button('Check against your chart').click();
    const panel = this.page.getByRole('tabpanel', { name: 'Your chart' });
    const uploads = Object.entries(files).map(([name, content]) => upload(name, content));
    await panel.getByLabel('choose files').setInputFiles(uploads);
    return panel;
  }

  /** The line of the preview with this text, indent left out. */
  line(text: string): Locator {
    return this.preview.getByText(text, { exact: true });
  }

  /** Downloads the file and returns its text. */
  download(): Promise<string> {
    return this.saved(() => this.downloadButton.click());
  }

  /** The text of the file that this saves. */
  async saved(act: () => Promise<unknown>): Promise<string> {
    const saving = this.page.waitForEvent('download');
    await act();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('values-large.yaml');
    return readFileSync(await saved.path(), 'utf8');
  }

  /** The file that it makes is, byte for byte, the one written by hand. */
  async makes(name: string): Promise<void> {
    expect(await this.download()).toBe(expectedOverlay(name));
  }

  /** The address has followed. How soon it must is another test. */
  async addressIs(link: string): Promise<void> {
    await expect(this.page).toHaveURL(`/${link}`);
  }

  /** What the clipboard holds. Pasted into a page of its own: ours may write the clipboard and not read it. */
  async clipboard(): Promise<string> {
    const page = await this.page.context().newPage();
    await page.setContent('<textarea></textarea>');
    const area = page.locator('textarea');
    await area.press('ControlOrMeta+V');
    const text = await area.inputValue();
    await page.close();
    return text;
  }
}
