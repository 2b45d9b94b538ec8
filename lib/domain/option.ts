import { type Answer, isSwitchedOn, type OverlayKey, type Read } from './answer';
import type { Figure, MakeFigure } from './figure';
import type { Limit, Situation, Text } from './limit';
import type { NodeOffer } from './node-plan';
import type { Workload } from './workload';

/** Two answers that must not contradict each other. The error stands at `key`. */
export interface Rule {
  readonly key: string;
  /** The other answers that could fix it. */
  readonly with: readonly string[];
  /** The message when it is broken; `undefined` when it holds or cannot be judged yet. */
  readonly broken: (read: Read) => string | undefined;
}

/** Something that must exist before `helm upgrade`, with a command that proves it. */
export interface Prerequisite {
  readonly when?: (situation: Situation) => boolean;
  readonly text: Text;
  /** A POSIX shell command; every answer in it is quoted with {@link shellQuote}. What its reader must fill in is a shell variable in capitals. */
  readonly verify: Text;
  /** What a good answer of the command looks like, in a sentence. */
  readonly good?: Text;
  /** `exit code`, the default: the command ends with 0 only where the item is there. `person`: someone reads what it prints. */
  readonly judgedBy?: 'exit code' | 'person';
  /** Set where the command does more than read, such as starting a pod: no script runs it by itself. */
  readonly isByHand?: true;
  /** The programs that the command needs beside those of POSIX; where absent, its first word. */
  readonly tools?: readonly string[];
  /** The limit that it answers, if any. */
  readonly limit?: string;
  /** `documented`: the public documentation asks for it. `general`, the default: general practice. */
  readonly origin?: 'documented' | 'general';
}

/** By id, in the order in which they are read. */
export type Prerequisites = Readonly<Record<string, Prerequisite>>;

/** A connection that an option opens to another. It holds while both are there and on. */
interface TalksTo {
  /** The id of the option that answers. */
  readonly to: string;
  /** What it does, for sentences: `API keeps interaction history in Interaction store`. */
  readonly verb: string;
  /** The id of the option that it goes to while `to` is off. */
  readonly otherwise?: string;
}

/** What the chart calls a backend's block: one root key with all that is known of the backend. */
export interface BackendBlock {
  /** The key that says that the block is on, such as `kafka.enabled`. */
  readonly enabled: string;
  readonly answers: readonly Answer[];
  /** The answer without which the block is unfilled. */
  readonly required: Answer<string>;
  /** The answer without which a CQL driver does not connect. */
  readonly localDataCenter?: Answer<string>;
}

/** What an option and a backend have in common. */
interface OptionBase {
  readonly id: string;
  readonly title: string;
  /** What it is, in a line. */
  readonly summary: string;
  readonly limits?: readonly Limit[];
  /** Asked for while an option is off too, unless `when` says otherwise: a ticker needs the secret of the cron jobs. */
  readonly prerequisites?: Prerequisites;
  /** What is counted while it is on or chosen, such as what the load takes of it. */
  readonly figures?: readonly MakeFigure[];
}

/** A backend that can be chosen: everything about it, in its own file. Its id is the answer's value. */
export interface Backend extends OptionBase {
  /** Whether it is the documented choice. Exactly one of a choice is. */
  readonly isDefault?: boolean;
  /** What is written for it at the choice's key: its id, unless this says otherwise; `null` where that key has no name for it. */
  readonly alias?: string | null;
  /** The value of the base chart's own selector (`config.…`), where the documentation lists one. */
  readonly selector?: string;
  /** Its block in the chart, which several backends may share; one without needs nothing filled in. */
  readonly block?: BackendBlock | undefined;
  /** What must already exist, as the subject of "must exist": `the stream orders in eu-west-1`. */
  readonly mustExist?: (read: Read) => string;
}

/** An answer with the backends that it chooses from. */
export interface BackendChoice {
  readonly answer: Answer<string>;
  readonly backends: readonly Backend[];
  /** The path of the base chart's own selector. */
  readonly selector: string;
}

/** The backend that is chosen; `undefined` while none is. */
export const chosenBackend = (
  { choice }: Pick<Option, 'choice'>,
  read: Read,
): Backend | undefined => choice?.backends.find(({ id }) => id === read(choice.answer));

/** The load that is planned for a tier. */
export interface Load {
  /** The id of the tier that serves it. */
  readonly tier: string;
  /** Requests a second at the peak. */
  readonly peak: Answer<number>;
  /** Percent of a pod's CPU request at which the autoscaler adds another. */
  readonly target: Answer<number>;
  /** How large a test it makes and what to expect of it, in lines. */
  readonly describe: (read: Read) => readonly string[];
}

/** A tier, a datastore, or a group of plan questions: everything about it, in one place. */
export interface Option extends OptionBase {
  /** The step of the wizard in which it is asked. */
  readonly step: string;
  /** Its answers and derived keys, in the order in which the file has them. */
  readonly parts: readonly (Answer | OverlayKey)[];
  readonly rules?: readonly Rule[];
  /** Its place in the documentation's table, where that is not the file's order. */
  readonly order?: number;
  /** Set where the documented overlay leaves it off because it needs work beyond the chart. */
  readonly optional?: {
    /** Its name within a sentence. */
    readonly name: string;
    /** The work, as a clause: `MCP needs tools that you authorise`. */
    readonly needs: string;
  };
  /** The switch of an option that can be off; one without is always there. */
  readonly enabled?: Answer<boolean>;
  readonly choice?: BackendChoice;
  /** The id of the option that its answers are about, where that is another. */
  readonly about?: string;
  /** Who it opens connections to. */
  readonly talksTo?: readonly TalksTo[];
  /** Short facts about it in the picture, while it is on. */
  readonly facts?: (read: Read) => readonly string[];
  /** What is true in its place while it is off, in a few words. */
  readonly whileOff?: string;
  /** How its pods run, where it has any. */
  readonly workload?: Workload;
  readonly node?: NodeOffer;
  /** What a load test is sized by. */
  readonly load?: Load;
}

/** Whether an option counts for these answers. While its switch is left to the chart, what the documented overlay has counts. */
export const isOn = ({ enabled }: Pick<Option, 'enabled'>, read: Read): boolean =>
  !enabled || isSwitchedOn(read, enabled);

/** The figures of an option, and of the backend that is chosen in it. */
export function figuresOf(option: Option, situation: Situation): readonly Figure[] {
  if (!isOn(option, situation.read)) return [];
  const chosen = chosenBackend(option, situation.read);
  return [...(option.figures ?? []), ...(chosen?.figures ?? [])].map((make) => make(situation));
}

/** A named set of answers to start from. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly sets: Readonly<Record<string, string>>;
}

/** One step of the wizard. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** A shorter title, for where there is little room. */
  readonly short?: string;
  /** What is decided here, in a sentence. */
  readonly lede: string;
  /** Who creates what its options describe; absent where they describe nothing that is created. */
  readonly madeBy?: 'chart' | 'operator';
}
