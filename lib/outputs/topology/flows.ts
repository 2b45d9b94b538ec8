/** A connection between two boxes, by their ids. It is drawn when both are there. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  /** In two words at most, for the picture. */
  readonly label: string;
  /** The same as a verb, for sentences: `API keeps history in Interaction store`. */
  readonly verb: string;
  /** Where it goes while `to` is off. */
  readonly otherwise?: string;
}

/** What the documentation says of who talks to whom, by id of tier, datastore, or section head. */
export const FLOWS: readonly Flow[] = [
  // environment variables reference: DATABASE_URL is required everywhere.
  { from: 'api', to: 'postgres', label: 'reads, writes', verb: 'reads from and writes to' },
  // scaling architecture: cache, rate limits, circuit breakers and the BullMQ queues.
  { from: 'api', to: 'redis', label: 'cache, jobs', verb: 'keeps its cache and queues in' },
  { from: 'api', to: 'opensearch', label: 'search', verb: 'searches in' },
  // infrastructure: every recommend and respond touches it.
  { from: 'api', to: 'interactionStore', label: 'history', verb: 'keeps interaction history in' },
  // kubernetes deployment guide: the chart gives the API the ML worker's address.
  { from: 'api', to: 'mlWorker', label: '', verb: 'calls' },
  { from: 'worker', to: 'postgres', label: 'reads, writes', verb: 'reads from and writes to' },
  { from: 'worker', to: 'redis', label: 'jobs', verb: 'takes jobs from' },
  // ml-worker: it reads Postgres itself.
  { from: 'mlWorker', to: 'postgres', label: 'training data', verb: 'reads training data from' },
  // outbox-publisher; values-large: without a bus the events go to Redis.
  { from: 'outboxPublisher', to: 'postgres', label: 'outbox rows', verb: 'reads outbox rows from' },
  {
    from: 'outboxPublisher',
    to: 'eventbus',
    label: 'events',
    verb: 'publishes events to',
    otherwise: 'redis',
  },
  // cron-tier: a CronJob is a timed call into the API.
  { from: 'cron', to: 'api', label: '', verb: 'calls' },
  // values-large: the stream tier needs a real broker.
  { from: 'stream', to: 'eventbus', label: 'consumes', verb: 'consumes from' },
];

/** Boxes that the answers of a plan option are about, so that its limits have a place. */
export const ABOUT: Readonly<Record<string, string>> = {
  load: 'api',
  'postgres-connections': 'postgres',
};
