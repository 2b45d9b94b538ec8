/**
 * The address follows soon after a change, so that a reload loses nothing, but not more often than browsers allow, which
 * is 100 times in 30 seconds: 25 times at once, and again one for every 400 ms.
 */
const SOON_MS = 50;
const APART_MS = 400;
const AT_ONCE = 25;

export interface PacedWrite {
  /** Asks for a writing once the frame that shows the change is painted. */
  readonly soon: () => void;
  /** Writes now what was asked for. */
  readonly flush: () => void;
  /** Forgets what was asked for. */
  readonly drop: () => void;
}

/** Paces a writing that must never come before the frame that shows what is written. */
export function pacedWrite(write: () => void): PacedWrite {
  /** When the last writing would have come if each had waited 400 ms for the one before. */
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
