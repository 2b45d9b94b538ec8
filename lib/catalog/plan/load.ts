import { switchAnswer, wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { source } from '../sources';

export const peakRps = wholeNumber({
  key: 'plan.peakRps',
  label: 'Requests at peak',
  help: 'Recommendations and responses together, in the busiest second you plan for.',
  unit: 'requests/s',
  source: source.plan,
  default: '',
  min: 1,
  max: 10_000_000,
});

export const rpsPerPod = wholeNumber({
  key: 'plan.rpsPerPod',
  label: 'Measured rate of one API pod',
  help: 'What k6 measured on one API pod of this very size. Leave it blank rather than guess.',
  unit: 'requests/s a pod',
  source: source.plan,
  default: '',
  min: 1,
  max: 10_000_000,
});

export const zones = wholeNumber({
  key: 'plan.zones',
  label: 'Availability zones',
  help: 'Zones that your nodes stand in.',
  unit: 'zones',
  source: source.plan,
  default: 3,
  min: 1,
  max: 10,
});

export const activeCustomers = wholeNumber({
  key: 'plan.activeCustomers',
  label: 'Active customers',
  help: 'Customers that interactions are kept for.',
  unit: 'customers',
  source: source.plan,
  default: '',
  min: 0,
  max: 10_000_000_000,
});

export const writesPerSecond = wholeNumber({
  key: 'plan.writesPerSecond',
  label: 'Sustained interaction writes',
  help: 'Interactions recorded each second over a busy hour, not at the peak.',
  unit: 'writes/s',
  source: source.plan,
  default: '',
  min: 0,
  max: 10_000_000,
});

export const multiRegion = switchAnswer({
  key: 'plan.multiRegion',
  label: 'More than one region',
  help: 'Interactions must be replicated across regions.',
  source: source.plan,
  default: false,
});

export const load: Option = {
  id: 'load',
  section: 'scale',
  title: 'Expected load',
  summary: 'Your own numbers. They change no value by themselves; they decide which limits apply.',
  parts: [peakRps, rpsPerPod, zones, activeCustomers, writesPerSecond, multiRegion],
};
