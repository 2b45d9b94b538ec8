import fc from 'fast-check';
import type { Answer, RawAnswers } from '@/lib/domain/answer';
import type { Catalog } from '@/lib/domain/catalog';
import { completeAnswers, evaluate } from '@/lib/domain/evaluate';
import { anyText } from './text';

/** One in this many answers differs from its default, so that most limits apply in some case. */
const ONE_IN = 4;

/**
 * Every answer's raw text with nothing wrong in it: no value out of its bounds, no rule broken.
 * Answers of branches that are not chosen may differ from their defaults too, and are valid.
 */
export function validAnswers(catalog: Catalog): fc.Arbitrary<RawAnswers> {
  return recordOf(catalog, validText).map((raw) => fixed(catalog, raw));
}

/** Every answer's raw text, of any kind: valid, nearly valid, and strings that no field should ever hold. */
export function anyAnswers(catalog: Catalog): fc.Arbitrary<RawAnswers> {
  return recordOf(catalog, (answer) => fc.oneof(validText(answer), nearMiss(answer), anyText));
}

function recordOf(
  catalog: Catalog,
  text: (answer: Answer) => fc.Arbitrary<string>,
): fc.Arbitrary<RawAnswers> {
  const some = (answer: Answer) =>
    fc.oneof(
      { weight: ONE_IN - 1, arbitrary: fc.constant(answer.default) },
      { weight: 1, arbitrary: text(answer) },
    );
  return fc.record(Object.fromEntries(catalog.answers.map((one) => [one.key, some(one)])));
}

/** Text that the answer accepts by itself. */
function validText(answer: Answer): fc.Arbitrary<string> {
  const { shape } = answer;
  switch (shape.type) {
    case 'switch':
      return fc.constantFrom('true', 'false');
    case 'choice':
      return fc.constantFrom(...shape.choices.map(({ value }) => value));
    case 'whole-number': {
      const { min, max } = shape;
      const low = fc.integer({ min, max: Math.min(max, min + 9) });
      return fc.oneof(low, fc.integer({ min, max }), fc.constantFrom(min, max)).map(String);
    }
    case 'quantity':
      return shape.resource === 'cpu' ? cpuQuantity : memoryQuantity;
    case 'text': {
      const others = TEXTS[answer.key.split('.').at(-1) ?? ''] ?? [];
      return fc.constantFrom(shape.example, ...others);
    }
  }
}

const cpuQuantity = fc.oneof(
  fc.integer({ min: 1, max: 16 }).map(String),
  fc.integer({ min: 1, max: 9000 }).map((thousandths) => `${thousandths}m`),
  fc.integer({ min: 1, max: 99 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
  fc.constantFrom('.5', '1e1', '5e-1', '2.', '1024', '1m'),
);

const memoryQuantity = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 64 }), fc.constantFrom('Mi', 'Gi', 'M', 'G')).map(
    ([count, unit]) => (unit === 'M' ? `${count + 1}M` : `${count}${unit}`), // 1M is below 1Mi
  ),
  fc.constantFrom('1.5Gi', '1e9', '1E9', '4294967296', '1048576k', '64Ti', '1Mi', '.5Gi', '1e10'),
);

/** Right texts by the last step of the key, the odd ones: a YAML parser may take them for something else. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  brokers: ['b:1', '10.0.0.1:9092', '[::1]:9092', 'a.b:65535,c_d:1', '0x1:10'],
  streamName: ['true', 'null', '1e3', '012', '-', '.', '.inf', '-1', 'on', 'a'.repeat(128)],
  tableName: ['yes', '...', '---', '1.0', '0x1F', '1_000', '2001-01-01', 'b'.repeat(255)],
  region: ['us-gov-west-1', 'cn-north-1', 'ap-southeast-2'],
  serviceUrl: ['pulsar+ssl://broker:6651', 'pulsar://a,b:6650', 'pulsar://[::1]:6650/'],
  contactPoints: ['node', '1.5', '10.0.0.1,10.0.0.2', '[2001:db8::1]:9042,n', '190'],
  localDataCenter: [
    ...['# dc', "it's", 'a: b', '- x', 'Zürich 1', '北京', '🙂', '"', '\\n', '!x', '%41'],
  ],
  apiPodLabels: ['a=', 'a.b/c=d', 'on=1,null=true,12=5', `a=${'b'.repeat(63)}`],
  keyspace: ['k', 'True', 'NULL', 'y', 'n'.repeat(48)],
};

/** Text that is nearly what the answer accepts. */
function nearMiss(answer: Answer): fc.Arbitrary<string> {
  return fc
    .tuple(validText(answer), fc.constantFrom(...SPOILERS))
    .map(([text, spoil]) => spoil(text));
}

const SPOILERS: readonly ((text: string) => string)[] = [
  () => '',
  (text) => ` ${text}`,
  (text) => `${text}\n`,
  (text) => `-${text}`,
  (text) => `0${text}`,
  (text) => `${text}.0`,
  (text) => `${text}e2`,
  (text) => text.toUpperCase(),
  (text) => `${text}Gi`,
  (text) => `${text}${text}`,
  (text) => text.slice(1),
];

/**
 * The same answers, with those that contradict each other back at their defaults. It names no answer: it resets the keys
 * that the fault itself lists.
 */
function fixed(catalog: Catalog, raw: RawAnswers): RawAnswers {
  let answers = raw;
  for (let turn = 0; turn < 10; turn++) {
    const { faults } = evaluate(catalog, answers);
    if (faults.length === 0) return answers;
    const kept: Record<string, string> = { ...answers };
    for (const fault of faults) for (const key of [fault.key, ...fault.with]) delete kept[key];
    answers = completeAnswers(catalog, kept);
  }
  throw new Error(`These answers could not be fixed: ${JSON.stringify(raw)}`);
}
