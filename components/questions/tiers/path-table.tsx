import { useReading, useWizard } from '@/components/state/wizard-context';
import { Button } from '@/components/ui/button';
import { TableHead } from '@/components/ui/table-head';
import { isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { formatPath } from '@/lib/domain/path';
import { acceptedBy, readable } from '../fields/controls';

/** Every Helm path of a tier: its documented value, what it takes, what is known of it, and its line. */
export function PathTable({ tier }: { readonly tier: Option }) {
  const { showInFile } = useWizard();
  const reading = useReading();
  const lineOf = new Map(reading.lines.map(({ id }, index) => [id, index + 1]));
  const entryOf = new Map(reading.entries.map((entry) => [entry.key.path, entry]));
  const rows = tier.parts.flatMap((part) => {
    const answer = isAnswer(part) ? part : undefined;
    const key = isAnswer(part) ? part.writes : part;
    if (!key) return [];
    const entry = entryOf.get(key.path);
    return {
      path: key.path,
      documented: answer ? readable(answer, answer.default) : '',
      accepts: answer ? acceptedBy(answer) : 'written, not asked',
      provenance: entry?.isConfirmed ? 'in your chart' : part.provenance,
      isChanged: answer !== undefined && reading.raw[answer.key] !== answer.default,
      written: entry && formatPath(entry.path),
    };
  });
  const unverified = rows.filter(({ provenance }) => provenance === 'unverified').length;
  return (
    <>
      <h2>
        <span>Helm paths</span>{' '}
        <span className="group-summary">
          {`${rows.length}, of which the public documentation does not spell out ${unverified}`}
        </span>
      </h2>
      <div className="path-scroll">
        <table className="paths">
          <TableHead columns={['Path', 'Documented', 'Accepts', 'Path is', 'Line']} />
          <tbody>
            {rows.map(({ path, documented, accepts, provenance, isChanged, written }) => (
              <tr key={path} className={isChanged ? 'changed' : undefined}>
                <th scope="row" translate="no">
                  {path}
                </th>
                <td translate="no">{documented}</td>
                <td>{accepts}</td>
                <td>{provenance}</td>
                <td>
                  {written !== undefined && lineOf.has(written) && (
                    <Button
                      className="link"
                      aria-label={`Show ${path} in the file`}
                      onClick={() => showInFile([written])}
                    >
                      {String(lineOf.get(written))}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
