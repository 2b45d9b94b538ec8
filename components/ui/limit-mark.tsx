import type { AppliedLimit } from '@/lib/domain/limit';
import { kindOf, limitKinds } from '@/lib/domain/limit-kind';
import { Icon } from './icon';

/** What kind a limit is of: sign, word and colour together. */
export function LimitMark({ of: limit }: { readonly of: AppliedLimit }) {
  const kind = kindOf(limit);
  const { icon, word } = limitKinds[kind];
  return (
    <span className={`severity ${kind}`}>
      <Icon name={icon} />
      <span>{word}</span>
    </span>
  );
}
