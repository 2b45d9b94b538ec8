import type { ComponentProps } from 'react';

interface Props extends Pick<ComponentProps<'input'>, 'accept' | 'multiple' | 'ref'> {
  readonly label: string;
  /** How the label looks. It takes the place of the browser's own button, which is still what has the focus. */
  readonly className: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files, or a folder, from the operator's disk. */
export function FileChoice({ label, className, onFiles, ...attributes }: Props) {
  return (
    <label className={className}>
      {label}
      <input
        type="file"
        className="sr-only"
        {...attributes}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // the same file may be chosen again once it is fixed
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
