const lineId = (path: string) => `line-${path}`;

/** The id of the line that holds a path, for the page's own jumps. */
export const lineElementId = lineId;

/** Scrolls the preview, and nothing else, to the lines of these paths and points them out. Opens the file on a phone. */
export function showInFile(paths: readonly string[]): void {
  const lines = paths.flatMap((path) => document.getElementById(lineId(path)) ?? []);
  revealLine(lines[0]);
  pointOut(lines);
}

/** Points lines out without opening or moving anything, while their question has the focus. */
export function pointOut(lines: readonly HTMLElement[]): void {
  for (const line of document.querySelectorAll('.line.here')) line.classList.remove('here');
  for (const line of lines) line.classList.add('here');
}

/** Brings a line to the middle of the preview if it is out of sight. */
export function revealLine(line: HTMLElement | null | undefined): void {
  const view = line?.closest<HTMLElement>('.code');
  if (!line || !view) return;
  const top = line.offsetTop;
  const inSight =
    top >= view.scrollTop && top + line.offsetHeight <= view.scrollTop + view.clientHeight;
  if (!inSight) view.scrollTop = top - view.clientHeight / 3;
}
