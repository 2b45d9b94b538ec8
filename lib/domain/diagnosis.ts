/** What is wrong with a refused text, where that can be recognised: it helps more than only saying what would be right. */
export interface Diagnosis {
  readonly when: RegExp;
  /** A sentence; a function of the part that was found: the first group, or all that matched. */
  readonly message: string | ((found: string) => string);
}

/** The first diagnosis that fits a refused text, in words; `''` when none does. */
export function diagnose(text: string, diagnoses: readonly Diagnosis[] = []): string {
  for (const { when, message } of diagnoses) {
    const found = when.exec(text);
    if (found) return typeof message === 'string' ? message : message(found[1] ?? found[0]);
  }
  return '';
}
