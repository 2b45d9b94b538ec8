/**
 * Runs in the page, before any of its scripts. Times each key from the browser's own time stamp of its event to the
 * frame that shows the changed file: the text of the preview changes, the next frame begins, and the message that is
 * posted in it arrives when its style, layout and paint are done. What the graphics process does after that (raster,
 * the screen itself) is left out, as in any measurement from within a page.
 *
 * `window.nextPaintedFile()` gives one sample after the other, in milliseconds.
 */
export function watchPaintedFile() {
  /** @type {number[]} */
  const samples = [];
  /** @type {((sample: number) => void)[]} */
  const waiting = [];
  const give = (/** @type {number} */ sample) => {
    const next = waiting.shift();
    if (next) next(sample);
    else samples.push(sample);
  };
  const nextPaintedFile = () => {
    const sample = samples.shift();
    return sample === undefined ? new Promise((resolve) => waiting.push(resolve)) : sample;
  };
  Object.assign(window, { nextPaintedFile });

  /** When the key was pressed that no frame has shown yet. */
  let pressedAt = 0;
  let isChanged = false;
  let isInFrame = false;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    const sample = performance.now() - pressedAt;
    pressedAt = 0;
    isChanged = false;
    give(sample);
  };
  const afterPaint = () => painted.port2.postMessage(null);

  // A change that is made in a frame's own callback is shown by that very frame, not by the next.
  const nextFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    nextFrame((time) => {
      isInFrame = true;
      queueMicrotask(() => queueMicrotask(() => (isInFrame = false)));
      callback(time);
    });

  const onChange = () => {
    if (pressedAt === 0 || isChanged) return;
    isChanged = true;
    if (isInFrame) afterPaint();
    else nextFrame(afterPaint);
  };
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  addEventListener('DOMContentLoaded', () => {
    const preview = document.querySelector('[aria-label="Preview of values-large.yaml"]');
    if (!preview) throw new Error('The page has no preview.');
    new MutationObserver(onChange).observe(preview, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}
