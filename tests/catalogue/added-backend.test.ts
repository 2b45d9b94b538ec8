import { describe, expect, it } from 'vitest';
import type { Backend } from '@/lib/catalog/backend';
import { kaireonCatalog } from '@/lib/catalog/catalog';
import { eventBusBackends } from '@/lib/catalog/event-bus/registry';
import { interactionStoreBackends } from '@/lib/catalog/interaction-store/registry';
import { hostPortList } from '@/lib/catalog/text-patterns';
import { textAnswer } from '@/lib/domain/declare';
import { shellFlag } from '@/lib/domain/shell-quote';
import { openLink } from '@/lib/link/link';
import { brokenLaws } from '../support/file-laws';
import { fileOf, type Given, readingOf, valuesOf } from '../support/reading';

// All that there is to say of a backend, as its own file would say it. Nothing outside of this object knows of it.
const servers = textAnswer({
  ...hostPortList,
  key: 'nats.servers',
  label: 'Servers',
  help: 'The servers to connect to first.',
  source: 'a test',
  example: 'nats-1:4222,nats-2:4222',
});
const nats: Backend = {
  id: 'nats',
  title: 'NATS',
  summary: 'A backend that only this test knows.',
  selector: 'nats',
  block: { answers: [servers], required: servers, mustExist: () => 'the NATS cluster' },
  limits: [
    {
      id: 'nats-made-up',
      severity: 'caution',
      when: 'always',
      keys: ['nats.servers'],
      message: () => 'NATS is made up.',
      short: 'Made up.',
      source: 'a test',
    },
  ],
  prerequisites: [
    {
      id: 'nats-cluster',
      text: () => 'A NATS cluster.',
      verify: ({ read }) => `nats ${shellFlag('--server', read(servers), 'NATS_URL')} rtt`,
      origin: 'general',
    },
  ],
};

const withNats = kaireonCatalog({ eventBuses: [...eventBusBackends, nats] });
const CHOSEN = { 'eventbus.backend': 'nats' };
const FILLED = { ...CHOSEN, 'nats.servers': 'nats-1:4222' };
const reading = (given: Given) => readingOf(given, withNats);
const idsOf = (given: Given) => reading(given).limits.map(({ id }) => id);

describe('a backend that is one object and one entry of the registry', () => {
  it('can be chosen', () => {
    const shape = withNats.answer.get('eventbus.backend')?.shape;
    expect(shape?.type === 'choice' && shape.choices.at(-1)).toEqual({
      value: 'nats',
      label: 'NATS',
      summary: 'A backend that only this test knows.',
    });
    expect(reading({ 'eventbus.backend': 'rabbit' }).faults[0]?.message).toBe(
      'Choose kafka, kinesis, pulsar or nats.',
    );
  });

  it('is asked for its answers, in a section of the form', () => {
    const option = withNats.options.find(({ id }) => id === 'nats');
    expect(option).toMatchObject({ step: 'event-bus', title: 'NATS' });
    const answer = withNats.answer.get('nats.servers');
    expect(answer).toMatchObject({ label: 'Servers', default: '', provenance: 'unverified' });
    expect(answer && reading(CHOSEN).isActive(answer)).toBe(true);
    expect(answer && reading({}).isActive(answer)).toBe(false);
  });

  it('is validated', () => {
    const { faults } = reading({ ...CHOSEN, 'nats.servers': 'nowhere' });
    expect(faults).toMatchObject([{ key: 'nats.servers' }]);
    expect(faults[0]?.message).toContain('nats-1:4222,nats-2:4222');
    expect(reading(FILLED).faults).toEqual([]);
    expect(reading({ 'nats.servers': 'nowhere' }).faults).toEqual([]);
  });

  it('has its block and its selector in the file, and those of no other', () => {
    const values = valuesOf(FILLED, withNats);
    expect(values).toMatchObject({
      eventbus: { enabled: true, backend: 'nats' },
      nats: { enabled: true, servers: 'nats-1:4222' },
      config: { EVENT_PUBLISHER: 'nats', INTERACTION_STORE: 'dynamodb' },
    });
    expect(values).not.toHaveProperty('kafka');
    expect(Object.keys(values).indexOf('nats')).toBe(Object.keys(values).indexOf('eventbus') + 1);
    const file = fileOf(FILLED, withNats);
    expect(brokenLaws(file, reading(FILLED).limits)).toEqual([]);
    expect(file).toMatch(/# unverified path.*\nnats:\n/);
  });

  it('has its parameter in the link', () => {
    expect(reading(FILLED).link).toBe('v=1&eventbus.backend=nats&nats.servers=nats-1%3A4222');
    const { raw, notices } = openLink(withNats, reading(FILLED).link);
    expect({ raw, notices }).toEqual({ raw: reading(FILLED).raw, notices: [] });
  });

  it('brings its own limits and those that every backend has, while it is chosen', () => {
    expect(idsOf({})).not.toContain('nats-made-up');
    expect(idsOf(CHOSEN)).toEqual(
      expect.arrayContaining(['nats-made-up', 'eventbus-block-unfilled', 'eventbus-must-exist']),
    );
    expect(idsOf(FILLED)).not.toContain('eventbus-block-unfilled');
    expect(idsOf({ ...CHOSEN, 'eventbus.enabled': 'false' })).not.toContain('nats-made-up');
    const limit = (id: string) => reading(CHOSEN).limits.find((one) => one.id === id);
    expect(limit('eventbus-must-exist')?.message).toMatch(/nats.*the NATS cluster/);
    expect(limit('eventbus-block-unfilled')).toMatchObject({ keys: ['nats.servers'] });
    expect(limit('block-boots-when-enabled')?.keys).toEqual(['nats.enabled', 'dynamodb.enabled']);
  });

  it('brings its prerequisites, with its answers in their commands', () => {
    const option = withNats.options.find(({ id }) => id === 'nats');
    const [needed] = option?.prerequisites ?? [];
    const situation = reading(FILLED);
    expect(needed?.id).toBe('nats-cluster');
    expect(needed?.when?.(situation)).toBe(true);
    expect(needed?.when?.({ ...situation, read: reading({}).read })).toBe(false);
    expect(needed?.verify(situation)).toBe('nats --server nats-1:4222 rtt');
  });

  it('can be an interaction store as well', () => {
    const stores = kaireonCatalog({ interactionStores: [...interactionStoreBackends, nats] });
    const values = valuesOf({ 'interactionStore.backend': 'nats' }, stores);
    expect(values).toMatchObject({
      nats: { enabled: true },
      config: { INTERACTION_STORE: 'nats' },
    });
  });

  it('leaves no hole in a sentence when it has no block', () => {
    const { block: _, ...bare } = nats;
    const catalog = kaireonCatalog({ eventBuses: [...eventBusBackends, { ...bare, limits: [] }] });
    for (const { message, short } of readingOf(CHOSEN, catalog).limits) {
      expect(`${message} ${short}`).not.toContain('undefined');
    }
  });

  it('leaves everything else as it was', () => {
    expect(fileOf({}, withNats)).toBe(fileOf());
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
    expect(faults[0]?.message).toBe('Choose kafka or kinesis.');
    expect(fileOf({}, withoutPulsar)).toBe(fileOf());
  });
});
