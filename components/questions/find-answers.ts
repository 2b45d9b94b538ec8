import { answerName } from '@/components/state/places';
import type { Answer } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';

/** What people look for that no answer here decides, and what is said of it. */
const NOT_ASKED: readonly { readonly words: RegExp; readonly where: string }[] = [
  {
    words: /^(?:help|keys?|shortcuts?|words?)$/,
    where: 'Press ? or Help for the words and keys of this page.',
  },
  {
    words: /^(?:costs?|price|savings?)$/,
    where: 'No answer decides it. The tab Capacity has pods, CPU and memory before and after.',
  },
  {
    words: /^gpus?$/,
    where: 'No answer: the documented figures of the ML worker assume CPU only.',
  },
  {
    words: /^(?:password|secret|credential|token)s?$/,
    where:
      'No answer: keep secrets in Kubernetes Secrets, and their names in the chart’s own values.',
  },
];

/** What is said of something that this does not ask. */
export const saidOf = (text: string, hits: number): string | undefined =>
  NOT_ASKED.find(({ words }) => words.test(text.trim().toLowerCase()))?.where ??
  (hits === 0 ? 'No answer here: look in the chart’s own values.' : undefined);

/** More than these help nobody: another word narrows them down. */
const MOST = 12;

/**
 * The answers that a text finds, by key, label, option and words; every word must be found. An exact key comes first and
 * alone, then what has all words in its key or label, then the rest.
 */
export function findAnswers(
  catalog: Catalog,
  text: string,
): { hits: readonly Answer[]; all: number } {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { hits: [], all: 0 };
  const words = wanted.split(/\s+/);
  const has = (place: string) => words.every((word) => place.includes(word));
  const strong: Answer[] = [];
  const weak: Answer[] = [];
  for (const answer of catalog.answers) {
    const key = answer.key.toLowerCase();
    if (key === wanted) return { hits: [answer], all: 1 };
    const named = `${key} ${answerName(catalog, answer.key)}`.toLowerCase();
    if (has(named)) strong.push(answer);
    else if (has(`${named} ${answer.help} ${membersOf(answer)}`.toLowerCase())) weak.push(answer);
  }
  const all = [...strong, ...weak];
  return { hits: all.slice(0, MOST), all: all.length };
}

const membersOf = ({ shape }: Answer) =>
  shape.type === 'choice' ? shape.choices.map(({ label }) => label).join(' ') : '';
