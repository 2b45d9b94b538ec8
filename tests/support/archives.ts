import { gzipSync, strToU8 } from 'fflate';

const BLOCK = 512;

/** An entry of a tar as it is to be written, sound or not. */
export interface TarEntry {
  readonly name: string;
  readonly text?: string;
  /** `0` a file, `1` and `2` links, `5` a folder. */
  readonly type?: string;
  readonly prefix?: string;
}

/** One entry: its head with the right sum, and its text filled up to whole blocks. */
export function tarEntry({ name, text = '', type = '0', prefix = '' }: TarEntry): Uint8Array {
  const bytes = strToU8(text);
  const entry = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK);
  const write = (at: number, words: string) => entry.set(strToU8(words), at);
  write(0, name);
  write(100, '0000644\0');
  write(124, `${bytes.length.toString(8).padStart(11, '0')}\0`);
  write(148, '        ');
  write(156, type);
  write(257, 'ustar\x0000');
  write(345, prefix);
  const sum = entry.subarray(0, BLOCK).reduce((all, byte) => all + byte, 0);
  write(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  entry.set(bytes, BLOCK);
  return entry;
}

/** A tar of these entries with the two empty blocks at its end. */
export function tar(entries: readonly TarEntry[]): Uint8Array {
  return joined([...entries.map(tarEntry), new Uint8Array(2 * BLOCK)]);
}

/** What `helm package` makes: a tar, packed. */
export const tgz = (entries: readonly TarEntry[]): Uint8Array =>
  gzipSync(tar(entries), { mtime: 0 });

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
