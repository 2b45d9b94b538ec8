import { lazy } from 'react';
import { loadMakers } from '@/lib/outputs/registry';

const parts = () => import('./parts');

type Parts = Awaited<ReturnType<typeof parts>>;

/** A part that the first paint does without. */
export const later = <Name extends keyof Parts>(name: Name) =>
  lazy(async () => ({ default: (await parts())[name] }));

/** Fetches all that the first paint does without. A part or an output that did not come says so itself when it is asked for. */
export const fetchTheRest = () => Promise.allSettled([parts(), loadMakers()]);
