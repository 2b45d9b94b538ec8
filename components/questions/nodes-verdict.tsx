import { useReading } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { type NodeGroup, type NodeOffer, nodePlan } from '@/lib/domain/node-plan';
import { plural } from '@/lib/domain/plural';

/** Whether the nodes that there are do: at the floor, at the ceiling, and with a zone lost. Live, beside the fields. */
export function NodesVerdict({ offer }: { readonly offer: NodeOffer }) {
  const plan = nodePlan(offer, useReading());
  if (!plan) {
    return (
      <p className="help">
        With CPU and memory of one node, this says how many nodes these tiers take, and whether
        yours are enough.
      </p>
    );
  }
  return (
    <output className="nodes-verdict">
      {plan.misfits.map(({ id, why }) => (
        <Sentence kind="problem" text={why} key={id} />
      ))}
      {plan.groups.map((group) => (
        <Sentence {...verdictOf(group)} key={group.id} />
      ))}
      {/* Where it is not known how many nodes each group has. */}
      {plan.fit && plan.groups.some(({ fit }) => !fit) && (
        <Sentence {...verdictOf({ ...plan, title: 'Together' })} />
      )}
    </output>
  );
}

const SIGNS = { ok: 'ok', caution: 'caution', problem: 'problem', quiet: 'limit' } as const;
type Kind = keyof typeof SIGNS;

function Sentence({ kind, text }: { readonly kind: Kind; readonly text: string }) {
  return (
    <p className={kind}>
      <Icon name={SIGNS[kind]} /> <span key={text}>{text}</span>
    </p>
  );
}

/** "All tiers: about 4 nodes at the floor, 13 at the ceiling. There are 20: the ceiling fits. With one zone lost …" */
function verdictOf(group: Omit<NodeGroup, 'id'>): { kind: Kind; text: string } {
  const { title, floor, ceiling, have, fit, zoneLost } = group;
  const takes = `${title}: about ${plural(floor, 'node')} at the floor, ${ceiling} at the ceiling.`;
  if (!fit) return { kind: 'quiet', text: takes };
  const fits = fit.ceiling
    ? 'the ceiling fits'
    : fit.floor
      ? 'the floor fits, the ceiling does not'
      : 'not even the floor fits';
  const lost =
    zoneLost?.left === undefined
      ? ''
      : ` With one zone lost ${zoneLost.left} are left, and the floor takes ${zoneLost.needs}: ${zoneLost.isEnough ? 'it fits' : 'it does not fit'}.`;
  const kind = !fit.floor
    ? 'problem'
    : fit.ceiling && zoneLost?.isEnough !== false
      ? 'ok'
      : 'caution';
  return { kind, text: `${takes} There are ${have}: ${fits}.${lost}` };
}
