import { expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import { type Given, given, readingOf } from '@/tests/support/reading';
import { topology, topologyText } from './topology';
import { escapeXml, TOPOLOGY_CSS, topologySvg } from './topology-svg';

const modelOf = (given: Given = {}) => topology(catalog, readingOf(given));
const boxOf = (id: string, given?: Given) => modelOf(given).boxes.find((box) => box.id === id);
const linesOf = (given?: Given) => modelOf(given).arrows.map(({ from, to }) => `${from} → ${to}`);

it('the boxes are the tiers of the chart and what the operator provides', () => {
  const kinds = modelOf().boxes.map(({ id, kind }) => `${id}: ${kind}`);
  const expected = [
    ...['api: chart', 'worker: chart', 'mlWorker: chart', 'outboxPublisher: chart'],
    ...['cron: chart', 'stream: off', 'mcp: off', 'postgres: operator', 'redis: operator'],
    ...['opensearch: operator', 'eventbus: operator', 'interactionStore: operator'],
  ];
  expect(kinds.filter((kind) => expected.includes(kind))).toEqual(expected);
});

it.each([
  ['mcp', 'mcp.dedicated=true&mcp.replicaCount=1', '1 pod; 500m CPU, 1Gi each'],
  ['cron', '', '7 jobs (values-large says 6)'],
  ['cron', 'cron.schedules.cleanup.enabled=false', '6 of 7 jobs (values-large says 6)'],
  ['worker', 'worker.keda.maxReplicaCount=x', 'size left to the chart or not sound'],
  ['eventbus', 'eventbus.backend=kinesis&kinesis.streamName=orders', 'Kinesis; orders'],
  ['eventbus', '', 'Kafka; not filled in yet'],
  ['eventbus', 'eventbus.backend=msk', 'Amazon MSK; its settings are yours to give'],
  ['interactionStore', 'interactionStore.backend=pg', 'Postgres; nothing more to provide'],
  ['postgres', '', 'primary, 2 read replicas'],
  ['postgres', 'postgresExternalReplicas=0&plan.postgresProvider=rds', 'primary only; Amazon RDS'],
  ['redis', '', 'cluster mode'],
  ['opensearch', 'opensearch.enabled=false', 'off; Postgres full-text search'],
  ['stream', 'stream.enabled=', 'left to the chart, and off as documented'],
])('the boxes say of %s with "%s": %s', (id, answers, says) => {
  const box = boxOf(id, given(answers));
  expect(box?.says.join('; ')).toBe(says);
});

it('the boxes bear the limits that touch them', () => {
  const marksOf = (id: string, given?: Given) =>
    boxOf(id, given)?.marks.map(({ severity, limits }) => [severity, ...limits]);
  expect(marksOf('api')).toEqual([
    ['caution', 'zone-spread-selector'],
    ['limit', 'api-group-taints', 'zone-strict-pending', 'zone-loss'],
  ]);
  const short = { 'plan.postgresPoolSize': '99', 'plan.postgresMaxConnections': '1' };
  expect(marksOf('postgres', short)).toEqual([
    ['caution', 'postgres-connections'],
    ['limit', 'postgres-replicas-advisory'],
  ]);
});

it('the boxes bear or leave to the whole every limit that there is', () => {
  for (const given of [{ 'redis.cluster': 'false' }, { 'eventbus.enabled': 'false' }]) {
    const { boxes, marks } = modelOf(given);
    const borne = [...boxes.flatMap((box) => box.marks), ...marks].flatMap(({ limits }) => limits);
    const all = readingOf(given).limits.map(({ id }) => id);
    expect([...new Set(borne)].sort()).toEqual([...all].sort());
  }
});

it('the arrows join what is there', () => {
  expect(linesOf().sort()).toEqual([
    ...['api → interactionStore', 'api → mlWorker', 'api → opensearch', 'api → postgres'],
    ...['api → redis', 'cron → api', 'mlWorker → postgres', 'outboxPublisher → eventbus'],
    ...['outboxPublisher → postgres', 'worker → postgres', 'worker → redis'],
  ]);
});

it('the arrows lead to and from nothing that is off, and events to Redis when there is no bus', () => {
  const lines = linesOf({ 'mlWorker.enabled': 'false', 'eventbus.enabled': 'false' });
  expect(lines).toContain('outboxPublisher → redis');
  expect(lines.join()).not.toMatch(/mlWorker|eventbus/);
});

it('is said in sentences: what there is, who provides it, who talks to whom and which limits there are', () => {
  const all = topologyText(modelOf({ 'mcp.dedicated': 'true', 'kafka.brokers': 'b-1:9092' }));
  expect(all).toContain(
    'Created by the chart: API (6 to 50 pods, 2 CPU, 4Gi each, own nodes: kaireon.ai/tier=api, strict spread over 3 zones); Worker (',
  );
  expect(all).toContain('Event bus (Kafka, b-1:9092); ');
  expect(all).toMatch(/\nOff: (?:.*\W)?Stream\b.*\.\n/);
  expect(all).toContain('\nWorker takes jobs from Redis.\n');
  expect(all).toContain('\nRedis has 1 limit (redis-cluster-clients).\n');
  expect(all).toMatch(
    /\nThe whole installation has 4 limits \(credentials-elsewhere, unverified-paths, design-targets, vendor-overlay-beneath\)\.$/,
  );
});

/** Names of the elements, in order, or what is wrong: a strict reader of the XML that we write. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const token = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)|</g;
  for (const [whole, closing, name = '', , empty, text] of xml.matchAll(token)) {
    if (text !== undefined) {
      if (/&(?!(?:#\d+|amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`entity in ${text}`);
    } else if (name === '') throw new Error(`${whole} is no tag`);
    else if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      names.push(name);
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> stays open`);
  return names;
}

it('the picture is well-formed, with a box, a label and an arrow for each, and the same in words', () => {
  const model = modelOf();
  const svg = topologySvg(model);
  const names = elementsOf(svg);
  expect(names.join(' ')).not.toMatch(/script|image|foreignObject/);
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|href/);
  // the paper, the boxes, the legend
  expect(names.filter((one) => one === 'rect')).toHaveLength(1 + model.boxes.length + 3);
  for (const { title } of model.boxes) expect(svg).toContain(`>${title}<`);
  expect(svg.split('class="kt-arrow"')).toHaveLength(model.arrows.length + 1);
  expect(svg).toContain('role="img" aria-labelledby="kt-title kt-desc"');
  expect(svg).toContain(`<desc id="kt-desc">${escapeXml(topologyText(model))}</desc>`);
});

it('the picture keeps every text within the width of a phone’s column, long names in several lines', () => {
  const given = {
    'kafka.brokers': 'kafka-bootstrap.a-very-long-name.eu-central-1.example.com:9092,b:9092',
  };
  for (const [, line = ''] of topologySvg(modelOf(given)).matchAll(/<text[^>]*>([^<]*)</g)) {
    expect(line.length, line).toBeLessThanOrEqual(70);
  }
  expect(topologySvg(modelOf(given))).toContain('>kafka-bootstrap.a-very-long<');
});

it('the picture takes the meaning from a hostile name', () => {
  const hostile = '</svg><script>alert(1)</script>" onload="x \'&amp; ]]>';
  const given = { 'interactionStore.backend': 'scylla', 'scylla.localDataCenter': hostile };
  const svg = topologySvg(modelOf(given));
  expect(svg).toContain(escapeXml(hostile));
  expect(elementsOf(svg)).not.toContain('script');
  expect(svg).not.toMatch(/<script|"x|&amp;/);
});

it('its colours have a rule for every class that is used, and differ by more than colour', () => {
  const used = [...topologySvg(modelOf()).matchAll(/class="([^"]+)"/g)].flatMap(([, all = '']) =>
    all.split(' '),
  );
  for (const name of new Set(used)) expect(TOPOLOGY_CSS, name).toContain(`.${name}`);
  expect(TOPOLOGY_CSS).toMatch(/\.kt-operator\{[^}]*stroke-dasharray:5 3/);
  expect(TOPOLOGY_CSS).toMatch(/\.kt-off\{[^}]*stroke-dasharray:1\.5 3/);
});

it('its colours give every text 4.5:1 on what it stands on', () => {
  const luminance = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
      const part = Number.parseInt(hex.slice(1 + 2 * at, 3 + 2 * at), 16) / 255;
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0.05);
  const fillOf = (name: string, theme: number) => {
    const fill = new RegExp(`${name}[^{}]*\\{[^}]*fill:light-dark\\(([^)]+)\\)`);
    return luminance(fill.exec(TOPOLOGY_CSS)?.[1]?.split(',')[theme] ?? '');
  };
  for (const theme of [0, 1]) {
    for (const text of ['plain', 'quiet', 'caution']) {
      for (const ground of ['paper', 'chart', 'operator']) {
        const [one, other] = [fillOf(text, theme), fillOf(ground, theme)];
        const contrast = Math.max(one / other, other / one);
        expect(contrast, `${theme} ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});

it('escapes text for XML, and leaves out what XML cannot hold', () => {
  expect(escapeXml('a\u0000b\u0008c\uFFFEd\uD800e')).toBe('abcde');
  expect(escapeXml('<a href="x">&\'😀')).toBe('&#60;a href=&#34;x&#34;&#62;&#38;&#39;😀');
});
