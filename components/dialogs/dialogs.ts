/** The dialogs, fetched once the page is idle. */
export { CheckDialog } from './check-dialog';
export { CompareDialog } from './compare-dialog';
export { CopyDialog } from './copy-dialog';
export { OpenDialog } from './open-dialog';
