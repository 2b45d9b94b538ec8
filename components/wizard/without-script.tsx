/** A copy of the page as plain files has no routes: they are at a server that somebody starts. */
const IS_STATIC = process.env.STATIC_COPY === 'true';

/** Without a script the page does not know its own address; `npm start` prints this one. */
const ORIGIN = 'http://localhost:3000';

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
        {ROUTES.map(([path, what]) => (
          <li key={path}>
            {IS_STATIC ? (
              <code translate="no">{path}</code>
            ) : (
              <a href={path} translate="no">
                {path}
              </a>
            )}{' '}
            {what}
          </li>
        ))}
      </ul>
      <pre translate="no">{CURL}</pre>
      {!IS_STATIC && <p>Put the address of this page in the place of {ORIGIN}.</p>}
    </section>
  );
}

const ROUTES = [
  ['/values-large.yaml', 'the overlay'],
  ['/values-large.json', 'the report: values, limits, capacity, prerequisites'],
  ['/values-large.schema.json', 'the JSON Schema of the overlay'],
  ['/PREFLIGHT.md', 'what must exist first'],
  ['/recommend.k6.js', 'a load test'],
  ['/bundle.zip', 'all of these'],
] as const;

/** The same answers for each, so that a person sees where theirs go. */
const CURL = ROUTES.map(
  ([path]) => `curl -fsSLo ${path.slice(1)} '${ORIGIN}${path}?v=1&eventbus.backend=kinesis'`,
).join('\n');
