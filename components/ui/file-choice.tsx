import type { ComponentProps, DragEvent, ReactNode } from 'react';

interface Takes {
  readonly onFiles: (files: readonly File[]) => void;
}

interface ChoiceProps extends Takes, Pick<ComponentProps<'input'>, 'accept' | 'multiple'> {
  readonly label: string;
  /** How the label looks. It takes the place of the browser's own button, which is still what has the focus. */
  readonly className: string;
}

export function FileChoice({ label, className, onFiles, ...attributes }: ChoiceProps) {
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

interface DropProps extends Takes {
  readonly className?: string;
  readonly children: ReactNode;
}

/** A place to drop files on, around a {@link FileChoice} that does the same. */
export function FileDrop({ className, onFiles, children }: DropProps) {
  const takes = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files'); // text is dropped into a field
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the choice within does the same
    <div
      className={className}
      onDragOver={(event) => takes(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
