'use client';

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { sectionId } from '@/components/state/places';
import { goTo, REVIEW, type Step, useSteps } from '@/components/state/steps';
import { useWizard, useWizardState } from '@/components/state/wizard-context';
import type { WizardState } from '@/components/state/wizard-state';
import { isAnswer } from '@/lib/domain/answer';

/** The sections, each with its state, and where the reader is. */
export function SectionIndex() {
  const steps = useSteps();
  const current = useCurrentSection(steps);
  const [isOpen, setOpen] = useState(false);
  const at = steps.findIndex(({ id }) => id === current);
  return (
    <nav className="index" aria-label="Sections" data-open={isOpen || undefined}>
      <button
        type="button"
        className="index-toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Step {at + 1} of {steps.length}: {steps[at]?.title}
      </button>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <IndexEntry
              step={step}
              isCurrent={step.id === current}
              onChoose={() => {
                flushSync(() => setOpen(false)); // an open index pushes everything down
                goTo(sectionId(step.id));
              }}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface EntryProps {
  readonly step: Step;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function IndexEntry({ step, isCurrent, onChoose }: EntryProps) {
  const { catalog } = useWizard();
  const keys = catalog.options
    .filter((option) => step.id === REVIEW.id || option.step === step.id)
    .flatMap(({ parts }) => parts.filter(isAnswer))
    .map(({ key }) => key);
  // One text rather than an object, so that an entry renders again only when a number changes.
  const [changed = 0, limits = 0, problems = 0] = useWizardState((state) => tally(state, keys))
    .split(' ')
    .map(Number);
  return (
    <button type="button" aria-current={isCurrent ? 'step' : undefined} onClick={onChoose}>
      <span className="index-title">{step.title}</span>
      <span className="index-state">
        {problems > 0 && (
          <span className="badge problem">
            {problems}
            <span className="sr-only"> {problems === 1 ? 'problem' : 'problems'}</span>
          </span>
        )}
        {changed > 0 && (
          <span className="badge changed">
            {changed}
            <span className="sr-only"> changed</span>
          </span>
        )}
        {limits > 0 && (
          <span className="badge limits-badge">
            {limits}
            <span className="sr-only"> {limits === 1 ? 'limit' : 'limits'}</span>
          </span>
        )}
      </span>
    </button>
  );
}

function tally(
  { changedAnswers, limitsBeside, faultAt }: WizardState,
  keys: readonly string[],
): string {
  let changed = 0;
  let problems = 0;
  const limits = new Set<string>();
  for (const key of keys) {
    if (changedAnswers.has(key)) changed += 1;
    if (faultAt.has(key)) problems += 1;
    for (const { id } of limitsBeside.get(key) ?? []) limits.add(id);
  }
  return `${changed} ${limits.size} ${problems}`;
}

/** The section that the reader is in: the last one whose top has passed the upper third of the window. */
function useCurrentSection(steps: readonly Step[]): string {
  const [current, setCurrent] = useState(steps[0]?.id ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps of a catalogue do not change
  useEffect(() => {
    const look = () => {
      const line = innerHeight / 3;
      const passed = steps.filter(({ id }) => {
        const top = document.getElementById(sectionId(id))?.getBoundingClientRect().top;
        return top !== undefined && top <= line;
      });
      setCurrent(passed.at(-1)?.id ?? steps[0]?.id ?? '');
    };
    const observer = new IntersectionObserver(look, { rootMargin: '-33% 0px -66% 0px' });
    for (const { id } of steps) {
      const section = document.getElementById(sectionId(id));
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, []);
  return current;
}
