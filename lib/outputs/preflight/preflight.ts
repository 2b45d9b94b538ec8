import { grouped } from '@/lib/domain/grouped';
import { NAMESPACE } from '@/lib/domain/helm-command';
import { type AppliedPrerequisite, prerequisitesOf } from '@/lib/reading/prerequisites';
import { escapeMarkdown, limitLines } from '../limits/limits';
import type { Material, Output } from '../output';

/** What must exist before the overlay is applied. */
export const preflightOutput: Output = {
  name: 'preflight',
  title: 'Preflight',
  tab: { place: 4, panel: 'preflight' },
  file: {
    name: 'PREFLIGHT.md',
    contentType: 'text/markdown; charset=utf-8',
    about: 'what must exist before the overlay is applied, with a command that proves each item',
    load: async () => preflightMarkdown,
  },
};

/** The same items as a script. */
export const preflightScriptOutput: Output = {
  name: 'preflight-script',
  title: 'Preflight script',
  file: {
    name: 'preflight.sh',
    contentType: 'text/x-shellscript; charset=utf-8',
    about: 'the commands of PREFLIGHT.md that only read, as a script that says what is missing',
    load: async () => (await import('./preflight-script')).preflightScript,
  },
};

const ORIGIN_WORDS = { documented: 'documented', general: 'general practice' } as const;

const INTRODUCTION = [
  'What must exist before `helm upgrade` applies `values-large.yaml`, for these answers.',
  '',
  'Each item says what is needed and what happens without it, whether KaireonAI’s documentation asks for it',
  '(*documented*) or it is *general practice*, which honest limit it answers, a command that proves it, and what a good',
  'answer looks like. `preflight.sh` runs the commands that only read, and says what is missing. The limits stand in full',
  'at the end.',
  '',
  '- Names in capitals such as `"$DATABASE_URL"` are shell variables for you to set. No secret belongs in this file, and',
  '  no command prints one.',
  `- Commands run where \`kubectl\` and the clients can reach what they name. The namespace is \`${NAMESPACE}\`, as in the`,
  '  runbooks; change it if yours is another.',
];

/**
 * `PREFLIGHT.md`: every prerequisite of these answers as a box to tick, with why and a command that proves it. The same
 * answers always give the same bytes: UTF-8, LF, one final newline, no date.
 */
export function preflightMarkdown({ catalog, reading }: Material): string {
  const limits = new Map(reading.limits.map((limit) => [limit.id, limit.short]));
  const sections = grouped(prerequisitesOf(catalog, reading), ({ section }) => section);
  const lines = [
    '# Preflight',
    '',
    ...INTRODUCTION,
    '',
    `Answers: \`${reading.link || 'defaults'}\``,
    '',
    ...[...sections].flatMap(([section, items]) => [
      `## ${escapeMarkdown(section)}`,
      '',
      ...items.flatMap((item) => [...itemLines(item, limits.get(item.limit ?? '')), '']),
    ]),
    '## Honest limits',
    '',
    ...limitLines(reading.limits, '###'),
  ];
  return `${lines.join('\n')}\n`;
}

function itemLines(item: AppliedPrerequisite, limit: string | undefined): string[] {
  const { id, option, text, verify, good, origin, isByHand } = item;
  const lead = option === '' ? '' : `**${escapeMarkdown(option)}.** `;
  const answers =
    limit === undefined ? '' : ` · answers the limit \`${item.limit}\`: ${escapeMarkdown(limit)}`;
  return [
    `- [ ] ${lead}${escapeMarkdown(text)}`,
    '',
    `  *${ORIGIN_WORDS[origin]}* · \`${id}\`${answers}`,
    '',
    ...fencedBlock('sh', verify, '  '),
    ...(good === '' ? [] : ['', `  A good answer: ${escapeMarkdown(good)}`]),
    ...(isByHand ? ['', '  It does more than read, so `preflight.sh` leaves it to you.'] : []),
  ];
}

/** A fenced block that its content cannot close, indented to belong to a list item. */
export function fencedBlock(language: string, content: string, indent = ''): string[] {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...content.split('\n'), fence].map((line) =>
    line === '' ? '' : indent + line,
  );
}
