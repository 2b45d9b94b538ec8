/**
 * The address follows soon after a change, so that a reload loses nothing, but not more often than browsers allow, which
 * is 100 times in 30 seconds: 25 times at once, and again one for every 400 ms.
 */
const SOON_MS = 50;
const APART_MS = 400;
const AT_ONCE = 25;

/** Paces a write of the latest value, which must never come before the frame that shows it. */
export function pacedWrite<T>(write: (value: T) => void) {
  /** The time of the last write at a pace of one every 400 ms. */
  let paced = 0;
  let waiting: { timer: ReturnType<typeof setTimeout>; value: T } | undefined;
  const flush = () => {
    if (!waiting) return;
    const { value } = waiting;
    drop();
    paced = Math.max(paced, Date.now() - AT_ONCE * APART_MS) + APART_MS;
    write(value);
  };
  const drop = () => {
    clearTimeout(waiting?.timer);
    waiting = undefined;
  };
  return {
    /** Asks for a write once the frame that shows the change is painted. */
    soon(value: T) {
      const timer = waiting?.timer ?? setTimeout(flush, Math.max(SOON_MS, paced - Date.now()));
      waiting = { timer, value };
    },
    /** Writes now, if a write was asked for. */
    flush,
    /** Forgets the write that was asked for. */
    drop,
  };
}
