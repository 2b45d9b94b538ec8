import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly isWrong: boolean;
  readonly children: ReactNode;
}

/** The result in a sentence. It takes the focus, so that reading goes on from there. */
export function DialogVerdict({ isWrong, children }: Props) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => sentence.current?.focus(), []);
  return (
    <p className={`dialog-verdict${isWrong ? ' wrong' : ''}`} tabIndex={-1} ref={sentence}>
      {children}
    </p>
  );
}
