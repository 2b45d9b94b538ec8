'use client';

import { Icon } from '@/components/ui/icon';

export const FIND_FIELD = 'find';

export function FindField() {
  return (
    <div className="find">
      <Icon name="search" />
      <input
        type="search"
        id={FIND_FIELD}
        aria-label="Find an answer"
        placeholder="Find an answer…"
      />
    </div>
  );
}
