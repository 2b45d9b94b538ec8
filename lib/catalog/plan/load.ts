import { wholeNumber } from '@/lib/domain/declare';
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

export const load: Option = {
  id: 'load',
  step: 'scale',
  title: 'Expected load',
  summary: 'Your own numbers. They change no value by themselves; they decide which limits apply.',
  parts: [peakRps, rpsPerPod],
};
