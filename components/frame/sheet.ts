/** On a phone the file is a sheet over the questions; on wider screens it always stands beside them. */
export const FILE_SHEET = 'file-sheet';

/** Opens the sheet and hands it the focus. Where the file always shows it does nothing. */
export function openFile(): void {
  const sheet = document.getElementById(FILE_SHEET);
  if (!sheet || !isSheet(sheet) || sheet.dataset.open) return;
  sheet.dataset.open = 'true';
  setOthersInert(sheet, true);
  sheet.querySelector<HTMLElement>('h2')?.focus();
}

/** Closes the sheet and hands the focus back to what opened it. */
export function closeFile(): void {
  const sheet = document.getElementById(FILE_SHEET);
  if (!sheet?.dataset.open) return;
  delete sheet.dataset.open;
  setOthersInert(sheet, false);
  document.getElementById('view-file')?.focus();
}

/** What lies under the sheet must not take the focus while it cannot be seen. */
function setOthersInert(sheet: HTMLElement, inert: boolean): void {
  for (const other of sheet.parentElement?.children ?? []) {
    if (other !== sheet && other instanceof HTMLElement) other.inert = inert;
  }
}

const isSheet = (sheet: HTMLElement) => getComputedStyle(sheet).position === 'fixed';
