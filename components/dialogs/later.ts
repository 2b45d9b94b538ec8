/** The dialogs, which the page fetches once it is idle: one file, because the bundler repeats in each what they share. */
export { CompareDialog } from './compare-dialog';
export { CopyDialog } from './copy-dialog';
export { HelpDialog } from './help-dialog';
export { OpenDialog } from './open-dialog';
