import { Icon } from '@/components/ui/icon';
import type { FigureVerdict } from '@/lib/domain/figure';
import { Words } from './links';

/** Whether what there is does, in sentences; the words of the first lead to where they are explained. */
export const Verdicts = ({ of }: { readonly of: readonly FigureVerdict[] }) => (
  <output className="verdicts">
    {of.map(({ icon, text }, index) => (
      <p className={icon} key={text}>
        <Icon name={icon} /> {index === 0 ? <Words of={text} /> : <span>{text}</span>}
      </p>
    ))}
  </output>
);
