import { strToU8, zipSync } from 'fflate';

/** A regular file that all may read: without it some programs unpack files that nobody may. */
const FILE = { os: 3, attrs: (0o100644 << 16) >>> 0 } as const;

/** A zip of texts as UTF-8, in their order. The same names and texts always give the same bytes. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  // A zip keeps local time without its zone. The first day that it can hold, at noon, given in local time as well and
  // made anew each time, because the zone may have changed: then the bytes are the same everywhere.
  return zipSync(Object.fromEntries(entries), { ...FILE, mtime: new Date(1980, 0, 1, 12) });
}
