import { copyText } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';

interface Props {
  readonly text: string;
  /** What is copied, for the button's name. */
  readonly what: string;
  /** Whether a long text stays in one line until it is copied. */
  readonly isOneLine?: boolean;
}

/** A text to paste, with a button that copies it. */
export function CodeSnippet({ text, what, isOneLine = false }: Props) {
  return (
    <div className={isOneLine ? 'command' : 'snippet'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <pre tabIndex={0} translate="no">
        <code>{text}</code>
      </pre>
      <Button className="mini" onClick={() => copyText(text, `Copied: ${what}.`)}>
        Copy<span className="sr-only"> {what}</span>
      </Button>
    </div>
  );
}
