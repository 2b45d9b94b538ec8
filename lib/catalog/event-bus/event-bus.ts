import { whileChosen } from '@/lib/domain/limit';
import type { Backend, Option } from '@/lib/domain/option';
import { backendChoice, mustExistLimit, unfilledLimit } from '../backend';
import { source } from '../sources';
import { eventBusEnabled } from './enabled';

/** The event bus: the alias, the base chart's own selector, and all that its backends bring. */
export function eventBus(backends: readonly Backend[]): Option {
  const bus = backendChoice({
    key: 'eventbus.backend',
    help: 'What it points to must already exist.',
    backends,
    selector: 'EVENT_PUBLISHER',
    switch: { enabled: eventBusEnabled, whileOff: 'redis' },
  });
  return {
    id: 'eventbus',
    step: 'event-bus',
    title: 'Event bus',
    summary: 'Carries interaction.recorded.v1 and decision.made.v1 to whoever listens.',
    enabled: eventBusEnabled,
    whileOff: 'events go to Redis pub/sub',
    choice: bus.choice,
    parts: [eventBusEnabled, ...bus.parts],
    limits: [
      {
        id: 'eventbus-redis-fallback',
        severity: 'caution',
        ...whileChosen(eventBusEnabled, false),
        message:
          'With the external bus off, events go to Redis pub/sub, which keeps nothing for a consumer that is offline. The outbox protects an event only until Redis has taken it; what is lost after that is not sent again. Turn the bus on if any consumer must see every event.',
        short: 'Redis pub/sub keeps nothing for a consumer that is offline.',
        source: `${source.overlayKeys}; event-stream`,
      },
      mustExistLimit('eventbus-must-exist', bus),
      unfilledLimit('eventbus-block-unfilled', bus),
      ...bus.limits,
    ],
  };
}
