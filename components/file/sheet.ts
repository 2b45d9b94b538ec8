/** On a phone the file is a sheet over the questions; on wider screens it always stands beside them. */
export const FILE_SHEET = 'file-sheet';

export function openFile(): void {
  const sheet = document.getElementById(FILE_SHEET);
  if (sheet && !sheet.dataset.open) {
    sheet.dataset.open = 'true';
    if (isSheet(sheet)) sheet.querySelector<HTMLElement>('h2')?.focus();
  }
}

export function closeFile(): void {
  const sheet = document.getElementById(FILE_SHEET);
  if (!sheet?.dataset.open) return;
  delete sheet.dataset.open;
  if (isSheet(sheet)) document.getElementById('view-file')?.focus();
}

const isSheet = (sheet: HTMLElement) => getComputedStyle(sheet).position === 'fixed';
