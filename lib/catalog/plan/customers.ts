import { switchAnswer, wholeNumber } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { source } from '../sources';

export const activeCustomers = wholeNumber('plan.activeCustomers', {
  label: 'Active customers',
  help: 'Customers that interactions are kept for.',
  unit: 'customers',
  source: source.plan,
  bounds: [0, 10_000_000_000],
});

export const writesPerSecond = wholeNumber('plan.writesPerSecond', {
  label: 'Sustained interaction writes',
  help: 'Interactions recorded each second over a busy hour, not at the peak.',
  unit: 'writes/s',
  source: source.plan,
  bounds: [0, 10_000_000],
});

export const multiRegion = switchAnswer('plan.multiRegion', {
  label: 'More than one region',
  help: 'Interactions must be replicated across regions.',
  source: source.plan,
  default: false,
});

export const customers: Option = {
  id: 'customers',
  step: 'scale',
  title: 'Customers and history',
  summary: 'What the interaction store has to hold. These numbers decide whether Postgres can.',
  parts: [activeCustomers, writesPerSecond, multiRegion],
};
