import { isOn, type Read } from '@/lib/domain/answer';
import { switchAnswer } from '@/lib/domain/declare';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { documented, source } from '../sources';
import { fixedReplicas } from './fixed-replicas';
import { podResources } from './resources';

const mcpDedicated = switchAnswer({
  key: 'mcp.dedicated',
  shows: { in: 'workload' },
  label: 'Run MCP on pods of its own',
  help: 'Keeps LLM-driven tool calls away from the API’s pods. You authorise the tools.',
  ...documented(source.tierLayout),
  default: false,
});

const on = (read: Read) => isOn(read, mcpDedicated);

const replicaCount = fixedReplicas({ tier: 'mcp', pods: 2, when: on });

const pod = podResources({ tier: 'mcp', requests: { cpu: '500m', memory: '1Gi' }, when: on });

export const mcp: Option = {
  id: 'mcp',
  step: 'tiers',
  order: 7,
  optional: { name: 'MCP', needs: 'MCP needs tools that you authorise' },
  title: 'MCP',
  summary: 'Model Context Protocol traffic, isolated from the API.',
  parts: [mcpDedicated, replicaCount, ...pod.parts],
  workload: {
    scaler: 'Fixed',
    note: () => 'for LLM tool calls',
    enabled: mcpDedicated,
    pods: { min: replicaCount, max: replicaCount },
    ...pod.workload,
  },
  limits: [
    {
      id: 'mcp-operator-setup',
      severity: 'limit',
      when: ({ read }) => on(read),
      keys: [mcpDedicated.key],
      message:
        'Which tools a caller of the dedicated MCP pods may use is for you to authorise: the chart does not do it. Write tools stay off in production unless MCP_ALLOW_WRITES=true: set it only after you have reviewed them.',
      short: 'You authorise the tools; writes stay off unless MCP_ALLOW_WRITES=true.',
      source: `${source.honestLimits}; mcp-flow-server`,
    },
  ],
  prerequisites: [
    {
      id: 'mcp-authorisation',
      when: ({ read }) => on(read),
      text: 'A decision on which MCP tools each caller may use, with an API key of role editor or admin for each. Writes need MCP_ALLOW_WRITES=true: when the command finds nothing, production stays read-only.',
      verify: inManifest('MCP_ALLOW_WRITES'),
      limit: 'mcp-operator-setup',
      origin: 'documented',
    },
  ],
};
