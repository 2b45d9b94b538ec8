import { switchAnswer } from '@/lib/domain/declare';
import { caution, limit, whileChosen } from '@/lib/domain/limit';
import type { Option } from '@/lib/domain/option';
import { inManifest } from '../commands';
import { documented, source } from '../sources';

export const openSearchEnabled = switchAnswer('opensearch.enabled', {
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
  enabled: openSearchEnabled,
  facts: (read) => [read(openSearchEnabled) === undefined ? 'left to the chart' : 'OpenSearch'],
  whileOff: 'Postgres full-text search',
  parts: [openSearchEnabled],
  limits: [
    caution('search-tsvector', {
      ...whileChosen(openSearchEnabled, false),
      message:
        'Search on Postgres tsvector caps out under sustained search load. It is fine for small fleets and shares the primary with everything else. Turn OpenSearch on for a large fleet.',
      source: source.datastores,
    }),
    limit('opensearch-must-exist', {
      ...whileChosen(openSearchEnabled, true),
      message:
        'No address of OpenSearch is written: it must exist, and OPENSEARCH_* must name it. Where the chart takes those variables from is not documented, nor whether opensearch.enabled also installs an OpenSearch. Give the address in a values file or Secret of your own, and look in the rendered manifest for what the flag creates.',
      source: `${source.datastores}; ${source.environment}`,
    }),
  ],
  prerequisites: {
    opensearch: {
      when: ({ read }) => read(openSearchEnabled) === true,
      text: 'OpenSearch, reachable from the cluster. Where it asks for a login, curl takes it from ~/.netrc.',
      verify:
        'curl -fsS --netrc-optional "$OPENSEARCH_URL/_cluster/health" | grep -E \'"status": *"(green|yellow)"\'',
      good: 'The status green, or yellow where a replica is missing.',
      limit: 'opensearch-must-exist',
    },
    'opensearch-selected': {
      when: ({ read }) => read(openSearchEnabled) === true,
      text: 'SEARCH_INDEX, which selects the search backend and is pg by default, pointing at OpenSearch, and OPENSEARCH_* with its address. Whether opensearch.enabled sets either is not documented.',
      verify: inManifest('SEARCH_INDEX|OPENSEARCH_'),
      good: 'SEARCH_INDEX with another value than pg, and a variable with your OpenSearch’s address.',
      judgedBy: 'person',
      limit: 'opensearch-must-exist',
      origin: 'documented',
    },
  },
};
