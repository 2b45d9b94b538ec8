import type { Severity } from '@/lib/domain/limit';
import { Icon } from './icon';

const WORD: Readonly<Record<Severity, string>> = { caution: 'Caution', limit: 'Limit' };

/** Icon, word and colour together: a triangle for a caution, a ring for a limit. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className={`severity ${severity}`}>
      <Icon name={severity} />
      <span>{WORD[severity]}</span>
    </span>
  );
}
