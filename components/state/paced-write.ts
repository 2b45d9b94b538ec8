/**
 * The address follows soon after a change, so that a reload loses nothing, but not more often than browsers allow, which
 * is 100 times in 30 seconds: 25 times at once, and again one for every 400 ms.
 */
const SOON_MS = 50;
const APART_MS = 400;
const AT_ONCE = 25;

export interface PacedWrite {
  /** Asks for a write once the frame that shows the change is painted. */
  readonly soon: () => void;
  /** Writes now, if a write was asked for. */
  readonly flush: () => void;
  /** Forgets the write that was asked for. */
  readonly drop: () => void;
}

/** Paces a write, which must never come before the frame that shows what it writes. */
export function pacedWrite(write: () => void): PacedWrite {
  /** The time of the last write at a pace of one every 400 ms. */
  let paced = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    if (timer === undefined) return;
    drop();
    paced = Math.max(paced, Date.now() - AT_ONCE * APART_MS) + APART_MS;
    write();
  };
  return {
    soon() {
      timer ??= setTimeout(flush, Math.max(SOON_MS, paced - Date.now()));
    },
    flush,
    drop,
  };
}
