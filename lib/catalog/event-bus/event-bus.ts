import type { Read } from '@/lib/domain/answer';
import { choiceAnswer } from '@/lib/domain/declare';
import { advisory, environment } from '@/lib/domain/evidence';
import type { Option } from '@/lib/domain/option';
import { type Backend, backendOption, defaultOf, unfilledLimit } from '../backend';
import { source } from '../sources';
import { eventBusEnabled } from './enabled';

/** The event bus: the alias, the base chart's own selector, and one option for each backend. */
export function eventBus(backends: readonly Backend[]): Option[] {
  const on = (read: Read) => read(eventBusEnabled) === true;

  const backend = choiceAnswer({
    key: 'eventbus.backend',
    shows: advisory,
    overlayOnly: true,
    label: 'Backend',
    help: 'Selects the wire path. What it points to must already exist.',
    provenance: 'documented',
    source: source.overlayKeys,
    default: defaultOf(backends),
    choices: backends.map(({ id, title, summary }) => ({ value: id, label: title, summary })),
    when: on,
  });

  const chosen = (read: Read) => backends.find(({ id }) => id === read(backend));
  /** Every broker must exist; one without a block has only its title to be named by. */
  const mustExist = (read: Read) =>
    chosen(read)?.block?.mustExist(read) ?? `the ${chosen(read)?.title} broker`;

  const bus: Option = {
    id: 'eventbus',
    step: 'event-bus',
    title: 'Event bus',
    summary: 'Carries interaction.recorded.v1 and decision.made.v1 to whoever listens.',
    enabled: eventBusEnabled,
    whileOff: 'events go to Redis pub/sub',
    parts: [
      eventBusEnabled,
      backend,
      {
        // Both selectors are written, so that neither order of precedence can surprise.
        path: 'config.EVENT_PUBLISHER',
        shows: environment('EVENT_PUBLISHER'),
        provenance: 'documented',
        source: source.overlayKeys,
        of: eventBusEnabled.key,
        value: (read) =>
          read(eventBusEnabled) === false ? 'redis' : on(read) ? chosen(read)?.selector : undefined,
      },
    ],
    limits: [
      {
        id: 'eventbus-redis-fallback',
        severity: 'caution',
        when: ({ read }) => read(eventBusEnabled) === false,
        keys: [eventBusEnabled.key],
        message: () =>
          'With the external bus off, events go to Redis pub/sub, which keeps nothing for a consumer that is offline. The outbox protects an event only until Redis has taken it; what is lost after that is not sent again. Turn the bus on if any consumer must see every event.',
        short: 'Redis pub/sub keeps nothing for a consumer that is offline.',
        source: `${source.overlayKeys}; event-stream`,
      },
      {
        id: 'eventbus-must-exist',
        severity: 'limit',
        when: ({ read }) => on(read) && chosen(read) !== undefined,
        keys: [backend.key],
        message: ({ read }) =>
          `The backend ${read(backend)} only selects the wire path. The chart creates no infrastructure: ${mustExist(read)} must already exist, and be tested, before you apply this file.`,
        short: ({ read }) => `Selects the wire path only: ${mustExist(read)} must already exist.`,
        source: source.honestLimits,
      },
      unfilledLimit('eventbus-block-unfilled', backends, backend, source.overlayKeys),
    ],
  };

  return [bus, ...backends.map((one) => backendOption(one, 'event-bus', backend))];
}
