import { switchAnswer } from '@/lib/domain/declare';
import { source } from '../sources';

export const eventBusEnabled = switchAnswer({
  key: 'eventbus.enabled',
  overlayOnly: true,
  label: 'Use an external event bus',
  help: 'When off, the chart falls back to Redis pub/sub, which keeps nothing for a consumer that is offline.',
  provenance: 'documented',
  source: source.overlayKeys,
  default: true,
});
