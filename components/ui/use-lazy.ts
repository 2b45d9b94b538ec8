'use client';

import { startTransition, useEffect, useState } from 'react';

const loading = new Map<() => Promise<unknown>, Promise<unknown>>();

/**
 * What the first paint does not need. It is fetched once the page is idle, without being asked for, so that nothing is
 * requested later and the page goes on working with the network cut.
 * @param load one function for each thing to load, made once
 */
export function useLazy<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    let isMounted = true;
    const begin = () => {
      const started = (loading.get(load) as Promise<T> | undefined) ?? load(); // kept under its own loader
      loading.set(load, started);
      started.then(
        // A transition, so that drawing it gives way to whoever types already.
        (result) => isMounted && startTransition(() => setLoaded(() => result)),
        () => loading.delete(load), // the page does without it; the next visit tries again
      );
    };
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'undefined') setTimeout(begin, 200);
    else requestIdleCallback(begin, { timeout: 2_000 });
    return () => {
      isMounted = false;
    };
  }, [load]);
  return loaded;
}
