import type { Severity } from '@/lib/domain/limit';

const WORD: Readonly<Record<Severity, string>> = { caution: 'Caution', limit: 'Limit' };

/** Icon, word and colour together: a triangle for a caution, a ring for a limit. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span className={`severity ${severity}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {severity === 'caution' ? (
          <>
            <path d="M8 2 14.5 13.5h-13Z" />
            <path d="M8 6.5v3.2M8 11.4v.4" />
          </>
        ) : (
          <>
            <circle cx="8" cy="8" r="6" />
            <path d="M8 7.2v4M8 4.6v.4" />
          </>
        )}
      </svg>
      {WORD[severity]}
    </span>
  );
}
