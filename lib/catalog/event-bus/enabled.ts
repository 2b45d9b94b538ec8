import { switchAnswer } from '@/lib/domain/declare';
import { advisory } from '@/lib/domain/evidence';
import { source } from '../sources';

export const eventBusEnabled = switchAnswer({
  key: 'eventbus.enabled',
  shows: advisory,
  overlayOnly: true,
  label: 'Use an external event bus',
  help: 'When off, the chart falls back to Redis pub/sub, which keeps nothing for a consumer that is offline.',
  provenance: 'documented',
  source: source.overlayKeys,
  default: true,
});
