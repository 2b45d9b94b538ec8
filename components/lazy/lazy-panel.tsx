'use client';

import {
  type ComponentType,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { PanelBoundary } from '@/components/state/panel-boundary';
import { useWizard } from '@/components/state/wizard-context';
import type { Reading } from '@/lib/reading/reading';

/** How far outside the window a panel counts as near. */
const NEAR = '400px';

const never = () => () => {};

interface Props {
  /** What the reader calls it, should it fail. */
  readonly name: string;
  readonly of: ComponentType<{ readonly reading: Reading }>;
}

/**
 * A panel that takes longer to draw than a keystroke may. While it is near the window it follows right after the file is
 * painted and gives way to the next key; further away it waits until it comes near.
 * @param of a `memo`, so that it is drawn only when its reading is another
 */
export function LazyPanel({ name, of: Panel }: Props) {
  const { store } = useWizard();
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const read = () => store.get().reading;
  const reading = useSyncExternalStore(isNear ? store.subscribe : never, read, read);
  return (
    <div ref={place}>
      <PanelBoundary name={name}>
        <Panel reading={useDeferredValue(reading)} />
      </PanelBoundary>
    </div>
  );
}
