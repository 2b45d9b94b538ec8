import { switchAnswer } from '@/lib/domain/declare';
import { limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { documented, source } from '../sources';
import { fixedPods } from './pods';

const mcpDedicated = switchAnswer('mcp.dedicated', {
  shows: { in: 'workload' },
  label: 'Run MCP on pods of its own',
  help: 'Keeps LLM-driven tool calls away from the API’s pods. You authorise the tools.',
  ...documented(source.tierLayout),
  default: false,
});

const pods = fixedPods({
  count: ['mcp.replicaCount', 2],
  requests: {
    cpu: ['mcp.resources.requests.cpu', '500m'],
    memory: ['mcp.resources.requests.memory', '1Gi'],
  },
});

export const mcp: Option = {
  id: 'mcp',
  step: 'tiers',
  order: 7,
  optional: { name: 'MCP', needs: 'MCP needs tools that you authorise' },
  title: 'MCP',
  summary: 'Model Context Protocol traffic, isolated from the API.',
  parts: [mcpDedicated, pods.count, ...pods.resources],
  enabled: mcpDedicated,
  workload: { ...pods.workload, note: () => 'for LLM tool calls' },
  limits: [
    limit('mcp-operator-setup', {
      ...whileChosen(mcpDedicated, true),
      message:
        'You authorise the MCP tools, and writes stay off unless MCP_ALLOW_WRITES=true. The chart does not decide which tools a caller may use. Turn writes on in production only after you have reviewed the tools.',
      source: `${source.honestLimits}; mcp-flow-server`,
    }),
  ],
  prerequisites: {
    'mcp-authorisation': {
      when: ({ read }) => read(mcpDedicated) === true,
      text: 'A decision on which MCP tools each caller may use, with an API key of role editor or admin for each. Writes need MCP_ALLOW_WRITES=true.',
      verify: inManifest('MCP_ALLOW_WRITES'),
      good: 'Nothing, and production stays read-only; or the value true, where you have reviewed the tools that write.',
      judgedBy: 'person',
      limit: 'mcp-operator-setup',
      origin: 'documented',
    },
  },
};
