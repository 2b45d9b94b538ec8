import { strToU8, zipSync } from 'fflate';

/** A regular file that all may read: without it some programs unpack files that nobody may. */
const FILE = { os: 3, attrs: (0o100644 << 16) >>> 0 } as const;

/** A zip of bytes and of texts as UTF-8, in their order. The same files always give the same archive. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(
    ([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body] as const,
  );
  // A zip keeps local time without its zone. The first day that it can hold, at noon, given in local time as well and
  // made again each time, because the zone may have changed: then the bytes are the same everywhere.
  return zipSync(Object.fromEntries(entries), { ...FILE, mtime: new Date(1980, 0, 1, 12) });
}
