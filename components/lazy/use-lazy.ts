'use client';

import { startTransition, useEffect, useState } from 'react';

import { measureGroups } from '@/components/frame/measure-groups';
import { loadMakers } from '@/lib/outputs/registry';

type LazyPanels = typeof import('./panels');

let loading: Promise<LazyPanels> | undefined;

/**
 * The panels that the first paint does not need. They are fetched once the page is idle, without being asked for, so
 * that nothing is requested later and the page goes on working with the network cut.
 */
export function useLazy(): LazyPanels | undefined {
  const [panels, setPanels] = useState<LazyPanels>();
  useEffect(() => {
    let isMounted = true;
    const load = () => {
      loading ??= Promise.all([import('./panels'), loadMakers()]).then(([panels]) => panels);
      measureGroups();
      loading.then(
        // A transition, so that drawing them gives way to whoever types already.
        (loaded) => isMounted && startTransition(() => setPanels(() => loaded)),
        () => {
          loading = undefined; // the page does without them; the next visit tries again
        },
      );
    };
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'undefined') setTimeout(load, 200);
    else requestIdleCallback(load, { timeout: 2_000 });
    return () => {
      isMounted = false;
    };
  }, []);
  return panels;
}
