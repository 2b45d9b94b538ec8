import type { Notice } from '@/lib/link/link';

/** How a file was read, where that may surprise, each by the key that it is about. */
export function Remarks({ remarks }: { readonly remarks: readonly Notice[] }) {
  if (remarks.length === 0) return null;
  return (
    <details open>
      <summary>To know ({remarks.length})</summary>
      <ul className="leaves">
        {remarks.map(({ key, message }) => (
          <li key={key + message}>
            <code translate="no">{key}</code> <span className="leaf-said">{message}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
