import type { Read } from '@/lib/domain/answer';
import { whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import {
  type Backend,
  backendChoice,
  mustExistLimit,
  selectorKey,
  unfilledLimit,
} from '../backend';
import { source } from '../sources';
import { eventBusEnabled } from './enabled';

/** The event bus: the alias, the base chart's own selector, and one option for each backend. */
export function eventBus(backends: readonly Backend[]): Option[] {
  const choice = backendChoice({
    key: 'eventbus.backend',
    help: 'What it points to must already exist.',
    step: 'event-bus',
    backends,
    when: (read) => read(eventBusEnabled) === true,
  });
  const { alias, chosen, options } = choice;

  /** Every broker must exist; one without a block has only its title to be named by. */
  const mustExist = (read: Read) => {
    const broker = chosen(read);
    return broker && (broker.block?.mustExist(read) ?? `the ${broker.title} broker`);
  };

  const bus: Option = {
    id: 'eventbus',
    step: 'event-bus',
    title: 'Event bus',
    summary: 'Carries interaction.recorded.v1 and decision.made.v1 to whoever listens.',
    enabled: eventBusEnabled,
    whileOff: 'events go to Redis pub/sub',
    parts: [
      eventBusEnabled,
      alias,
      selectorKey('EVENT_PUBLISHER', eventBusEnabled.key, (read) =>
        read(eventBusEnabled) === false ? 'redis' : chosen(read)?.selector,
      ),
    ],
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
      mustExistLimit('eventbus-must-exist', choice, mustExist),
      unfilledLimit('eventbus-block-unfilled', choice),
    ],
  };

  return [bus, ...options];
}
