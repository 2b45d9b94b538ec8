import { switchAnswer } from '@/lib/domain/declare';
import { documented, source } from '../sources';

export const eventBusEnabled = switchAnswer({
  key: 'eventbus.enabled',
  shows: { in: 'no manifest' },
  overlayOnly: true,
  label: 'Use an external event bus',
  help: 'When off, the chart falls back to Redis pub/sub, which keeps nothing for a consumer that is offline.',
  ...documented(source.overlayKeys),
  default: true,
});
