import { Icon } from '@/components/ui/icon';
import { type NodePlan, nodeVerdicts } from '@/lib/domain/node-plan';
import { Words } from './links';

/** Whether the nodes that there are do, in sentences. */
export const NodesVerdict = ({ plan }: { readonly plan: NodePlan }) => (
  <output className="nodes-verdict">
    {nodeVerdicts(plan).map(({ icon, text }, index) => (
      <p className={icon} key={text}>
        <Icon name={icon} /> {index === 0 ? <Words of={text} /> : <span>{text}</span>}
      </p>
    ))}
  </output>
);
