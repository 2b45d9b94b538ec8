import { routes } from '@/lib/outputs/registry';

/** Without a script the page does not know its own address; `npm start` prints this one. */
const ORIGIN = 'http://localhost:3000';

/** The same answers for each, so that a person sees where theirs go. */
const CURL = routes
  .map(({ file: { name, about, takesNoAnswers } }) => {
    const query = takesNoAnswers ? '' : '?v=1&eventbus.backend=kinesis';
    return `# ${about}\ncurl -fsSLo ${name} '${ORIGIN}/${name}${query}'`;
  })
  .join('\n');

/** What a person without JavaScript sees: what the page needs, and the routes that do the same without it. */
export function WithoutScript() {
  return (
    <section className="without-script">
      <h1>values-large.yaml for KaireonAI</h1>
      <p>
        This page needs JavaScript to ask its questions. Its server makes the same files without it,
        with the answers as a query. A copy of the page as plain files has no such routes: start the
        server with npm ci && npm start, or put its address in the place of {ORIGIN}.
      </p>
      <pre translate="no">{CURL}</pre>
    </section>
  );
}
