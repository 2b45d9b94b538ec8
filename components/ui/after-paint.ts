/**
 * Runs something once the frame that shows the latest change is painted, so that it neither delays that frame nor lays
 * the page out twice. Asked again before that, it runs only once. Returns what asks, and what takes it back.
 */
export function afterPaint(run: () => void): { ask: () => void; cancel: () => void } {
  let frame: number | undefined;
  const painted = new MessageChannel();
  let isAsked = false;
  painted.port1.onmessage = () => {
    if (isAsked) run();
    isAsked = false;
  };
  return {
    ask() {
      if (isAsked) return;
      isAsked = true;
      frame = requestAnimationFrame(() => painted.port2.postMessage(null));
    },
    cancel() {
      isAsked = false;
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
