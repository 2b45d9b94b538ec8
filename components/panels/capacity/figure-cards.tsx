import { Fragment, type ReactNode } from 'react';
import { AnswerLink } from '@/components/state/links';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { NodesVerdict } from '@/components/ui/nodes-verdict';
import { inFigures } from '@/lib/domain/in-figures';
import type { NodePlan } from '@/lib/domain/node-plan';
import {
  type ConnectionPlan,
  isKnown,
  type LoadPlan,
  type ServicePlan,
  type Unknown,
} from '@/lib/outputs/capacity/plan';

interface CardProps<Plan extends object> {
  readonly title: string;
  readonly plan: Plan | Unknown;
  readonly children: (plan: Plan) => ReactNode;
}

/** One question to the plan, and its answer. Where it is not known: why, and the answers that it takes. */
function Card<Plan extends object>({ title, plan, children }: CardProps<Plan>) {
  return (
    <section className="figure">
      <h3>{title}</h3>
      {/* A new element for each change: a translator takes text nodes away from React. */}
      <Fragment key={JSON.stringify(plan)}>
        {isKnown(plan) ? (
          children(plan)
        ) : (
          <>
            <p className="big unknown">Not known</p>
            <p className="help">{plan.unknown}</p>
            <Needs keys={plan.needs} />
          </>
        )}
      </Fragment>
    </section>
  );
}

/** The answers that a figure takes, as links to them. */
export function Needs({ keys }: { readonly keys: readonly string[] }) {
  const { catalog } = useWizard();
  return keys.map((key) => (
    <AnswerLink to={key} key={key}>
      {catalog.answer.get(key)?.label ?? key}
    </AnswerLink>
  ));
}

/** How many nodes of the operator's size the pods take, against those there are. */
export const NodesCard = ({ plan }: { readonly plan: NodePlan | Unknown }) => (
  <Card title="Nodes that it takes" plan={plan}>
    {(nodes) => (
      <>
        <p className="big">
          {inFigures(nodes.floor)} → {inFigures(nodes.ceiling)}{' '}
          <small>
            {nodes.have === undefined ? 'nodes, estimated' : `of ${inFigures(nodes.have)} nodes`}
          </small>
        </p>
        <NodesVerdict plan={nodes} />
      </>
    )}
  </Card>
);

/** How many API pods the peak takes, beside the maximum. */
export function LoadCard({ plan }: { readonly plan: LoadPlan | Unknown }) {
  const { answer } = useWizard();
  return (
    <Card title="API pods for the peak" plan={plan}>
      {({ pods, maximum, raise, outOfReach, caveats, needs }) => (
        <>
          <p className="big">
            {inFigures(pods.value)} <small>of {inFigures(maximum)} allowed</small>
          </p>
          <p className="help">{pods.how}.</p>
          {raise && (
            <Button key={raise.to} onClick={() => answer(raise.key, String(raise.to))}>
              Raise the maximum to {inFigures(raise.to)}
            </Button>
          )}
          {outOfReach !== undefined && <p className="help problem">{outOfReach}</p>}
          {caveats.map((caveat) => (
            <p className="help" key={caveat}>
              {caveat}
            </p>
          ))}
          <Needs keys={needs} />
        </>
      )}
    </Card>
  );
}

/** Connections at the ceiling against what Postgres accepts. */
export const ConnectionsCard = ({ plan }: { readonly plan: ConnectionPlan | Unknown }) => (
  <Card title="Postgres at the ceiling" plan={plan}>
    {({ opened, room, rung }) => (
      <>
        <p className="big">
          {inFigures(opened.value)}{' '}
          <small>{room ? `of ${inFigures(room.value)} connections` : 'connections opened'}</small>
        </p>
        <p className="help">
          {opened.how}.{room && ` Left for them: ${room.how}.`}
        </p>
        {room && (
          <p className={room.isEnough ? 'help' : 'help problem'}>
            {room.isEnough ? 'Enough.' : 'Not enough: put PgBouncer between, or shrink the pool.'}
            {room.largestPool !== undefined &&
              ` The largest pool that fits: ${inFigures(room.largestPool)} a pod.`}
          </p>
        )}
        <p className="help">
          {rung
            ? `On the documented RDS ladder ${rung.instance} (${rung.vcpu} vCPU, ${rung.memoryGiB} GiB, ${rung.maxConnections} connections) is the first that is enough.`
            : 'No instance of the documented RDS ladder is enough.'}{' '}
          Other makers’ instances have other figures.
        </p>
      </>
    )}
  </Card>
);

/** What the bus, the store and the outbox must take, each with what was assumed. */
export const ServicesCard = ({ plans }: { readonly plans: readonly ServicePlan[] }) => (
  <Card title="Bus, store and outbox" plan={{ plans }}>
    {() =>
      plans.map(({ title, count, assumes }) => (
        <div key={title}>
          <p className={isKnown(count) ? 'big' : 'big unknown'}>
            {isKnown(count) ? inFigures(count.value) : 'Not known'} <small>{title}</small>
          </p>
          {isKnown(count) ? (
            <p className="help">
              {count.how}. {assumes}
            </p>
          ) : (
            <Needs keys={count.needs} />
          )}
        </div>
      ))
    }
  </Card>
);
