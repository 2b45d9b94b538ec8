import { describe, expect, it } from 'vitest';
import { kaireonCatalog } from '@/lib/catalog/catalog';
import { eventBusBackends } from '@/lib/catalog/event-bus/registry';
import { interactionStoreBackends } from '@/lib/catalog/interaction-store/registry';
import { hostPortList } from '@/lib/catalog/text-patterns';
import { textAnswer } from '@/lib/domain/declare';
import type { Backend } from '@/lib/domain/option';
import { shellFlag } from '@/lib/domain/shell-quote';
import { openLink } from '@/lib/link/link';
import { prerequisitesOf } from '@/lib/reading/prerequisites';
import { brokenLaws } from '../support/file-laws';
import { fileOf, type Given, readingOf, valuesOf } from '../support/reading';

// All that there is to say of a backend, as its own file would say it. Nothing outside of this object knows of it.
const servers = textAnswer({
  ...hostPortList,
  key: 'pigeon.servers',
  label: 'Servers',
  help: 'The servers to connect to first.',
  source: 'a test',
  example: 'pigeon-1:4222,pigeon-2:4222',
});
const pigeon: Backend = {
  id: 'pigeon',
  title: 'Pigeon',
  summary: 'A backend that only this test knows.',
  selector: 'pigeon',
  block: { root: 'pigeon', answers: [servers], required: servers },
  mustExist: () => 'the Pigeon cluster',
  limits: [
    {
      id: 'pigeon-made-up',
      severity: 'caution',
      when: 'always',
      keys: ['pigeon.servers'],
      message: () => 'Pigeon is made up.',
      short: 'Made up.',
      source: 'a test',
    },
  ],
  prerequisites: [
    {
      id: 'pigeon-cluster',
      text: () => 'A Pigeon cluster.',
      verify: ({ read }) => `pigeon ${shellFlag('--server', read(servers), 'PIGEON_URL')} rtt`,
      origin: 'general',
    },
  ],
};

const withPigeon = kaireonCatalog({ eventBuses: [...eventBusBackends, pigeon] });
const CHOSEN = { 'eventbus.backend': 'pigeon' };
const FILLED = { ...CHOSEN, 'pigeon.servers': 'pigeon-1:4222' };
const reading = (given: Given) => readingOf(given, withPigeon);
const idsOf = (given: Given) => reading(given).limits.map(({ id }) => id);

