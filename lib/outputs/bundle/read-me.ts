import {
  CHART_VALUES,
  helmCommand,
  NAMESPACE,
  OVERLAY_FILE,
  WHY_LAST,
} from '@/lib/domain/helm-command';
import { isToSettle } from '@/lib/domain/limit-kind';
import { plural } from '@/lib/domain/plural';
import type { OutputFile } from '@/lib/outputs/output';
import type { Reading } from '@/lib/reading/reading';

const ALL_VALUES = [...CHART_VALUES, OVERLAY_FILE].map((file) => `-f ${file}`).join(' ');

/** The bundle's own `README.md`: what each of its other files is, and the commands that use them, in the order of use. */
export function readMe({ link, limits }: Reading, files: readonly OutputFile[]): string {
  const cautions = limits.filter(isToSettle).length;
  return `# KaireonAI, large overlay

Answers: \`${link || 'defaults'}\`

| File | What it is |
|---|---|
${files.map(({ name, about }) => `| \`${name}\` | ${about} |`).join('\n')}

The figures are design targets, not benchmarks. ${plural(limits.length, 'limit applies', 'limits apply')} to these answers, ${plural(cautions, 'of them a caution to settle', 'of them cautions to settle')}: read
them first. They stand in a sentence each at the head of \`values-large.yaml\`, and in full at the end of \`PREFLIGHT.md\`.

## 1. Preflight

Work through \`PREFLIGHT.md\`. The chart creates no database, broker, stream, table, keyspace or node group. What can be
asked, this asks; it only reads, and ends with 1 when something is missing and 2 when something cannot be told:

\`\`\`sh
sh preflight.sh
\`\`\`

## 2. Look at what would be applied

${WHY_LAST} Copy it beside the folder \`helm/\` and run from there:

\`\`\`sh
helm show values ./helm
helm lint --strict ./helm ${ALL_VALUES}
${helmCommand('template')} > rendered.yaml
\`\`\`

A key that no template of the chart reads has no effect, and Helm does not say so. Look for every key under an
\`unverified path\` comment in what \`helm show values\` prints; one that is not listed there may still
be read. On a cluster that already runs it, \`helm get values kaireon -n ${NAMESPACE} --all\` shows what it has now.

An editor checks the file against the schema when this is its first line. The schema finds a value of the wrong kind or
out of bounds at a key of ours; a misspelt key it cannot find, because every other key of the chart must pass. Where a
chart has a \`values.schema.json\` of its own, keep that one.

\`\`\`yaml
# yaml-language-server: $schema=values-large.schema.json
\`\`\`

## 3. Apply it

\`\`\`sh
${helmCommand('upgrade --install')}
\`\`\`

## 4. Measure it

\`\`\`sh
export BASE_URL=https://kaireon.example KAIREON_TENANT_ID=... KAIREON_API_KEY=...
k6 run recommend.k6.js
\`\`\`

Each call is a real decision and publishes an event: use a tenant for tests. The head of the script says what to fill in,
what a run does to whoever is served, and how to read off the rate of one pod.
`;
}
