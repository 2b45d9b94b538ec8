import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pacedWrite } from './paced-write';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('writes once for all that is asked for within 50 ms', () => {
  const write = vi.fn();
  const paced = pacedWrite(write);
  paced.soon('link');
  vi.advanceTimersByTime(40);
  paced.soon('link');
  expect(write).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10);
  expect(write).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(write).toHaveBeenCalledOnce();
});

test('a flush writes at once what was asked for, and nothing where nothing was', () => {
  const write = vi.fn();
  const paced = pacedWrite(write);
  paced.flush();
  expect(write).not.toHaveBeenCalled();
  paced.soon('link');
  paced.flush();
  expect(write).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(write).toHaveBeenCalledOnce();
});

test('what is dropped is not written', () => {
  const write = vi.fn();
  const paced = pacedWrite(write);
  paced.soon('link');
  paced.drop();
  vi.advanceTimersByTime(60_000);
  paced.flush();
  expect(write).not.toHaveBeenCalled();
});

test('somebody who types without a pause never makes more than 100 writings in any 30 seconds', () => {
  const writtenAt: number[] = [];
  const paced = pacedWrite(() => writtenAt.push(Date.now()));
  for (let elapsed = 0; elapsed < 120_000; elapsed += 20) {
    paced.soon('link');
    vi.advanceTimersByTime(20);
  }
  for (const end of writtenAt) {
    const inWindow = writtenAt.filter((at) => at > end - 30_000 && at <= end);
    expect(inWindow.length).toBeLessThanOrEqual(100);
  }
  // And no pause is longer than it must be.
  const gaps = writtenAt.slice(1).map((at, index) => at - (writtenAt[index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(420);
});
