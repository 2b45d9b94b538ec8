import { declaredPath, ownerOf } from '@/components/state/places';
import { useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { TableHead } from '@/components/ui/table-head';
import type { Catalog } from '@/lib/domain/catalog';
import { type Proof, STATE_WORDS, type Verdict } from '@/lib/proof/proof';
import type { Reading } from '@/lib/reading/reading';
import { StateMark } from './state-mark';

interface Props {
  readonly proof: Proof;
  readonly reading: Reading;
  readonly isOnlyOpen: boolean;
}

interface Group {
  readonly title: string;
  /** What its keys start with, which its title says already. */
  readonly root: string;
  readonly keys: [string, Verdict][];
}

/** Every key with its state and evidence, by the option that it belongs to. */
export function ProofTable({ proof, reading, isOnlyOpen }: Props) {
  const { catalog } = useWizard();
  return (
    <table className="proof">
      <TableHead columns={['Key', 'Result', 'Where']} />
      {groupsOf(catalog, reading, proof).map(({ title, root, keys }) => {
        const reached = keys.filter(([, { state }]) => state === 'reached').length;
        const shown = isOnlyOpen ? keys.filter(([, { state }]) => state !== 'reached') : keys;
        return (
          <tbody key={title}>
            <tr className="proof-group">
              <th scope="rowgroup">{title}</th>
              <td colSpan={2}>
                {reached === keys.length ? (
                  <StateMark state="reached" text={`All ${keys.length} reached`} />
                ) : (
                  <span key={reached}>
                    {reached} of {keys.length} reached
                  </span>
                )}
              </td>
            </tr>
            {shown.map(([path, verdict]) => (
              <Row path={path} root={root} verdict={verdict} key={path} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

interface RowProps {
  readonly path: string;
  readonly root: string;
  readonly verdict: Verdict;
}

function Row({ path, root, verdict }: RowProps) {
  const { openPath, showInFile } = useWizard();
  const { state, asked, found, where, reason } = verdict;
  const isOther = state === 'differs' && found !== undefined;
  return (
    <tr>
      <th scope="row">
        <Button
          className="link"
          translate="no"
          aria-label={path}
          onClick={() => {
            if (!openPath(path)) showInFile([path]);
          }}
        >
          {path.startsWith(root) ? path.slice(root.length) : path}
        </Button>
      </th>
      <td>
        <StateMark
          state={state}
          text={isOther ? `Differs: ${found} instead of ${asked}` : STATE_WORDS[state]}
        />
      </td>
      <td className="evidence" key={`${where} ${reason}`}>
        {where !== undefined && <code>{where}</code>} {reason}
      </td>
    </tr>
  );
}

function groupsOf(catalog: Catalog, { entries }: Reading, { keys }: Proof): Group[] {
  const groups = new Map<string, Group>();
  for (const pair of Object.entries(keys)) {
    const option = ownerOf(catalog, declaredPath(entries, pair[0]));
    const title = option?.title ?? 'Carried over';
    const group = groups.get(title);
    if (group) group.keys.push(pair);
    else groups.set(title, { title, root: `${option?.id}.`, keys: [pair] });
  }
  return [...groups.values()];
}
