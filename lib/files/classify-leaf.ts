import type { Answer } from '@/lib/domain/answer';
import { isMapping } from '@/lib/domain/mapping';
import { parseAnswer } from '@/lib/domain/parse-answer';
import { isWithin } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import type { Entry } from '@/lib/overlay/values';
import type { Reading } from '@/lib/reading/reading';
import type { Given } from './given-answer';
import { isSame, type Leaf, shown } from './leaves';
import { secretIn } from './secret-in';

/** A leaf of a file with what the catalogue has at its path. */
export interface PlacedLeaf extends Leaf {
  /** Its path as `helm --set` writes it. */
  readonly at: string;
  /** Whether some key of ours stands there, in one branch or another. */
  readonly isOurs: boolean;
  /** The answer whose own value stands there, and what the leaf says of it. */
  readonly answer?: Answer;
  readonly given?: Given;
}

/** What becomes of a leaf. */
export interface Verdict {
  readonly fate: 'understood' | 'carried' | 'conflict';
  /** What there is to know of it; `''` when nothing is. */
  readonly message: string;
  /** Whether it is a secret: left out, or carried because the person says so. */
  readonly isSecret?: true;
}

/** The answers that the file gives, read, and what they write by its place. */
export interface ReadAnswersOfFile {
  readonly reading: Reading;
  readonly writes: ReadonlyMap<string, Entry>;
  /** Paths at which a person wants a secret carried. */
  readonly carrySecrets: ReadonlySet<string>;
}

/** Names that are not safe as keys: to JavaScript, to our paths, or (`<<`) to Helm 3 where the chart has a schema. */
const isUnsafeName = (name: string) => name === '__proto__' || name === '' || name === '<<';

const UNSAFE = 'A key of this name cannot be written safely. It was left out.';

const understood = (message = ''): Verdict => ({ fate: 'understood', message });
const carried: Verdict = { fate: 'carried', message: '' };
const conflict = (message: string): Verdict => ({ fate: 'conflict', message });

/** What becomes of one leaf of a file. */
export function classifyLeaf(leaf: PlacedLeaf, answers: ReadAnswersOfFile): Verdict {
  const { path, answer, given } = leaf;
  if (path.some(isUnsafeName)) return conflict(UNSAFE);
  if (!leaf.isOurs) return classifyForeign(leaf, answers);
  if (!answer || !given) return classifyOther(leaf, answers);
  if ('message' in given) return conflict(given.message);
  return 'isCarried' in given ? carried : classifyAnswer(leaf, answer, answers);
}

/** A leaf at a path where we have no key. */
function classifyForeign(leaf: PlacedLeaf, answers: ReadAnswersOfFile): Verdict {
  const { path, at, value } = leaf;
  const found = secretIn(path, value);
  if (!found) return classifyOther(leaf, answers);
  if (answers.carrySecrets.has(at)) {
    const verdict = classifyOther(leaf, answers);
    return verdict === carried ? { ...carried, isSecret: true } : verdict;
  }
  const what =
    found.by === 'value' ? 'looks like a credential' : 'is a password, token or key by its name';
  const which = found.path === at ? 'This' : found.path;
  const message = `${which} ${what}, so it was left out: this file is made to be shared. Keep it in a Kubernetes Secret.`;
  return { ...conflict(message), isSecret: true };
}

function classifyAnswer(
  { at, value }: PlacedLeaf,
  answer: Answer,
  { reading, writes }: ReadAnswersOfFile,
): Verdict {
  const parsed = parseAnswer(answer, reading.raw[answer.key] ?? '');
  const wrong =
    'fault' in parsed
      ? parsed.fault
      : reading.faults.find(({ key }) => key === answer.key)?.message;
  if (wrong !== undefined) return conflict(wrong);
  if (!reading.isActive(answer)) {
    return understood('Kept, and not written while its branch is not chosen.');
  }
  const entry = writes.get(at);
  if (!entry) return carried;
  return understood(isSame(entry.value, value) ? '' : `Written as ${JSON.stringify(entry.value)}.`);
}

function classifyOther({ at, value }: PlacedLeaf, { writes }: ReadAnswersOfFile): Verdict {
  const entry = writes.get(at);
  if (entry) {
    if (isSame(entry.value, value)) return understood();
    const { of } = entry.key;
    const from = of === undefined ? 'It is the same in every overlay' : `It follows from ${of}`;
    return conflict(`${from}: this overlay writes ${shown(entry.value)} here.`);
  }
  const near = [...writes.keys()].find((one) => isWithin(one, at) || isWithin(at, one));
  if (near === undefined) return carried;
  if (isEmptyMapping(value)) return understood('An empty mapping sets nothing.');
  return conflict(`This overlay writes ${near}, which cannot stand beside it.`);
}

const isEmptyMapping = (value: UserValue) => isMapping(value) && Object.keys(value).length === 0;
