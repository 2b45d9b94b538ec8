/** A key of a file with its value, as both stand there. */
export function Leaf({ path, value }: { readonly path: string; readonly value: string }) {
  return (
    <>
      <code translate="no" className="leaf-path">
        {path}
      </code>{' '}
      <code translate="no" className="leaf-value">
        {value}
      </code>{' '}
    </>
  );
}
