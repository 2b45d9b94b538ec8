import { formatPath, type Path } from '@/lib/domain/path';
import type { UserValue } from '@/lib/domain/user-files';
import type { Notice } from '@/lib/link/link';
import { isSame } from '../leaves';
import { type MappingNode, MOST_DEPTH, type Node, type ScalarNode, YamlProblem } from './parse';
import { keyText, scalarValue } from './scalar';

/** How many values aliases may unfold into. */
const MOST_VALUES = 100_000;

/** What Helm reads from a text, `null` where that is nothing, and what a person should know of it. */
export interface ReadValue {
  readonly value: UserValue;
  readonly remarks: readonly Notice[];
}

/** A mapping that is being filled. */
interface Filling {
  readonly path: Path;
  readonly keys: Map<string, FilledKey>;
  /** Why Helm refuses one of its keys. */
  problem?: YamlProblem;
}

/** A key of a mapping, and where it came from. */
interface FilledKey {
  readonly value: UserValue;
  /** Its type and value in Go: `1` and `"1"` are two keys until Helm gives both one name. */
  readonly typed: string;
  readonly line: number;
  readonly isMerged: boolean;
}

/**
 * The values of a document as Helm reads them, and what a person should know of that reading: a key that stands twice,
 * a merge that wins, a number whose digits are lost.
 * @throws YamlProblem where Helm refuses a value
 */
export function valuesOf(root: Node): ReadValue {
  const resolver = new Resolver();
  const value = resolver.value(root, []);
  resolver.refuse(value);
  return { value, remarks: resolver.remarks };
}

class Resolver {
  readonly remarks: Notice[] = [];
  readonly #remarked = new Set<string>();
  readonly #open = new Set<Node>();
  /** Mappings with a key that Helm refuses, unless the mapping is lost to a later one. */
  readonly #refused = new Map<UserValue, YamlProblem>();
  #count = 0;

  value(node: Node, path: Path): UserValue {
    this.#count += 1;
    if (this.#count > MOST_VALUES) {
      throw new YamlProblem('Its aliases unfold into more than 100,000 values.', node);
    }
    if (path.length > MOST_DEPTH) {
      throw new YamlProblem(`Values are nested more than ${MOST_DEPTH} deep.`, node);
    }
    switch (node.kind) {
      case 'alias':
        return this.#target(node, () => this.value(node.target, path));
      case 'scalar':
        return this.#scalar(node, path);
      case 'sequence':
        return node.items.map((item, index) => this.value(item, [...path, index]));
      case 'mapping': {
        const filling: Filling = { path, keys: new Map() };
        this.#fill(filling, node, false);
        // Each becomes a key of the object itself, even one called `__proto__`.
        const values = Object.fromEntries(
          [...filling.keys].map(([key, { value }]) => [key, value]),
        );
        if (filling.problem) this.#refused.set(values, filling.problem);
        return values;
      }
    }
  }

  /** @throws YamlProblem where Helm refuses a key of what is left */
  refuse(value: UserValue): void {
    const problem = this.#refused.get(value);
    if (problem) throw problem;
    if (typeof value !== 'object' || value === null) return;
    for (const item of Object.values(value)) this.refuse(item);
  }

  /** What an alias stands for, unless it is opened within itself. */
  #target<T>(node: Node, read: () => T): T {
    if (this.#open.has(node)) throw new YamlProblem('This alias holds itself.', node);
    this.#open.add(node);
    const result = read();
    this.#open.delete(node);
    return result;
  }

  #scalar(node: ScalarNode, path: Path): UserValue {
    const scalar = scalarValue(node);
    if (scalar.type !== 'integer' && scalar.type !== 'float') return scalar.value;
    const number = Number(scalar.value);
    const whole = scalar.type === 'integer' ? scalar.value : scalar.whole;
    if (whole === undefined || whole === BigInt(number)) return number;
    const message = `Helm reads the number in line ${node.line} as ${number} and loses digits. They are kept here, as text: put it in quotes.`;
    this.#remark(path, message);
    return node.text;
  }

  /** Sets keys in the order of the file, merges among them, as Go does: whatever comes later wins. */
  #fill(filling: Filling, node: MappingNode, isMerged: boolean): void {
    const { path, keys } = filling;
    for (const [key, valueNode] of node.pairs) {
      if (isMerge(key)) {
        for (const merged of mergedNodes(valueNode)) this.#merge(filling, merged);
        continue;
      }
      const { name, typed } = this.#key(key);
      if (name === undefined) {
        this.value(valueNode, path); // Helm may refuse the value as well
        filling.problem = new YamlProblem(NO_KEY, key);
        continue;
      }
      const at = [...path, name];
      const now = { value: this.value(valueNode, at), typed, line: key.line, isMerged };
      const before = keys.get(name);
      if (before && before.typed !== typed) {
        const message = `This key and the one in line ${before.line} are both ${name} to Helm, which takes either.`;
        filling.problem = new YamlProblem(message, key);
      }
      if (before && !before.isMerged) this.#lost(at, before, now);
      keys.set(name, now);
    }
  }

  #merge(filling: Filling, node: Node): void {
    if (node.kind === 'mapping') this.#fill(filling, node, true);
    else if (node.kind === 'alias') {
      this.#target(node, () => this.#merge(filling, node.target));
    }
  }

  /** A key's name, `undefined` where Helm refuses it, and its type and value in Go. */
  #key(node: Node): { name: string | undefined; typed: string } {
    const scalar = node.kind === 'alias' ? node.target : node;
    if (scalar.kind !== 'scalar') {
      throw new YamlProblem('A key cannot be a mapping or a list.', node);
    }
    const key = scalarValue(scalar);
    return { name: keyText(key), typed: `${key.type} ${key.value}` };
  }

  /** Says which of two equal keys counts, unless they are the same. */
  #lost(path: Path, before: FilledKey, now: FilledKey): void {
    if (isSame(before.value, now.value)) return;
    const key = formatPath(path);
    const why = now.isMerged
      ? `A merge key << stands behind ${key} and sets it again. Helm takes the merged value`
      : `${key} stands in line ${before.line} and again in line ${now.line}. Helm takes the last`;
    this.#remark(path, `${why}: what line ${before.line} says is lost.`);
  }

  #remark(path: Path, message: string): void {
    if (this.#remarked.has(message)) return; // an alias is read once for each place
    this.#remarked.add(message);
    this.remarks.push({ key: formatPath(path), message });
  }
}

const NO_KEY =
  'A key that is null, a number with a point or one of more than 63 bits is another key to Helm, or none. Put it in quotes.';

const MERGE_TAG = 'tag:yaml.org,2002:merge';

const isMerge = (key: Node): boolean =>
  key.kind === 'scalar' && key.text === '<<' && (key.isImplicit || key.tag === MERGE_TAG);

/** The mappings that a merge key names; the last one wins. */
function mergedNodes(value: Node): readonly Node[] {
  const nodes = value.kind === 'sequence' ? value.items.toReversed() : [value];
  const wrong = nodes.find(
    (node) => (node.kind === 'alias' ? node.target : node).kind !== 'mapping',
  );
  if (!wrong) return nodes;
  throw new YamlProblem('A merge key << takes a mapping, or a list of mappings.', wrong);
}
