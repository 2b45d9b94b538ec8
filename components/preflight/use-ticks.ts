'use client';

import { useEffect, useState } from 'react';
import type { AppliedPrerequisite } from '@/lib/outputs/preflight/preflight';

const STORED = 'kaireon-preflight';
/** Old ticks are forgotten beyond this, so that storage cannot grow without end. */
const KEPT = 200;

/** What a tick stands for: the item as it read when it was ticked. Another stream name is another thing to check. */
const nameOf = ({ id, text, verify }: AppliedPrerequisite) => `${id}\n${text}\n${verify}`;

/** Which items are ticked, kept in this browser. Storage may be denied, full, or hold anything. */
export function useTicks() {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setTicked(new Set(stored())), []);
  return {
    isTicked: (item: AppliedPrerequisite) => ticked.has(nameOf(item)),
    tick(item: AppliedPrerequisite, isTicked: boolean) {
      const next = new Set(ticked);
      if (isTicked) next.add(nameOf(item));
      else next.delete(nameOf(item));
      setTicked(next);
      store([...next]);
    },
  };
}

function stored(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

function store(ticks: string[]): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(ticks.slice(-KEPT)));
  } catch {
    // The ticks then last until the page is left.
  }
}
