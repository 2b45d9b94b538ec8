import type { ReactNode } from 'react';

interface Props {
  readonly id?: string;
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}

/** Questions that belong together, under a title. */
export function Group({ id, title, summary, children }: Props) {
  return (
    <fieldset className="group" id={id}>
      <legend>
        <span className="group-title">{title}</span>{' '}
        <span className="group-summary">{summary}</span>
      </legend>
      {children}
    </fieldset>
  );
}
