'use client'; // app/not-found.tsx is a component of the server

import { useEffect } from 'react';
import { answersInPath } from '@/lib/link/parameters';

/** Goes on to the page with answers that an encoded `#` put into the path. A server redirects; plain files cannot. */
export function MovedLink() {
  useEffect(() => {
    const { origin, pathname, search } = location;
    const moved = answersInPath(pathname);
    // The origin, because a path may begin with two slashes, which by themselves name another host.
    if (moved) location.replace(`${origin}${moved.base}${search}#${moved.fragment}`);
  }, []);
  return null;
}
