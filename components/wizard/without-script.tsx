/** What a reader without JavaScript sees: what the page needs, and the routes that do the same without it. */
export function WithoutScript() {
  return (
    <section className="without-script">
      <h1>values-large.yaml for KaireonAI</h1>
      <p>
        This page needs JavaScript to ask its questions. The same files come over HTTP, with the
        answers as a query; where the page is served as plain files, these routes are not there.
      </p>
      <ul>
        {ROUTES.map(([path, what]) => (
          <li key={path}>
            <a href={path} translate="no">
              {path}
            </a>{' '}
            {what}
          </li>
        ))}
      </ul>
      <pre translate="no">
        {"curl -fsSLO 'http://localhost:3000/values-large.yaml?v=1&eventbus.backend=kinesis'"}
      </pre>
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
