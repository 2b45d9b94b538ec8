'use client';

import { useWizard, useWizardState } from '@/components/state/wizard-context';
import { TableHead } from '@/components/ui/table-head';
import { isAnswer } from '@/lib/domain/answer';
import type { Option } from '@/lib/domain/option';
import { formatPath } from '@/lib/domain/path';
import type { Entry } from '@/lib/overlay/values';
import { acceptedBy, readable } from '../fields/readable';

interface PathRow {
  readonly path: string;
  readonly documented: string;
  readonly accepts: string;
  readonly provenance: string;
  readonly isChanged: boolean;
  readonly entry: Entry | undefined;
}

/** Every Helm path of a tier: its documented value, what it takes, what is known of it, and its line. */
export function PathTable({ tier }: { readonly tier: Option }) {
  const { showInFile } = useWizard();
  const reading = useWizardState((state) => state.reading);
  const lineOf = new Map(reading.lines.map(({ id }, index) => [id, index + 1]));
  const entryOf = new Map(reading.entries.map((entry) => [entry.key.path, entry]));
  const rows: PathRow[] = tier.parts.flatMap((part) => {
    const path = isAnswer(part) ? (part.writes ? part.writes.path : '') : part.path;
    if (!path) return [];
    const entry = entryOf.get(path);
    return [
      {
        path,
        documented: isAnswer(part) ? readable(part, part.default) : '',
        accepts: isAnswer(part) ? acceptedBy(part) : 'written, not asked',
        provenance: entry?.isConfirmed ? 'in your chart' : part.provenance,
        isChanged: isAnswer(part) && reading.raw[part.key] !== part.default,
        entry,
      },
    ];
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
            {rows.map(({ path, documented, accepts, provenance, isChanged, entry }) => {
              const written = entry && formatPath(entry.path);
              return (
                <tr key={path} className={isChanged ? 'changed' : undefined}>
                  <th scope="row" translate="no">
                    {path}
                  </th>
                  <td translate="no">{documented}</td>
                  <td>{accepts}</td>
                  <td>{provenance}</td>
                  <td>
                    {written !== undefined && lineOf.has(written) && (
                      <button
                        type="button"
                        className="link"
                        aria-label={`Show ${path} in the file`}
                        onClick={() => showInFile([written])}
                      >
                        {String(lineOf.get(written))}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
