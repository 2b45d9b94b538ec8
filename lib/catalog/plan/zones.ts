import { wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { source } from '../sources';

export const zones = wholeNumber('plan.zones', {
  label: 'Availability zones',
  help: 'Zones in which the API may run: those of its own nodes, where it has a group of its own.',
  unit: 'zones',
  source: source.plan,
  default: 3,
  bounds: [1, 10],
});

export const zonesOption: Option = {
  id: 'zones',
  step: 'cluster',
  title: 'Zones',
  summary: 'How many availability zones the API’s pods are spread over.',
  parts: [zones],
};
