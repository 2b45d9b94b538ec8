import { helmCommand, WHY_LAST } from '@/lib/domain/helm-command';
import { type Material, routesOf } from '../output';

/** `llms.txt`: what this is, its routes and every answer, for agents. The same whatever the answers. */
export function llmsText({ catalog, outputs }: Material): string {
  const steps = catalog.steps.flatMap(({ id, title }) => {
    const options = catalog.options.filter(({ step }) => step === id);
    return [
      `## Answers: ${title}`,
      '',
      ...options
        .flatMap(({ answers }) => answers)
        .map(
          ({ key, label, help, default: standard }) =>
            `- \`${key}\` (${standard === '' ? 'blank' : standard}): ${label}. ${help}`,
        ),
      '',
    ];
  });
  return `${[
    '# KaireonAI values-large',
    '',
    '> Makes `values-large.yaml`, a Helm overlay for KaireonAI on large clusters, from answers, and says what is true of them before anyone applies it.',
    '',
    'Every route takes the answers as its query: `/values-large.yaml?eventbus.backend=kinesis&kinesis.streamName=orders`.',
    'A key is a Helm path, or begins with `plan.` where it only sizes. What is left out keeps its default (in brackets',
    'below), and a blank value leaves the answer to the chart. A fault gets 422 with every fault at once, as',
    '`application/problem+json`. The same answers always give the same bytes. Nothing is stored.',
    '`map.<our path>=<their path>` writes a key at another path, and `accept.<limit id>=<reason>` accepts a caution.',
    '',
    '## Rules',
    '',
    '- Paths marked `unverified` in the report are conventions: no public page spells them out. Check them in a render.',
    '- Read the limits in `/values-large.json` to the person before they apply the file. The figures are design targets.',
    '- Never put a secret into an answer: it is refused.',
    `- ${WHY_LAST}`,
    `- To apply: \`${helmCommand('upgrade --install')}\``,
    '',
    '## Routes',
    '',
    ...routesOf(outputs).map(({ file: { name, about } }) => `- [/${name}](/${name}): ${about}`),
    '',
    '## Presets (`preset=<name>`)',
    '',
    ...catalog.presets.map(({ name, summary }) => `- \`${name}\`: ${summary}`),
    '',
    ...steps.slice(0, -1),
  ].join('\n')}\n`;
}
