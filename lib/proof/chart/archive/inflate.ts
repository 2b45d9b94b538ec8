import { Gunzip } from 'fflate';

/** So many packed bytes at a time: a bomb unfolds them to four million at most before it is noticed. */
const PACKED_AT_A_TIME = 4_096;

const DAMAGED =
  'This archive cannot be unpacked: it is damaged or cut off. Fetch it again, or pack the chart again with helm package.';
const NOT_PACKED =
  'This is no .tgz: its first bytes are not those of gzip. Give what helm package makes, or the chart’s folder.';

/**
 * Unpacks gzip bit by bit, and stops at the first fault: its own, or one that the receiver gives.
 * @param receive takes what was unpacked
 */
export function* inflateInSteps(
  packed: Uint8Array,
  receive: (bytes: Uint8Array) => string | undefined,
): Generator<undefined, string | undefined> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return NOT_PACKED;
  let fault: string | undefined;
  let count = 0;
  let members = 1;
  const gunzip = new Gunzip((bytes) => {
    count += bytes.length;
    fault ??= receive(bytes);
  });
  gunzip.onmember = () => {
    members += 1;
  };
  for (let at = 0; at < packed.length; at += PACKED_AT_A_TIME) {
    const end = at + PACKED_AT_A_TIME;
    try {
      gunzip.push(packed.slice(at, end), end >= packed.length);
    } catch {
      return fault ?? DAMAGED;
    }
    if (fault !== undefined) return fault;
    yield;
  }
  // gzip ends with the length of what it holds. fflate does not look at it, and so misses a last piece cut off.
  const tail = packed.slice(-4);
  const sizeInTail = new DataView(tail.buffer, tail.byteOffset, tail.length);
  const isWhole = members > 1 || (tail.length === 4 && sizeInTail.getUint32(0, true) === count);
  return isWhole ? undefined : DAMAGED;
}
