import { quantityAnswer } from '@/lib/domain/declare';
import type { Resources } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { plural } from '@/lib/domain/plural';
import { zones } from '../cluster/zones';
import { source } from '../sources';

const nodeCpu = quantityAnswer({
  key: 'plan.nodeCpu',
  label: 'CPU of one node',
  help: 'As kubectl describe node prints under Allocatable, not the size of the machine.',
  unit: 'cores',
  source: source.plan,
  default: '',
  resource: 'cpu',
});

const nodeMemory = quantityAnswer({
  key: 'plan.nodeMemory',
  label: 'Memory of one node',
  help: 'As kubectl describe node prints under Allocatable.',
  source: source.plan,
  default: '',
  resource: 'memory',
});

export const nodes: Option = {
  id: 'nodes',
  step: 'cluster',
  title: 'Nodes',
  summary: 'What one node leaves for pods, as kubectl describe node prints under Allocatable.',
  node: { cpu: nodeCpu, memory: nodeMemory, zones },
  parts: [nodeCpu, nodeMemory],
  prerequisites: [
    {
      id: 'node-room',
      text: ({ capacity: { min, max } }) =>
        `Room for ${resources(min)} at the floor, and nodes or an autoscaler for ${resources(max)} at the ceiling, beside what runs there already. What finds no room stays Pending.`,
      verify:
        "kubectl get nodes -o custom-columns='NAME:.metadata.name,CPU:.status.allocatable.cpu,MEMORY:.status.allocatable.memory'",
      origin: 'general',
    },
  ],
};

const resources = ({ pods, cpu, memoryGiB }: Resources) =>
  `${plural(pods, 'pod that requests', 'pods that request')} ${cpu} CPU and ${memoryGiB} GiB`;