describe('a backend that is one object and one entry of the registry', () => {
  it('can be chosen', () => {
    const shape = withPigeon.answer.get('eventbus.backend')?.shape;
    expect(shape?.type === 'choice' && shape.choices.at(-1)).toEqual({
      value: 'pigeon',
      label: 'Pigeon',
      summary: 'A backend that only this test knows.',
    });
    expect(reading({ 'eventbus.backend': 'rabbit' }).faults[0]?.message).toMatch(
      /^Choose kafka, kinesis, .* or pigeon\.$/,
    );
  });

  it('is asked for its answers, in a section of the form', () => {
    const answer = withPigeon.answer.get('pigeon.servers');
    expect(answer).toMatchObject({ label: 'Servers', default: '', provenance: 'unverified' });
    expect(answer && reading(CHOSEN).isActive(answer)).toBe(true);
    expect(answer && reading({}).isActive(answer)).toBe(false);
  });

  it('is validated', () => {
    const { faults } = reading({ ...CHOSEN, 'pigeon.servers': 'nowhere' });
    expect(faults).toMatchObject([{ key: 'pigeon.servers' }]);
    expect(faults[0]?.message).toContain('pigeon-1:4222,pigeon-2:4222');
    expect(reading(FILLED).faults).toEqual([]);
    expect(reading({ 'pigeon.servers': 'nowhere' }).faults).toEqual([]);
  });

  it('has its block and its selector in the file, and those of no other', () => {
    const values = valuesOf(FILLED, withPigeon);
    expect(values).toMatchObject({
      eventbus: { enabled: true, backend: 'pigeon' },
      pigeon: { enabled: true, servers: 'pigeon-1:4222' },
      config: { EVENT_PUBLISHER: 'pigeon', INTERACTION_STORE: 'dynamodb' },
    });
    expect(values).not.toHaveProperty('kafka');
    expect(Object.keys(values).indexOf('pigeon')).toBe(Object.keys(values).indexOf('eventbus') + 1);
    const file = fileOf(FILLED, withPigeon);
    expect(brokenLaws(file, reading(FILLED).limits)).toEqual([]);
    expect(file).toMatch(/# unverified path.*\npigeon:\n/);
  });

  it('has its parameter in the link', () => {
    expect(reading(FILLED).link).toBe('v=1&eventbus.backend=pigeon&pigeon.servers=pigeon-1%3A4222');
    const { raw, notices } = openLink(withPigeon, reading(FILLED).link);
    expect({ raw, notices }).toEqual({ raw: reading(FILLED).raw, notices: [] });
  });

  it('brings its own limits and those that every backend has, while it is chosen', () => {
    expect(idsOf({})).not.toContain('pigeon-made-up');
    expect(idsOf(CHOSEN)).toEqual(
      expect.arrayContaining(['pigeon-made-up', 'eventbus-block-unfilled', 'eventbus-must-exist']),
    );
    expect(idsOf(FILLED)).not.toContain('eventbus-block-unfilled');
    expect(idsOf({ ...CHOSEN, 'eventbus.enabled': 'false' })).not.toContain('pigeon-made-up');
    const limit = (id: string) => reading(CHOSEN).limits.find((one) => one.id === id);
    expect(limit('eventbus-must-exist')?.message).toMatch(/pigeon.*the Pigeon cluster/);
    expect(limit('eventbus-block-unfilled')).toMatchObject({ keys: ['pigeon.servers'] });
    expect(limit('block-boots-when-enabled')?.keys).toEqual(['pigeon.enabled', 'dynamodb.enabled']);
  });

  it('brings its prerequisites, with its answers in their commands', () => {
    const neededFor = (given: Given) =>
      prerequisitesOf(withPigeon, reading(given)).find(({ id }) => id === 'pigeon-cluster');
    expect(neededFor({})).toBeUndefined();
    expect(neededFor(FILLED)).toMatchObject({
      option: 'Pigeon',
      verify: 'pigeon --server pigeon-1:4222 rtt',
    });
  });

  it('can be an interaction store as well', () => {
    const stores = kaireonCatalog({ interactionStores: [...interactionStoreBackends, pigeon] });
    const values = valuesOf({ 'interactionStore.backend': 'pigeon' }, stores);
    expect(values).toMatchObject({
      pigeon: { enabled: true },
      config: { INTERACTION_STORE: 'pigeon' },
    });
  });

  it('leaves no hole in a sentence when it has no block', () => {
    const { block: _, mustExist: __, ...bare } = pigeon;
    const catalog = kaireonCatalog({ eventBuses: [...eventBusBackends, { ...bare, limits: [] }] });
    for (const { message, short } of readingOf(CHOSEN, catalog).limits) {
      expect(`${message} ${short}`).not.toContain('undefined');
    }
  });

  it('leaves everything else as it was', () => {
    expect(fileOf({}, withPigeon)).toBe(fileOf());
    expect(reading({ 'eventbus.backend': 'kinesis' }).link).toBe('v=1&eventbus.backend=kinesis');
  });
});

describe('a backend that is taken away', () => {
  const withoutPulsar = kaireonCatalog({
    eventBuses: eventBusBackends.filter(({ id }) => id !== 'pulsar'),
  });

  it('is gone from answers, limits and messages', () => {
    expect(withoutPulsar.answer.has('pulsar.serviceUrl')).toBe(false);
    expect(withoutPulsar.allLimits.map(({ id }) => id)).not.toContain('pulsar-undocumented');
    const { faults } = readingOf({ 'eventbus.backend': 'pulsar' }, withoutPulsar);
    expect(faults[0]?.message).toMatch(/^Choose kafka(?!.*pulsar).* or \w+\.$/);
    expect(fileOf({}, withoutPulsar)).toBe(fileOf());
  });
});
