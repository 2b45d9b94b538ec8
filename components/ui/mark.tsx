import type { AppliedLimit } from '@/lib/domain/limit';
import { limitKinds } from '@/lib/domain/limit-kind';
import { STATES, type State } from '@/lib/proof/states';
import { Icon, type IconName } from './icon';

interface MarkProps {
  readonly icon: IconName;
  /** The name of its colour, where that is not the icon's. */
  readonly tone?: string;
  readonly text: string;
  readonly id?: string | undefined;
}

/** Sign, word and colour together. */
export function Mark({ icon, tone = icon, text, id }: MarkProps) {
  return (
    <span className={`mark ${tone}`} id={id}>
      <Icon name={icon} />
      <span>{text}</span>
    </span>
  );
}

export function LimitMark({ kind }: Pick<AppliedLimit, 'kind'>) {
  const { icon, word } = limitKinds[kind];
  return <Mark icon={icon} text={word} />;
}

interface StateProps extends Pick<MarkProps, 'text' | 'id'> {
  readonly state: State;
}

/** How a key stands in the operator's chart. */
export const StateMark = ({ state, ...words }: StateProps) => (
  <Mark icon={state} tone={STATES[state].tone} {...words} />
);

/** The same by its sign alone, where there is room for no more; its words are read out. */
export const StateSign = ({ state, text, id }: StateProps) => (
  <span className={`sign ${STATES[state].tone}`} role="img" id={id} aria-label={text} title={text}>
    <Icon name={state} />
  </span>
);
