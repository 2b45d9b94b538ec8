import type { AppliedLimit, LimitEvidence, SettledLimit } from '@/lib/domain/limit';

/**
 * The limits as renders leave them: those that are settled go, and what is worse than was known becomes a caution that
 * says so first. Without evidence they are the same ones.
 */
export function withEvidence(
  limits: readonly AppliedLimit[],
  evidence: readonly LimitEvidence[] = [],
): { limits: readonly AppliedLimit[]; settled: readonly SettledLimit[] } {
  if (evidence.length === 0) return { limits, settled: [] };
  const byId = new Map(evidence.map((one) => [one.id, one]));
  const settled: SettledLimit[] = [];
  const worse: AppliedLimit[] = [];
  const rest: AppliedLimit[] = [];
  for (const limit of limits) {
    const seen = byId.get(limit.id);
    if (seen?.effect === 'settled') settled.push({ ...limit, evidence: seen.evidence });
    else if (seen?.effect === 'worse') {
      const message = `${seen.evidence} ${limit.message}`;
      const caution = { ...limit, severity: 'caution' as const, message, short: seen.evidence };
      (limit.severity === 'caution' ? rest : worse).push(caution);
    } else if (seen) rest.push({ ...limit, message: `${limit.message} ${seen.evidence}` });
    else rest.push(limit);
  }
  // Cautions come first, and those that a render has shown before all others.
  return { limits: [...worse, ...rest], settled };
}
