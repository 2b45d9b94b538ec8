import { routes } from '@/lib/outputs/registry';

/** A copy of the page as plain files has no routes: they are at a server that somebody starts. */
const IS_STATIC = process.env.STATIC_COPY === 'true';

/** Without a script the page does not know its own address; `npm start` prints this one. */
const ORIGIN = 'http://localhost:3000';

const PATHS = routes.map(({ file: { name, about, takesNoAnswers } }) => ({
  path: `/${name}`,
  about,
  query: takesNoAnswers ? '' : '?v=1&eventbus.backend=kinesis',
}));

/** What a person without JavaScript sees: what the page needs, and the routes that do the same without it. */
export function WithoutScript() {
  return (
    <section className="without-script">
      <h1>values-large.yaml for KaireonAI</h1>
      <p>
        {IS_STATIC
          ? 'This page needs JavaScript to ask its questions. Its server makes the same files without it, with the answers as a query. This copy is plain files and has no such routes: start the server with npm ci && npm start.'
          : 'This page needs JavaScript to ask its questions. The same files come over HTTP, with the answers as a query.'}
      </p>
      <ul>
        {PATHS.map(({ path, about }) => (
          <li key={path}>
            {IS_STATIC ? (
              <code translate="no">{path}</code>
            ) : (
              <a href={path} translate="no">
                {path}
              </a>
            )}{' '}
            {about}
          </li>
        ))}
      </ul>
      <pre translate="no">{CURL}</pre>
      {!IS_STATIC && <p>Put the address of this page in the place of {ORIGIN}.</p>}
    </section>
  );
}

/** The same answers for each, so that a person sees where theirs go. */
const CURL = PATHS.map(
  ({ path, query }) => `curl -fsSLo ${path.slice(1)} '${ORIGIN}${path}${query}'`,
).join('\n');
