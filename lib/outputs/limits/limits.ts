import { grouped } from '@/lib/domain/grouped';
import type { AppliedLimit } from '@/lib/domain/limit';
import { limitKinds } from '@/lib/domain/limit-kind';
import type { Material, Output } from '../output';

/** The honest limits. */
export const limitsOutput: Output = {
  name: 'limits',
  title: 'Limits',
  tab: { place: 1, panel: 'limits' },
  file: {
    name: 'LIMITS.md',
    contentType: 'text/markdown; charset=utf-8',
    about: 'the honest limits of these answers in full',
    hasRoute: false,
    isBundled: false,
    load: async () => limitsMarkdown,
  },
};

/** The honest limits alone, in full, with the answers that they are about: to be printed, or pasted into a ticket. */
export function limitsMarkdown({ reading }: Pick<Material, 'reading'>): string {
  const { limits, changes, link } = reading;
  const answers = [...changes].map(
    ([key, raw]) => `- \`${key}\`: ${raw === '' ? 'left to the chart' : escapeMarkdown(raw)}`,
  );
  const lines = [
    '# Honest limits of values-large.yaml',
    '',
    `Answers: \`${link || 'defaults'}\``,
    ...(answers.length > 0 ? ['', ...answers] : []),
    '',
    ...limitLines(limits, '##'),
  ];
  return `${lines.join('\n')}\n`;
}

/** Limits in full under the headings of their kinds. @param mark what a heading begins with */
export function limitLines(limits: readonly AppliedLimit[], mark: string): string[] {
  return [...grouped(limits, ({ kind }) => kind)].flatMap(([kind, some], at) => [
    ...(at === 0 ? [] : ['']),
    `${mark} ${limitKinds[kind].heading}`,
    '',
    ...some.map(line),
  ]);
}

const line = ({ id, message, source, accepted }: AppliedLimit): string => {
  const reason = accepted === undefined ? '' : ` Accepted: ${escapeMarkdown(accepted)}.`;
  return `- \`${id}\`: ${escapeMarkdown(message)}${reason} *Source: ${escapeMarkdown(source)}.*`;
};

/** A text as it would be read in Markdown, on one line, whatever it holds: names that operators chose stand in it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\`*~[\]<>|]|&(?=[#A-Za-z])/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}
