import { isRead, readerWords } from '@/lib/domain/reader-words';
import type { Reader } from '@/lib/domain/user-files';
import type { Verdict } from '../proof';

/**
 * A verdict with what the chart's templates say of it. Only *nowhere* changes: it gets its reason, and where templates
 * do read the key it becomes *read, but not in this configuration*.
 */
export function explained(verdict: Verdict, reader: Reader | undefined): Verdict {
  if (verdict.state !== 'nowhere' || !reader) return verdict;
  const words = readerWords(reader);
  if (reader.file?.endsWith('/NOTES.txt')) {
    return { ...verdict, reason: `${words} That is no manifest. ${verdict.reason}` };
  }
  const state = isRead(reader) ? 'conditional' : 'nowhere';
  return { ...verdict, state, reason: `${words} ${verdict.reason}` };
}
