import type { FileRow } from './file-rows';
import { valueStart } from './split-key';

interface Drawn {
  readonly element: HTMLElement;
  /** What the element shows; nothing of it at first. */
  row: Partial<FileRow>;
}

/** The lines on screen. One element a line, made once and then only patched. */
export interface FileView {
  /** Shows these rows. Writes only what differs from what is there, and reads nothing of the layout. */
  readonly draw: (rows: readonly FileRow[]) => void;
  /** The path of the line that an element shows. */
  readonly pathOf: (element: Element) => string | undefined;
  readonly elementOf: (id: string) => HTMLElement | undefined;
}

/**
 * Draws the file without React: on a key two or three lines of two hundred differ, and comparing rows is far cheaper
 * than comparing elements.
 */
export function createFileView(container: Element): FileView {
  let drawn = new Map<string, Drawn>();
  const rows = new WeakMap<Element, Drawn>();

  const make = (): Drawn => {
    const one = { element: document.createElement('div'), row: {} };
    rows.set(one.element, one);
    return one;
  };

  const patch = (one: Drawn, row: FileRow) => {
    const { element, row: old } = one;
    if (old.text !== row.text || old.kind !== row.kind) {
      writeLine(element, row.text, row.kind === 'key');
    }
    if (old.className !== row.className) element.className = row.className;
    if (old.number !== row.number) element.dataset.n = row.number;
    if (old.behind !== row.behind) {
      if (row.behind === '') delete element.dataset.behind;
      else element.dataset.behind = row.behind;
    }
    one.row = row;
  };

  return {
    draw(next) {
      const now = new Map<string, Drawn>();
      for (const row of next) {
        const one = drawn.get(row.id) ?? make();
        patch(one, row);
        now.set(row.id, one);
      }
      for (const [id, { element }] of drawn) {
        if (!now.has(id)) element.remove();
      }
      let place = container.firstElementChild;
      for (const { element } of now.values()) {
        if (element === place) place = place.nextElementSibling;
        else container.insertBefore(element, place);
      }
      drawn = now;
    },
    pathOf: (element) => rows.get(element)?.row.path,
    elementOf: (id) => drawn.get(id)?.element,
  };
}

/**
 * Puts a text into a line, the value of a key's line into a `span`. Measured against the CSS Custom Highlight
 * API: there each change of one text paints every highlighted line again, 1.4 ms of processor time a key.
 */
function writeLine(line: HTMLElement, text: string, isKey: boolean): void {
  const start = isKey ? valueStart(text) : text.length;
  const [before, value] = [text.slice(0, start), text.slice(start)];
  const [node, span] = line.childNodes;
  const isThere =
    node instanceof Text &&
    (value === ''
      ? span === undefined
      : span instanceof HTMLSpanElement &&
        span.className === VALUE &&
        line.childNodes.length === 2);
  // A translator or the like may have put other nodes there.
  if (!isThere) {
    line.textContent = before;
    if (value === '') return;
    line.append(
      Object.assign(document.createElement('span'), { className: VALUE, textContent: value }),
    );
    return;
  }
  if (node.data !== before) node.data = before;
  if (span instanceof HTMLSpanElement && span.textContent !== value) {
    if (span.firstChild instanceof Text && span.firstChild === span.lastChild)
      span.firstChild.data = value;
    else span.textContent = value;
  }
}

const VALUE = 'yaml-value';
