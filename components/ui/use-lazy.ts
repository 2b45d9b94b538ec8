import { startTransition, useEffect, useState } from 'react';

/** What is there already, so that whoever needs it later draws it at once. */
const loaded = new Map<() => Promise<unknown>, unknown>();
const loading = new Map<() => Promise<unknown>, Promise<unknown>>();

/**
 * What the first paint does not need. It is fetched once the page is idle, without being asked for, so that nothing is
 * requested later and the page goes on working with the network cut.
 * @param load one function for each thing to load, made once
 * @param when `now`: not idle but alive is enough
 */
export function useLazy<T>(load: () => Promise<T>, when: 'idle' | 'now' = 'idle'): T | undefined {
  const [result, setResult] = useState(() => loaded.get(load) as T | undefined); // kept under its own loader
  useEffect(() => {
    if (loaded.has(load)) return undefined;
    let isMounted = true;
    const begin = () => {
      const started = (loading.get(load) as Promise<T> | undefined) ?? load(); // kept under its own loader
      loading.set(load, started);
      started.then(
        // A transition, so that drawing it gives way to whoever types already.
        (arrived) => {
          loaded.set(load, arrived);
          if (isMounted) startTransition(() => setResult(() => arrived));
        },
        () => loading.delete(load), // the page does without it; the next visit tries again
      );
    };
    // Safari has no requestIdleCallback.
    if (when === 'now') begin();
    else if (typeof requestIdleCallback === 'undefined') setTimeout(begin, 200);
    else requestIdleCallback(begin, { timeout: 2_000 });
    return () => {
      isMounted = false;
    };
  }, [load, when]);
  return result;
}
