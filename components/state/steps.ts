'use client';

import { bringIntoView } from '@/components/frame/bring-into-view';
import { useWizard } from './wizard-context';

export interface Step {
  readonly id: string;
  readonly title: string;
}

/** What comes after the questions. */
export const REVIEW: Step = { id: 'review', title: 'Review' };

/** The steps of the wizard in order: the catalogue's sections, then the review. */
export function useSteps(): readonly Step[] {
  return [...useWizard().catalog.steps, REVIEW];
}

/**
 * Scrolls to a part of the page and hands the focus to its heading or its control. No link: the address's fragment
 * holds the answers.
 */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  const [target = place] = ['h2', 'input:checked', 'input'].flatMap(
    (kind) => place.querySelector<HTMLElement>(kind) ?? [],
  );
  bringIntoView(place, target);
}
