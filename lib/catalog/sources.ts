/** Where facts come from, as their pages call themselves. One spelling each, so that a reader can search for it. */
export const source = {
  tierLayout: 'values-large: Tier layout',
  datastores: 'values-large: Datastore expectations',
  overlayKeys: 'values-large: Large-overlay-only keys',
  honestLimits: 'values-large: Honest limits',
  scaling: 'scaling runbook',
  cronTier: 'cron-tier',
  outbox: 'outbox-publisher',
  environment: 'environment variables reference',
  helmConvention: 'convention of helm create',
  kedaConvention: 'convention of KEDA ScaledObject',
  cqlConvention: 'convention of cassandra-driver',
  plan: 'your number',
} as const;

/** Of a path that the documentation spells out: that it does, and on which page. */
export const documented = (page: string) => ({ provenance: 'documented', source: page }) as const;
