import type { Step } from '@/lib/domain/option';

/** The steps of the wizard, in order. The review that ends it is made from the answers and declared nowhere. */
export const steps: readonly Step[] = [
  {
    id: 'scale',
    title: 'Scale',
    lede: 'Choose a starting point, then say what load you expect. Leave blank what you do not know: the limits say what that costs.',
  },
  {
    id: 'tiers',
    title: 'Tiers',
    madeBy: 'chart',
    lede: 'How many pods a tier may have, and what one asks of a node: the documented design targets. What is left to the chart is not written.',
  },
  {
    id: 'datastores',
    title: 'Datastores',
    madeBy: 'operator',
    short: 'Data',
    lede: 'Postgres, Redis and search live outside the chart at this scale. The chart connects to them and creates none of them.',
  },
  {
    id: 'event-bus',
    title: 'Event bus',
    madeBy: 'operator',
    short: 'Bus',
    lede: 'Where the outbox publishes decisions and interactions. The choice selects the wire path only.',
  },
  {
    id: 'interaction-store',
    title: 'Interaction store',
    madeBy: 'operator',
    short: 'Store',
    lede: 'The highest-volume component: every recommendation and every response touches it.',
  },
  {
    id: 'cluster',
    title: 'Cluster',
    lede: 'What your nodes and your database give. These answers never reach the values: they stay in the link and in the file’s head, and decide which limits apply.',
  },
];
