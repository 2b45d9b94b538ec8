import type { Read } from '@/lib/domain/answer';
import { switchAnswer } from '@/lib/domain/declare';
import { caution, whileChosen } from '@/lib/domain/limit';
import type { Backend, Option } from '@/lib/domain/option';
import { backendChoice, mustExistLimit, unfilledLimit } from '../backend';
import { inManifest } from '../commands';
import { documented, source } from '../sources';

export const eventBusEnabled = switchAnswer('eventbus.enabled', {
  overlayOnly: true,
  label: 'Use an external event bus',
  help: 'When off: Redis pub/sub, which keeps nothing for a consumer that is offline.',
  ...documented(source.overlayKeys),
  default: true,
});

/** The event bus: the alias, the base chart's own selector, and all that its backends bring. */
export function eventBus(backends: readonly Backend[]): Option {
  const bus = backendChoice({
    key: 'eventbus.backend',
    help: 'What it points to must already exist.',
    backends,
    selector: 'config.EVENT_PUBLISHER',
    switch: { enabled: eventBusEnabled, whileOff: 'redis' },
  });
  const { choice, chosen } = bus;
  /** The switch as it is written: off for a bus that the alias cannot name, or an overlay beneath would select Kafka. */
  const enabled = {
    ...eventBusEnabled,
    writes: {
      path: eventBusEnabled.key,
      value: (isOn: boolean, read?: Read) => isOn && !(read && chosen(read)?.alias === null),
    },
  };
  return {
    id: 'eventbus',
    step: 'event-bus',
    title: 'Event bus',
    summary: 'Carries interaction.recorded.v1 and decision.made.v1 to whoever listens.',
    enabled,
    whileOff: 'events go to Redis pub/sub',
    choice,
    parts: [enabled, ...bus.parts],
    limits: [
      caution('eventbus-redis-fallback', {
        ...whileChosen(eventBusEnabled, false),
        message:
          'Events go to Redis pub/sub, which keeps nothing for a consumer that is offline. The outbox protects an event only until Redis has taken it; what is lost after that is not sent again. Turn the bus on if any consumer must see every event.',
        source: `${source.overlayKeys}; event-stream`,
      }),
      mustExistLimit('eventbus-must-exist', bus),
      unfilledLimit('eventbus-block-unfilled', bus),
      caution('publisher-only-by-config', {
        when: ({ read }) => chosen(read)?.alias === null,
        keys: [choice.selector],
        beside: choice.answer.key,
        message: ({ read }) =>
          `Only EVENT_PUBLISHER selects ${chosen(read)?.title}: see in the rendered ConfigMap that it wins. The base chart’s list has ${chosen(read)?.selector}, the overlay’s eventbus.backend has no name for it. So eventbus.enabled is false here, or an overlay beneath would select Kafka. The documentation says that a false eventbus.enabled falls back to Redis; which of the two wins is not documented. No block for ${chosen(read)?.title} is documented, so its settings are yours to give.`,
        source: source.overlayKeys,
      }),
      ...bus.limits,
    ],
    prerequisites: {
      'publisher-selected': {
        when: ({ read }) => chosen(read)?.alias === null,
        text: ({ read }) =>
          `EVENT_PUBLISHER with the value ${chosen(read)?.selector} in the rendered ConfigMap, although eventbus.enabled is false.`,
        verify: inManifest('EVENT_PUBLISHER'),
        good: ({ read }) => `EVENT_PUBLISHER: ${chosen(read)?.selector}, and no other value of it.`,
        judgedBy: 'person',
        limit: 'publisher-only-by-config',
        origin: 'documented',
      },
    },
  };
}
