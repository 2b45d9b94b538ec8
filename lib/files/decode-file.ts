import { BINARY, fault, tooLarge, type YamlFault } from './yaml-fault';

/** The encoding that a byte order mark names, or UTF-8. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

const WIDE =
  'This file is UTF-16, as PowerShell’s > writes it. Helm 3 reads it, Helm 4 refuses most such files: save it as UTF-8.';

/**
 * The text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so, as PowerShell's `>` writes it. The mark
 * itself is left out. A fault in a sentence where the bytes are too many or no text. Never throws.
 * @returns `remark`: what Helm would say of the encoding, where it is not UTF-8
 */
export function decodeYaml(
  bytes: Uint8Array,
): { text: string; remark?: string } | { fault: YamlFault } {
  const encoding = encodingOf(bytes);
  const isWide = encoding !== 'utf-8';
  const large = tooLarge(isWide ? bytes.length / 2 : bytes.length);
  if (large) return large;
  if (!isWide && bytes.includes(0)) return fault(BINARY);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, ...(isWide && { remark: WIDE }) };
  } catch {
    return fault('This file is not UTF-8 text. Save it as UTF-8 and open it again.');
  }
}
