import { test as base } from '@playwright/test';
import { watchContext } from './watch';
import { Wizard } from './wizard';

export { expect } from '@playwright/test';

interface Watch {
  /** Fails the test for what a person would not see: a console error or warning, a late request. */
  readonly watched: undefined;
  /** Another person's browser: nothing of the first one's storage or history. */
  readonly elsewhere: Wizard;
}

/** For tests that expect errors in the console. */
export const unwatched = base.extend<{ readonly wizard: Wizard }>({
  wizard: async ({ page }, use) => use(new Wizard(page)),
});

export const test = unwatched.extend<Watch>({
  watched: [
    async ({ context }, use) => {
      const check = watchContext(context);
      await use(undefined);
      check();
    },
    { auto: true },
  ],
  elsewhere: async ({ browser, contextOptions }, use) => {
    const context = await browser.newContext(contextOptions);
    const check = watchContext(context);
    await use(new Wizard(await context.newPage()));
    check();
    await context.close();
  },
});
