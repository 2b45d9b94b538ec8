'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

interface Props {
  /** Of the section's title, which names it. */
  readonly titleId: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly onDismiss: () => void;
}

/** Something that happened when the page was opened, until it is dismissed. */
export function NoticeSection({ titleId, title, children, onDismiss }: Props) {
  return (
    <section className="notices" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <Button className="link" onClick={onDismiss}>
        Dismiss
      </Button>
    </section>
  );
}
