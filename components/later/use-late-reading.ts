'use client';

import { useDeferredValue } from 'react';
import { useWizardState } from '@/components/state/wizard-context';
import type { Reading } from '@/lib/report/reading';

/**
 * The present reading, for panels that take longer to draw than a keystroke may: they follow right after the file is
 * painted, and give way to the next key. What takes it must be a `memo` of its own.
 */
export function useLateReading(): Reading {
  return useDeferredValue(useWizardState((state) => state.reading));
}
