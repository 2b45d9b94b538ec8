/** The steps of the wizard by their titles, in order, as the contract names them. */
export const STEPS = [
  'Scale',
  'Tiers',
  'Datastores',
  'Event bus',
  'Interaction store',
  'Cluster',
  'Review',
] as const;
