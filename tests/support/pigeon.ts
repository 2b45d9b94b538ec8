import { hostPortList } from '@/lib/catalog/text-patterns';
import { textAnswer } from '@/lib/domain/declare';
import type { Backend } from '@/lib/domain/option';
import { shellFlag } from '@/lib/domain/shell-quote';

const servers = textAnswer('pigeon.servers', {
  ...hostPortList,
  label: 'Servers',
  help: 'The servers to connect to first.',
  source: 'a test',
  example: 'pigeon-1:4222',
});

/** A backend that KaireonAI does not have: one object and one entry of the registry, and nothing else can know of it. */
export const pigeon: Backend = {
  id: 'pigeon',
  title: 'Pigeon',
  summary: 'A backend that only tests know.',
  selector: 'pigeon',
  block: { enabled: 'pigeon.enabled', answers: [servers], required: servers },
  mustExist: () => 'the Pigeon cluster',
  limits: [
    {
      id: 'pigeon-made-up',
      severity: 'caution',
      when: 'always',
      keys: ['pigeon.servers'],
      message: 'Pigeon is made up, and flies.',
      source: 'a test',
    },
  ],
  prerequisites: {
    'pigeon-cluster': {
      text: 'A Pigeon cluster.',
      verify: ({ read }) => `pigeon ${shellFlag('--server', read(servers), 'PIGEON_URL')} rtt`,
      origin: 'general',
    },
  },
};
