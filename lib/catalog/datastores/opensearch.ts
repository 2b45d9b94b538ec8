import { switchAnswer } from '@/lib/domain/declare';
import { whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { documented, source } from '../sources';

const enabled = switchAnswer({
  key: 'opensearch.enabled',
  shows: { in: 'no manifest' },
  label: 'Search with OpenSearch',
  help: 'When off, search runs on Postgres full-text search (tsvector).',
  ...documented(source.datastores),
  default: true,
});

export const opensearch: Option = {
  id: 'opensearch',
  step: 'datastores',
  title: 'Search',
  summary: 'OpenSearch, or the full-text search of Postgres.',
  enabled,
  facts: () => ['OpenSearch'],
  whileOff: 'Postgres full-text search',
  parts: [enabled],
  limits: [
    {
      id: 'search-tsvector',
      severity: 'caution',
      ...whileChosen(enabled, false),
      message:
        'Without OpenSearch, search runs on Postgres tsvector, which is fine for small fleets but caps out under sustained search load and shares the primary with everything else. Turn OpenSearch on for a large fleet.',
      short: 'Postgres tsvector caps out under sustained search load.',
      source: source.datastores,
    },
  ],
  prerequisites: [
    {
      id: 'opensearch',
      when: ({ read }) => read(enabled) === true,
      text: 'OpenSearch, reachable from the cluster. Whether opensearch.enabled also deploys one is not documented: look in the rendered manifest first.',
      verify: 'curl -fsS "$OPENSEARCH_URL/_cluster/health?pretty"',
      origin: 'general',
    },
    {
      id: 'opensearch-selected',
      when: ({ read }) => read(enabled) === true,
      text: 'SEARCH_INDEX, which selects the search backend and is pg by default, pointing at OpenSearch. Whether opensearch.enabled sets it is not documented: look in the rendered manifest.',
      verify: inManifest('SEARCH_INDEX'),
      origin: 'documented',
    },
  ],
};
