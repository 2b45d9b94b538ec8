import { lineCounter } from './line-counter';

/** One document of a file, as text, before anything reads it. */
export interface DocumentText {
  readonly text: string;
  /** The line at which it starts, from 1. */
  readonly line: number;
}

/** Cuts a file at its document marks, and a `kubectl get -o yaml` list at its items. */
export function* splitDocuments(text: string): Generator<DocumentText> {
  let start = 0;
  const lineAt = lineCounter(text);
  for (const mark of text.matchAll(/^---(?=[ \t\r\n]|$).*$/gm)) {
    yield* splitList({ text: text.slice(start, mark.index), line: lineAt(start) });
    // What stands behind the mark belongs to the document: `--- # Source` as well as `--- {…}`.
    start = mark.index + 3;
  }
  yield* splitList({ text: text.slice(start), line: lineAt(start) });
}

const ITEMS = /^items:[ \t]*\r?\n(?=- )/m;

/** Each item by itself, so that a broken one costs only itself and no list is one long step. */
function* splitList(document: DocumentText): Generator<DocumentText> {
  const { text } = document;
  const items = /^kind:[ \t]*\w*List\b/m.test(text) ? ITEMS.exec(text) : null;
  if (!items) {
    yield document;
    return;
  }
  const from = items.index + items[0].length;
  const end = /^[^\s#-]/m.exec(text.slice(from))?.index;
  const list = end === undefined ? text.slice(from) : text.slice(from, from + end);
  let line = document.line + text.slice(0, from).split('\n').length - 1;
  for (const item of list.split(/^(?=- )/m)) {
    yield { text: item.replace(/^-/, ' '), line };
    line += item.split('\n').length - 1;
  }
}

const KIND = /^( *)["']?kind["']?:[ \t]+["']?(\w+)["']?[ \t]*(?:#.*)?\r?$/gm;

/** The document's kind where its text shows it plainly, so that some kinds are never parsed at all. */
export function plainKind({ text }: DocumentText): string | undefined {
  const indent = /^( *)[^\s#]/m.exec(text)?.[1] ?? '';
  for (const [, before, kind] of text.matchAll(KIND)) if (before === indent) return kind;
  return undefined;
}
