/** At most this much is handed over at a time: a bomb unpacks it to four million bytes before anyone counts them. */
const PACKED_AT_A_TIME = 4_096;

const DAMAGED =
  'This archive cannot be unpacked: it is damaged or cut off. Fetch it again, or pack the chart again with helm package.';
const NOT_PACKED =
  'This is no .tgz: its first bytes are not those of gzip. Give what helm package makes, or the chart’s folder.';

/**
 * Unpacks gzip piece by piece, and stops at the first fault: its own, or one that the receiver gives.
 * @param receive takes what was unpacked
 */
export async function* inflateInSteps(
  packed: Uint8Array,
  receive: (bytes: Uint8Array) => string | undefined,
): AsyncGenerator<undefined, string | undefined> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return NOT_PACKED;
  const reader = piecesOf(packed).pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const piece = await reader.read().catch(() => undefined);
    if (!piece) return DAMAGED;
    if (piece.done) return undefined;
    const fault = receive(piece.value);
    if (fault !== undefined) {
      reader.cancel().catch(() => {}); // what an archive that is refused says about its end
      return fault;
    }
    yield;
  }
}

function piecesOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) return stream.close();
      stream.enqueue(bytes.slice(at, at + PACKED_AT_A_TIME));
      at += PACKED_AT_A_TIME;
    },
  });
}
