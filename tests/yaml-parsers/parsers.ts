import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';
import { realHelm } from '../../scripts/helm.mjs';
import { writeCharts } from '../helm/charts';
import { run, seenBy } from '../helm/helm';

/** A program that reads YAML, and what it makes of texts. */
interface Parser {
  readonly name: string;
  /** What is missing here, if anything. */
  readonly absent?: string;
  readonly read: (texts: readonly string[]) => unknown[] | Promise<unknown[]>;
}

function output(command: string, args: readonly string[], input: string): string {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

const jsYaml: Parser = { name: 'js-yaml', read: (texts) => texts.map((text) => load(text)) };

const PYTHON = `
import json, sys, yaml
print(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)]))
`;

function pyYaml(): Parser {
  const probe = spawnSync('python3', ['-c', 'import yaml; print(yaml.__version__)'], {
    encoding: 'utf8',
  });
  const isThere = probe.status === 0;
  return {
    name: `PyYAML ${isThere ? probe.stdout.trim() : ''}`.trim(),
    ...(!isThere && { absent: 'python3 with PyYAML' }),
    read: (texts) => JSON.parse(output('python3', ['-c', PYTHON], JSON.stringify(texts))),
  };
}

/** What makes a text an object in kubectl's eyes; taken away again from what it read. */
const OBJECT = 'apiVersion: v1\nkind: Overlay\nmetadata:\n  name: overlay\n';

const found = await realHelm();
const absent = found.available ? {} : { absent: found.summary };

/** kubectl reads several documents in one run and prints one JSON object after the other. */
const kubectl: Parser = {
  name: `kubectl ${found.available ? found.kubectl.version : ''}`.trim(),
  ...absent,
  read(texts) {
    const input = texts.map((text) => OBJECT + text).join('\n---\n');
    const program = found.available ? found.kubectl.path : '';
    const printed = output(program, ['label', '--local', '-f', '-', 'z=z', '-o', 'json'], input);
    return printed
      .trim()
      .split(/(?<=^\})\n(?=\{$)/m)
      .map((one) => {
        const { apiVersion, kind, metadata, ...values } = JSON.parse(one);
        return values;
      });
  },
};

const helms = (found.available ? [found.helm3, found.helm4] : []).map(
  (helm): Parser => ({
    name: `Helm ${helm.version}`,
    async read(texts) {
      const { ok, output } = await run(helm, ['template', 'x', writeCharts(texts, '').parent]);
      if (!ok) throw new Error(output);
      const seen = seenBy(output);
      return texts.map((_, index) => {
        const { global, ...values } = seen.get(`n${index}`) as Record<string, unknown>; // the template prints a mapping
        return values;
      });
    },
  }),
);

/** Every parser; one that is absent here says so on the console, and its tests count as skipped. */
export const parsers: readonly Parser[] = [jsYaml, pyYaml(), kubectl, ...helms];

for (const { name, absent } of parsers) {
  if (absent !== undefined) console.warn(`${name} SKIPPED: ${absent} is not here`);
}
