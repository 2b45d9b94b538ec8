import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly onDismiss: () => void;
}

/** Something that happened when the page was opened, until it is dismissed. */
export function NoticeSection({ title, children, onDismiss }: Props) {
  const heading = useId();
  return (
    <section className="notices" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
      <Button className="link" onClick={onDismiss}>
        Dismiss
      </Button>
    </section>
  );
}
