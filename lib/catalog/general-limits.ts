import type { Limit, Situation } from '@/lib/domain/limit';
import { type Option, switchOf } from '@/lib/domain/option';
import { wordFor } from '@/lib/domain/plural';
import { source } from './sources';

const inAList = new Intl.ListFormat('en-GB');

/** What they wait for. */
const needs = (off: readonly { readonly needs: string }[]) =>
  off.map((tier) => tier.needs).join(', and ');

/** Limits that look across options. */
export function generalLimits(options: readonly Option[]): Limit[] {
  /** The optional tiers that are off. */
  const off = ({ read }: Situation) =>
    options.flatMap((option) => {
      const enabled = switchOf(option);
      return option.optional && enabled && read(enabled) === false
        ? [{ ...option.optional, key: enabled.key }]
        : [];
    });
  // Every switch that a backend's block can have.
  const switches = options
    .flatMap(({ choice }) => choice?.backends ?? [])
    .flatMap(({ block }) => (block ? `${block.root}.enabled` : []));
  /** Those of them that the file has: one for each choice whose backend has a block. */
  const enabledBlocks = ({ written }: Situation) =>
    written.filter(({ key, path }) => switches.includes(key ?? path));
  return [
    {
      id: 'block-boots-when-enabled',
      severity: 'limit',
      when: (situation) => enabledBlocks(situation).length > 0,
      keys: (situation) => enabledBlocks(situation).map(({ key, path }) => key ?? path),
      message(situation) {
        const blocks = enabledBlocks(situation);
        const paths = blocks.map(({ path }) => path).join(' and ');
        const check = blocks.every(({ by }) => by === 'chart')
          ? ', which your chart has'
          : '; check that your chart has such keys';
        return `The backend’s name alone is not enough: a connector boots only when its own block is enabled and filled in. This overlay therefore also writes ${paths}${check}.`;
      },
      shownBy: { by: 'backends' },
      short:
        'The backend’s name alone is not enough: a connector boots only when its block is enabled.',
      source: source.overlayKeys,
    },
    {
      id: 'optional-tiers-off',
      severity: 'limit',
      when: (situation) => off(situation).length > 0,
      keys: (situation) => off(situation).map(({ key }) => key),
      message(situation) {
        const all = off(situation);
        const names = inAList.format(all.map(({ name }) => name));
        const are = wordFor(all.length, 'tier is', 'tiers are');
        const them = wordFor(all.length, 'it', 'them');
        return `The ${names} ${are} off, as in the documented overlay, because of work that the chart does not do: ${needs(all)}. Leave ${them} off until that is done.`;
      },
      short(situation) {
        const all = off(situation);
        // A note in the file has two lines.
        if (all.length > 2) return `${all.length} optional tiers are off, as documented.`;
        return `Off, as documented: ${needs(all)}.`;
      },
      source: source.honestLimits,
    },
    {
      id: 'design-targets',
      severity: 'limit',
      when: 'always',
      keys: [],
      message:
        'The documented numbers are design targets, not benchmarked, and numbers that you change are not measured either. Measured ones appear in KaireonAI’s perf/baselines/ as they are made. Run k6 against the installed cluster before you commit to this topology.',
      short: 'Design targets, not benchmarked: run k6 before you commit to them.',
      source: source.honestLimits,
    },
    {
      id: 'unverified-paths',
      severity: 'limit',
      when: ({ written }) => unverified(written) > 0,
      keys: [],
      message: ({ written }) =>
        `${unverified(written)} of the ${written.length} keys in this file stand at paths that the public documentation does not spell out. A key that the chart does not read changes nothing, and Helm says nothing of it. Compare the marked keys with helm show values ./helm, and look for their values in what helm template prints, before you apply the file.`,
      shownBy: { by: 'marked keys' },
      short: ({ written }) => `${unverified(written)} keys stand at unverified paths.`,
      source: 'Helm: a value that no template reads is no error unless the chart has a schema',
    },
  ];
}

const unverified = (written: Situation['written']) =>
  written.filter(({ provenance }) => provenance === 'unverified').length;
