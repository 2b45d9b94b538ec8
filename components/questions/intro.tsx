import { TermLink } from '@/components/state/links';
import { Button } from '@/components/ui/button';
import { useStored } from '@/components/ui/use-stored';
import { DOCUMENTATION } from '@/lib/domain/documentation';

/** What this page is for, until it is folded to a line; that is kept. */
export function Intro() {
  const [kept, keep] = useStored('kaireon-intro');
  const isFolded = kept === 'folded';
  return (
    <section className="intro" aria-label={isFolded ? undefined : 'What this page is for'}>
      {isFolded ? <span>Makes values-large.yaml for KaireonAI. </span> : <Purpose />}
      <Button className="link" onClick={() => keep(isFolded ? 'open' : 'folded')}>
        {isFolded ? 'What is this?' : 'Got it'}
      </Button>
    </section>
  );
}

const Purpose = () => (
  <>
    <p>
      This page makes <code translate="no">values-large.yaml</code>: the Helm{' '}
      <TermLink to="overlay" /> that sizes KaireonAI for a large cluster, for whoever installs or
      runs it. It asks for no password, and nothing that you enter leaves this page.
    </p>
    <p>
      The file goes last on Helm’s command line, after the chart’s own overlay, which it never
      replaces. The tab Use it has the command,{' '}
      <a className="file-link" href={DOCUMENTATION} target="_blank" rel="noreferrer">
        KaireonAI’s documentation<span className="sr-only">, opens a tab</span>
      </a>{' '}
      the rest.
    </p>
  </>
);
