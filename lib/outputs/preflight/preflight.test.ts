import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { textIn } from '@/lib/domain/limit';
import { EVERYWHERE, prerequisitesOf } from '@/lib/reading/prerequisites';
import { readAnswers } from '@/lib/reading/reading';
import { preflightMarkdown } from './preflight';

const reading = (given: Record<string, string> = {}) =>
  readAnswers(catalog, completeAnswers(catalog, given));
const idsOf = (given?: Record<string, string>) =>
  prerequisitesOf(catalog, reading(given)).map(({ id }) => id);

const everywhere = [
  'versions',
  'namespace',
  'production-secrets',
  'network-reach',
  'network-policies',
  'paths-checked',
  'load-test',
];
const tiers = [
  'api-node-group',
  'api-zones',
  'api-spread-selector',
  'metrics-server',
  'keda',
  'worker-inprocess',
  'cron-secret',
];
const postgres = ['postgres-primary', 'postgres-secret', 'postgres-replicas'];
const redis = ['redis', 'redis-secret', 'redis-eviction', 'redis-cluster-clients'];

describe('prerequisitesOf', () => {
  it('lists what the documented overlay needs, in the order of the questions', () => {
    expect(idsOf()).toEqual([
      ...everywhere,
      ...tiers,
      ...postgres,
      ...redis,
      'opensearch',
      'opensearch-selected',
      'kafka-brokers',
      'kafka-topics',
      'interaction-store-history',
      'dynamodb-table',
      'dynamodb-role',
      'node-room',
    ]);
  });

  it('lists what was chosen and nothing of what was not', () => {
    const ids = idsOf({
      'plan.apiNodeGroup': 'false',
      'plan.apiZoneSpread': 'off',
      'stream.enabled': 'true',
      'mcp.dedicated': 'true',
      postgresExternalReplicas: '0',
      'plan.postgresProvider': 'aurora',
      'redis.cluster': 'false',
      'opensearch.enabled': 'false',
      'eventbus.backend': 'kinesis',
      'interactionStore.backend': 'pg',
      'plan.postgresMaxConnections': '800',
    });
    expect(ids).toEqual([
      ...everywhere,
      'metrics-server',
      'keda',
      'worker-inprocess',
      'cron-secret',
      'stream-consumer',
      'mcp-authorisation',
      'postgres-primary',
      'postgres-secret',
      'postgres-aurora',
      'redis',
      'redis-secret',
      'redis-eviction',
      'kinesis-stream',
      'kinesis-role',
      'node-room',
      'postgres-max-connections',
    ]);
  });

  it('asks a bus that is off for nothing', () => {
    const ids = idsOf({ 'eventbus.enabled': 'false' });
    expect(ids.filter((id) => /kafka|kinesis|pulsar/.test(id))).toEqual([]);
  });

  it('fills in the names that the operator gave, and a variable where there is none', () => {
    const commandOf = (id: string, given?: Record<string, string>) =>
      prerequisitesOf(catalog, reading(given)).find((one) => one.id === id)?.verify;
    expect(commandOf('dynamodb-table')).toMatch(/^aws dynamodb describe-table --table-name "\$DYN/);
    expect(
      commandOf('dynamodb-table', {
        'dynamodb.tableName': '-orders',
        'dynamodb.region': 'eu-west-1',
      }),
    ).toMatch(/^aws dynamodb describe-table --table-name=-orders --region eu-west-1 /);
    expect(commandOf('postgres-replicas', { 'plan.postgresProvider': 'rds' })).toMatch(
      /^aws rds describe-db-instances /,
    );
    expect(commandOf('postgres-replicas', { 'plan.postgresProvider': 'aurora' })).toMatch(
      /^aws rds describe-db-clusters /,
    );
  });

  it('names a limit only while that limit applies', () => {
    const zones = (spread: string) =>
      prerequisitesOf(catalog, reading({ 'plan.apiZoneSpread': spread })).find(
        ({ id }) => id === 'api-zones',
      );
    expect(zones('strict')?.limit).toBe('zone-strict-pending');
    expect(zones('soft')).not.toHaveProperty('limit');
  });

  it('says under which heading and option each is read', () => {
    const all = prerequisitesOf(catalog, reading());
    expect(all[0]).toMatchObject({ section: EVERYWHERE, option: '' });
    expect(all.find(({ id }) => id === 'keda')).toMatchObject({
      section: 'Tiers',
      option: 'Worker',
    });
  });
});

describe('every prerequisite of the catalogue', () => {
  const all = [
    ...(catalog.prerequisites ?? []),
    ...catalog.options.flatMap(({ prerequisites = [] }) => prerequisites),
  ];

  it('has an id of its own', () => {
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('answers a limit that there is', () => {
    const limits = catalog.allLimits.map(({ id }) => id);
    for (const { id, limit } of all) {
      if (limit !== undefined) expect(limits, id).toContain(limit);
    }
  });

  it('never asks for a secret’s value and never prints one', () => {
    for (const { id, verify } of all) {
      const command = textIn(reading(), verify);
      expect(command, id).not.toMatch(
        /base64|get secrets? .*-o (?:json|yaml)\b|printenv|-o jsonpath=.*data/,
      );
      expect(command, id).not.toMatch(/echo "?\$\{?[A-Z_]*(?:URL|SECRET|KEY|PEPPER)/);
    }
  });
});

describe('preflightMarkdown', () => {
  it('is deterministic text with LF and one final newline', () => {
    const text = preflightMarkdown(catalog, reading());
    expect(text).toBe(preflightMarkdown(catalog, reading()));
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/[\r\t\0]| $/m);
  });

  it('has a box, a origin and a command for each prerequisite', () => {
    const all = prerequisitesOf(catalog, reading());
    const text = preflightMarkdown(catalog, reading());
    expect(text.match(/^- \[ \] /gm)).toHaveLength(all.length);
    expect(text.match(/^ {2}\*(?:documented|general practice)\* · `/gm)).toHaveLength(all.length);
    for (const { verify } of all) expect(text).toContain(`  ${verify}\n`);
  });

  it('says for which answers it was made', () => {
    expect(preflightMarkdown(catalog, reading())).toContain('\nAnswers: `defaults`\n');
    expect(preflightMarkdown(catalog, reading({ 'redis.cluster': 'false' }))).toContain(
      '\nAnswers: `v=1&redis.cluster=false`\n',
    );
  });

  it('shows an item as written down here by hand', () => {
    expect(preflightMarkdown(catalog, reading({ 'eventbus.backend': 'kinesis' }))).toContain(
      `
## Event bus

- [ ] **Kinesis.** The Kinesis stream, ACTIVE, with shards for your peak.

  *documented* · \`kinesis-stream\` · answers the limit \`eventbus-must-exist\`: Selects the wire path only: the Kinesis stream must already exist.

  \`\`\`sh
  aws kinesis describe-stream-summary --stream-name "$KINESIS_STREAM"
  \`\`\`
`,
    );
  });

  it('takes the meaning from a name that looks like Markdown', () => {
    const text = preflightMarkdown(
      catalog,
      reading({
        'interactionStore.backend': 'scylla',
        'scylla.localDataCenter': '<img src=x> *dc* ```',
      }),
    );
    expect(text).toContain('The data centre \\<img src=x\\> \\*dc\\* \\`\\`\\`, spelled');
    expect(text).toContain("  ````sh\n  cqlsh -e 'SELECT data_center");
  });
});
