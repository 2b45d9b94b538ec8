import { useWizard } from '@/components/state/wizard-context';
import { Icon } from '@/components/ui/icon';
import { LimitMark } from '@/components/ui/limit-mark';
import { TableHead } from '@/components/ui/table-head';
import type { AppliedLimit } from '@/lib/domain/limit';
import { plural } from '@/lib/domain/plural';
import { readable } from '@/lib/domain/readable';
import type { ChangedAnswer, Comparison, DiffLine } from '@/lib/files/compare';

interface Props {
  readonly comparison: Comparison;
  /** Whether the baseline is a file, which a cluster may be running. */
  readonly isFile: boolean;
}

const SIGN = { same: ' ', removed: '−', added: '+' } as const;

/** Answers, lines and limits that are different now. */
export function ComparisonView({ comparison, isFile }: Props) {
  const { answers, fewer, lines, gained, lost } = comparison;
  const differing = lines.filter(({ kind }) => kind !== 'same').length;
  return (
    <div className="comparison">
      <p className="dialog-verdict">
        {differing + answers.length + gained.length + lost.length === 0
          ? 'Nothing differs.'
          : `${plural(answers.length, 'answer')} changed, ${plural(differing, 'line')} of YAML different, ${plural(gained.length, 'limit')} gained, ${lost.length} lost.`}
      </p>
      {isFile && fewer.length > 0 && <FewerPods of={fewer} />}
      <NowWritten of={answers} />
      {answers.length > 0 && <Answers of={answers} />}
      <Limits title="Limits gained" limits={gained} />
      <Limits title="Limits lost" limits={lost} />
      {lines.length > 0 && <Diff lines={lines} />}
    </div>
  );
}

function FewerPods({ of }: { readonly of: readonly ChangedAnswer[] }) {
  return (
    <section className="fewer" aria-label="Fewer pods than the opened file">
      <span className="severity caution">
        <Icon name="caution" />
        <span>Caution</span>
      </span>
      <div>
        <p>A cluster that runs the opened file will lose pods, or pods that it may not lose:</p>
        <ul>
          {of.map(({ key, was, is }) => (
            <li key={key}>
              <code translate="no">{key}</code>: {was} → {is}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** From so many on, answers that were left to the chart and are now written are a caution. */
const MANY = 5;

function NowWritten({ of }: { readonly of: readonly ChangedAnswer[] }) {
  const { catalog } = useWizard();
  const written = of.filter(
    ({ key, was, is }) => was === '' && is !== '' && catalog.answer.get(key)?.default !== '',
  );
  if (written.length === 0) return null;
  return (
    <p className={written.length >= MANY ? 'caution' : 'help'}>
      {written.length >= MANY && <Icon name="caution" />}{' '}
      {`${plural(written.length, 'answer was', 'answers were')} left to the chart and ${written.length === 1 ? 'is' : 'are'} now written.`}
    </p>
  );
}

function Answers({ of }: { readonly of: readonly ChangedAnswer[] }) {
  const { catalog } = useWizard();
  const inWords = (key: string, raw: string) => {
    const answer = catalog.answer.get(key);
    return answer ? readable(answer, raw) : raw;
  };
  return (
    <table>
      <TableHead columns={['Answer', 'Was', 'Is']} />
      <tbody>
        {of.map(({ key, was, is }) => (
          <tr key={key}>
            <th scope="row">
              <code translate="no">{key}</code>
            </th>
            <td>{inWords(key, was)}</td>
            <td>{inWords(key, is)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LimitsProps {
  readonly title: string;
  readonly limits: readonly AppliedLimit[];
}

function Limits({ title, limits }: LimitsProps) {
  if (limits.length === 0) return null;
  return (
    <details open>
      <summary>
        {title} ({limits.length})
      </summary>
      <ul className="leaves">
        {limits.map((limit) => (
          <li key={limit.id} className="compared-limit">
            <LimitMark of={limit} />
            <span>
              <code translate="no">{limit.id}</code> {limit.short}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Diff({ lines }: { readonly lines: readonly DiffLine[] }) {
  return (
    <section
      className="diff"
      aria-label="Lines of YAML that differ"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
      tabIndex={0}
    >
      {lines.map(({ id, kind, text }) => (
        <div className={`diff-line ${kind}`} key={id}>
          <span className="diff-sign" aria-hidden="true">
            {SIGN[kind]}
          </span>
          {kind !== 'same' && <span className="sr-only">{kind}: </span>}
          {text}
          {'\n'}
        </div>
      ))}
    </section>
  );
}
