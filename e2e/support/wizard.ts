import { expect, type Locator, type Page } from '@playwright/test';
import { clipboardText } from '../clipboard';

/** The page as a person finds it: by what is written on it. */
export class Wizard {
  readonly page: Page;
  readonly preview: Locator;
  readonly limits: Locator;
  readonly problems: Locator;
  readonly status: Locator;
  readonly downloadButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.preview = page.getByRole('region', { name: 'Preview of values-large.yaml' });
    this.limits = page.getByRole('region', { name: 'Honest limits' });
    this.problems = page.getByRole('region', { name: 'There is a problem' });
    this.status = page.getByRole('status');
    this.downloadButton = this.button('Download values-large.yaml');
  }

  /** @param address a link, as `#v=1&…`, or a query */
  async open(address = ''): Promise<void> {
    await this.page.goto(`/${address}`);
    await this.isReady();
  }

  /** The preflight list is fetched by the running page, so with it there the form answers too. */
  async isReady(): Promise<void> {
    const preflight = this.page.getByRole('heading', { name: 'Preflight', exact: true });
    await expect(preflight).toBeAttached({ timeout: 20_000 });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The heading of a section, or of the file. */
  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 2 });
  }

  /** The questions of a tier, a store, a bus. */
  group(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true });
  }

  field(group: string, label: string): Locator {
    return this.group(group).getByLabel(label, { exact: true });
  }

  /** One of the cards to choose from, by its title. */
  card(group: string, title: string): Locator {
    return this.group(group).getByRole('radio', { name: new RegExp(`^${title}\\b`) });
  }

  /** What stands with a question: its own box on the page, error and limits included. */
  question(key: string): Locator {
    return this.page.locator(`[id="question-${key}"]`);
  }

  /** The line of the preview with this text, indent left out. */
  line(text: string): Locator {
    return this.preview.getByText(text, { exact: true });
  }

  /** The whole preview is this file, to the last character. */
  async previews(text: string): Promise<void> {
    await expect.poll(() => this.preview.textContent()).toBe(text);
  }

  /** The address has followed. How soon it must is another test. */
  async addressIs(link: string): Promise<void> {
    const origin = new URL(this.page.url()).origin;
    await expect(this.page).toHaveURL(`${origin}/${link}`);
  }

  async clipboard(): Promise<string> {
    return clipboardText(this.page.context());
  }
}
