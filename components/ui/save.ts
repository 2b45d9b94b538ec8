import { announce } from './announce';

/** Hands a text or bytes to the browser as a download, and announces it. */
export function save(content: BlobPart, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = Object.assign(document.createElement('a'), { href: url, download: name });
  anchor.click();
  // The browser has taken the bytes by the time the click returns to the event loop.
  setTimeout(() => URL.revokeObjectURL(url));
  announce(`${name} was downloaded.`);
}
