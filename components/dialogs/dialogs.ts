/** The dialogs of the operator's own files, fetched once the page is idle. */
export { CheckDialog } from './check-dialog';
export { CompareDialog } from './compare-dialog';
export { OpenDialog } from './open-dialog';
