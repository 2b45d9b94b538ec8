/** The names of a table's columns, in one row; `''` for a column without one. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>{columns.map((name) => (name ? <th key={name}>{name}</th> : <td key="no name" />))}</tr>
    </thead>
  );
}
