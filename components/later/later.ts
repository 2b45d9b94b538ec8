import { lazy } from 'react';
import { loadMakers } from '@/lib/outputs/registry';

type Parts = typeof import('./parts');

/** How long until parts that did not come are asked for again. */
const AGAIN_MS = 2000;

let coming: Promise<Parts> | undefined;

const fetchParts = (): Promise<Parts> =>
  import('./parts').catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return fetchParts();
  });

/** Fetches the parts, as often as it takes: where the network is gone for a while, the page must not go with it. */
function parts(): Promise<Parts> {
  coming ??= fetchParts();
  return coming;
}

/** A part that the first paint does without. */
export const later = <Name extends keyof Parts>(name: Name) =>
  lazy(async () => ({ default: (await parts())[name] }));

/** Fetches all that the first paint does without. An output that did not come says so itself when it is asked for. */
export const fetchTheRest = () => Promise.allSettled([parts(), loadMakers()]);
