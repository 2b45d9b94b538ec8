import { Icon, type IconName } from '@/components/ui/icon';
import type { NodeGroup, NodePlan } from '@/lib/domain/node-plan';
import { plural } from '@/lib/domain/plural';
import { Words } from './links';

/** Whether the nodes that there are do: at the floor, at the ceiling, and with a zone lost; a sentence for each group of nodes. */
export function NodesVerdict({ plan }: { readonly plan: NodePlan }) {
  const { misfits, groups, fit } = plan;
  // Together, where it is not known how many nodes each group has.
  const together =
    fit && groups.some((group) => !group.fit)
      ? [{ ...plan, title: 'Together', zoneLost: undefined }]
      : [];
  return (
    <output className="nodes-verdict">
      {misfits.map(({ id, why }) => (
        <p className="problem" key={id}>
          <Icon name="problem" /> <span>{why}</span>
        </p>
      ))}
      {[...groups, ...together].map(verdictOf).map(({ icon, text }, index) => (
        <p className={icon} key={text}>
          <Icon name={icon} /> {index === 0 ? <Words of={text} /> : <span>{text}</span>}
        </p>
      ))}
    </output>
  );
}

interface Verdict {
  readonly icon: IconName;
  readonly text: string;
}

/** "All tiers: about 4 nodes at the floor, 13 at the ceiling. There are 20: the ceiling fits. With a zone lost …" */
function verdictOf({ title, floor, ceiling, have, fit, zoneLost }: Omit<NodeGroup, 'id'>): Verdict {
  const takes = `${title}: about ${plural(floor, 'node')} at the floor, ${ceiling} at the ceiling.`;
  const lost = zoneLost ? ` ${zoneText(zoneLost)}` : '';
  if (!fit) return { icon: 'limit', text: takes + lost };
  const fits = fit.ceiling
    ? 'the ceiling fits'
    : fit.floor
      ? 'the floor fits, the ceiling does not'
      : 'not even the floor fits';
  const isEnough = fit.ceiling && zoneLost?.isEnough !== false;
  return {
    icon: !fit.floor ? 'problem' : isEnough ? 'ok' : 'caution',
    text: `${takes} There are ${have}: ${fits}.${lost}`,
  };
}

function zoneText({ needs, left, isEnough, pods }: NonNullable<NodeGroup['zoneLost']>): string {
  const nodes =
    left === undefined
      ? `the floor takes ${plural(needs, 'node')} in the zones that are left`
      : `${left} are left, and the floor takes ${needs}: ${isEnough ? 'it fits' : 'it does not fit'}`;
  const running = pods.map(
    (tier) =>
      `, and ${tier.floor} (at the ceiling ${tier.ceiling}) ${tier.title} pods go on running`,
  );
  return `With a zone lost ${nodes}${running.join('')}.`;
}
