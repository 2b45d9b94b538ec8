/**
 * Copies a text and says what happened, in a sentence. Without a secure context there is no clipboard API, so a
 * selection is copied instead.
 */
export async function copyText(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return copySelection(text)
      ? done
      : 'The browser did not allow copying. Download the file instead.';
  }
}

function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = Object.assign(document.createElement('textarea'), { value: text });
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
