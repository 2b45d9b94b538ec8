/** A shortcut as printed beside what it does. Screen readers hear it from the button itself. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return (
    <span className="shortcut" aria-hidden="true">
      {keys}
    </span>
  );
}
