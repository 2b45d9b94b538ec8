import type { Section } from '@/lib/domain/option';

export const sections: readonly Section[] = [
  {
    id: 'scale',
    title: 'Scale',
    lede: 'Start from a known shape, then say what load you expect. Leave blank what you do not know: it takes the documented default, and the limits say what that costs.',
  },
  {
    id: 'tiers',
    title: 'Tiers',
    lede: 'The tiers that always run: how many pods each may have and what one pod asks of a node. The figures are the documented design targets.',
  },
  {
    id: 'datastores',
    title: 'Datastores',
    lede: 'Postgres, Redis and search live outside the chart at this scale. The chart connects to them and creates none of them.',
  },
  {
    id: 'event-bus',
    title: 'Event bus',
    lede: 'Where the outbox publishes decisions and interactions. The choice selects the wire path only.',
  },
  {
    id: 'interaction-store',
    title: 'Interaction store',
    lede: 'The highest-volume component: every recommendation and every response touches it.',
  },
  {
    id: 'optional-tiers',
    title: 'Optional tiers',
    lede: 'Two tiers that the overlay leaves off, because each needs work that the chart does not do.',
  },
  {
    id: 'plan',
    title: 'Plan & capacity',
    lede: 'What the choices above ask of your cluster and of Postgres. These answers never reach the values: they stay in the link and in the file’s head.',
  },
];
