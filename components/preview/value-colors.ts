import { valueStart } from './split-key';

/** Colours the values of the file's lines without an element of their own. */
export interface ValueColors {
  /** Puts a text into a line, the value of a key's line in its colour. */
  readonly write: (line: HTMLElement, text: string, isKey: boolean) => void;
  readonly forget: (line: HTMLElement) => void;
}

const NAME = 'yaml-value';

/** By the CSS Custom Highlight API where the browser has it, and a `span` in each line elsewhere. */
export function valueColors(): ValueColors {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return withSpans;
  const values = new Highlight();
  CSS.highlights.set(NAME, values);
  const ranges = new WeakMap<HTMLElement, AbstractRange>();
  const forget = (line: HTMLElement) => {
    const range = ranges.get(line);
    if (range) values.delete(range);
    ranges.delete(line);
  };
  return {
    forget,
    write(line, text, isKey) {
      forget(line);
      const node = textNodeOf(line, text);
      const start = isKey ? valueStart(text) : text.length;
      if (start >= text.length) return;
      const range = new StaticRange({
        startContainer: node,
        startOffset: start,
        endContainer: node,
        endOffset: text.length,
      });
      values.add(range);
      ranges.set(line, range);
    },
  };
}

const withSpans: ValueColors = {
  forget() {},
  write(line, text, isKey) {
    const start = isKey ? valueStart(text) : text.length;
    line.textContent = text.slice(0, start);
    if (start >= text.length) return;
    const value = document.createElement('span');
    value.className = NAME;
    value.textContent = text.slice(start);
    line.append(value);
  },
};

/** The line's only node, with this text: the same node as before, unless a translator or the like has put others there. */
function textNodeOf(line: HTMLElement, text: string): Text {
  const { firstChild } = line;
  if (firstChild instanceof Text && firstChild === line.lastChild) {
    firstChild.data = text;
    return firstChild;
  }
  const node = document.createTextNode(text);
  line.replaceChildren(node);
  return node;
}
