import { inFigures } from '@/lib/domain/plural';

/** Why a file could not be read, in a sentence; `line` and `column` count from 1. */
export interface FileFault {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** The places in the file of which the person must choose one. */
  readonly choices?: readonly PlaceOfValues[];
}

/** Values that stand in a file, beside others. */
interface PlaceOfValues {
  /** To be given back: the line of the document, and the place in it. */
  readonly id: string;
  readonly title: string;
}

/** The text of a file, and what a person should know of how it was read. */
interface FileText {
  readonly text: string;
  readonly remarks: readonly string[];
}

/** How many bytes of a values file are read: ten times the values of the largest chart that we know. */
export const MOST_BYTES = 1_000_000;

/** A fault of the file as a whole. */
export const fault = (message: string): { fault: FileFault } => ({ fault: { message } });

/**
 * The text of a file's bytes, for values and for renders, on the page and on the command line: UTF-8, or UTF-16 where a
 * byte order mark says so, as PowerShell's `>` writes it. The mark and the warnings of Helm above the first document are
 * left out. A fault in a sentence where the bytes are too many or no text. Never throws.
 */
export function textOfFile(
  bytes: Uint8Array,
  most: number = MOST_BYTES,
): FileText | { fault: FileFault } {
  const encoding = encodingOf(bytes);
  if (bytes.length > (encoding === 'utf-8' ? most : 2 * most)) {
    return fault(
      `This file has ${inFigures(bytes.length)} bytes; at most ${inFigures(most)} are read. Nothing was read from it.`,
    );
  }
  if (encoding === 'utf-32')
    return fault('This file is UTF-32. Save it as UTF-8 and open it again.');
  if (encoding === 'utf-8' && bytes.includes(0)) {
    return fault('This is a binary file, or UTF-16 without its mark. Nothing was read from it.');
  }
  try {
    const { text, remarks } = withoutWarnings(
      new TextDecoder(encoding, { fatal: true }).decode(bytes),
    );
    return { text, remarks: encoding === 'utf-8' ? remarks : [WIDE, ...remarks] };
  } catch {
    return fault('This file is not UTF-8 text. Save it as UTF-8 and open it again.');
  }
}

const WIDE =
  'This file is UTF-16, as PowerShell’s > writes it. Helm 3 reads it, Helm 4 refuses most such files: save it as UTF-8.';

/** The encoding that a byte order mark names, or UTF-8. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' {
  const [first, second, third, fourth] = bytes;
  const isWide = third === 0 && fourth === 0;
  if (first === 0xff && second === 0xfe) return isWide ? 'utf-32' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'utf-32' : 'utf-8';
}

/** What Helm, kubectl and their libraries write to standard error, which `2>&1` puts above the first document. */
const WARNING =
  /^(?:W(?:ARNING|arning): |warning: .*(?:cannot overwrite|skipped value)|[IWE]\d{4} \d\d:\d\d|\S{1,60}\.go:\d+: |(?:time=\S{1,40} )?level=[A-Za-z]+ msg=|\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d|Pulled: \S|Digest: sha256:)/;

/** A text without the lines of Helm's standard error at its top. The other lines keep their numbers. */
export function withoutWarnings(text: string): FileText {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() !== '' && !WARNING.test(line));
  const count = lines.slice(0, end).filter((line) => line.trim() !== '').length;
  if (end < 0 || count === 0) return { text, remarks: [] };
  return {
    text: '\n'.repeat(end) + lines.slice(end).join('\n'),
    remarks: [
      count === 1
        ? 'The first line is a message of Helm that 2>&1 put into the file, and was left out.'
        : `The first ${count} lines are messages of Helm that 2>&1 put into the file, and were left out.`,
    ],
  };
}
