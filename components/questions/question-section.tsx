'use client';

import type { ReactNode } from 'react';
import { useWizard } from '@/components/state/wizard-context';
import type { Step as Section } from '@/lib/domain/option';
import { OptionGroup } from './option-group';
import { SectionFrame } from './section-frame';

interface Props {
  readonly section: Section;
  /** What the section shows besides its questions. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** One step of the wizard: all the options that belong to it. */
export function QuestionSection({ section, before, after }: Props) {
  const { catalog } = useWizard();
  return (
    <SectionFrame id={section.id} title={section.title} lede={section.lede}>
      {before}
      {catalog.options
        .filter((option) => option.step === section.id)
        .map((option) => (
          <OptionGroup option={option} key={option.id} />
        ))}
      {after}
    </SectionFrame>
  );
}
