import { quantityAnswer } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { source } from '../sources';

const nodeCpu = quantityAnswer({
  key: 'plan.nodeCpu',
  label: 'Allocatable CPU of one node',
  help: 'As kubectl describe node prints under Allocatable, not the size of the machine.',
  unit: 'cores',
  source: source.plan,
  default: '',
  resource: 'cpu',
});

const nodeMemory = quantityAnswer({
  key: 'plan.nodeMemory',
  label: 'Allocatable memory of one node',
  help: 'As kubectl describe node prints under Allocatable.',
  source: source.plan,
  default: '',
  resource: 'memory',
});

export const nodes: Option = {
  id: 'nodes',
  section: 'plan',
  title: 'Nodes',
  summary: 'The size of the nodes that these pods will stand on.',
  parts: [nodeCpu, nodeMemory],
};
