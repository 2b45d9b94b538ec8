import { CHART_VALUES, helmCommand, OVERLAY_FILE, WHY_LAST } from '@/lib/domain/helm-command';
import { plural } from '@/lib/domain/plural';
import type { OutputFile } from '@/lib/outputs/output';
import type { Reading } from '@/lib/reading/reading';

const ALL_VALUES = [...CHART_VALUES, OVERLAY_FILE].map((file) => `-f ${file}`).join(' ');

/** The bundle's own `README.md`: what each of its other files is, and the commands that use them, in the order of use. */
export function readMe({ link, limits }: Reading, files: readonly OutputFile[]): string {
  const cautions = limits.filter(({ severity }) => severity === 'caution').length;
  return `# KaireonAI, large overlay

Answers: \`${link || 'defaults'}\`

| File | What it is |
|---|---|
${files.map(({ name, about }) => `| \`${name}\` | ${about} |`).join('\n')}

The figures are design targets, not benchmarks. ${plural(limits.length, 'limit applies', 'limits apply')} to these answers, ${plural(cautions, 'of them a caution', 'of them cautions')}: read
them first, at the head of \`values-large.yaml\`.

## 1. Preflight

Work through \`PREFLIGHT.md\`. The chart creates no database, broker, stream, table, keyspace or node group.

## 2. Look at what would be applied

${WHY_LAST} Copy it beside the folder \`helm/\` and run from there:

\`\`\`sh
helm show values ./helm
helm lint --strict ./helm ${ALL_VALUES}
${helmCommand('template')} > rendered.yaml
\`\`\`

A key that no template of the chart reads has no effect, and Helm does not say so. Look for every key under an
\`unverified path\` comment in what \`helm show values\` prints; one that is not listed there may still
be read. On a cluster that already runs it, \`helm get values kaireon -n kaireon --all\` shows what it has now.

An editor checks the file against the schema when this is its first line:

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

The head of the script says what to fill in and how to read off the rate of one pod.
`;
}
