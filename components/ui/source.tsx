import { documentationOf } from '@/lib/domain/documentation';

/** Where a fact comes from: a link where that is a page of the documentation. */
export function Source({ of: source }: { readonly of: string }) {
  const address = documentationOf(source);
  if (address === undefined) return <span>{source}</span>;
  return (
    <a className="file-link" href={address} target="_blank" rel="noreferrer">
      {source}
      <span className="sr-only">, opens a tab</span>
    </a>
  );
}
