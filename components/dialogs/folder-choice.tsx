'use client';

import { type ChartFiles, chosenFolder } from './chart-files';

interface Props {
  readonly onChart: (chart: ChartFiles) => void;
}

/** A button that takes the folder of a whole chart. */
export function FolderChoice({ onChart }: Props) {
  return (
    <label className="button file-choice">
      Choose the chart’s folder
      <input
        type="file"
        ref={(input) => {
          if (input) input.webkitdirectory = true; // React has no attribute for it
        }}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // the same folder may be chosen again once it is fixed
          if (files.length > 0) onChart(chosenFolder(files));
        }}
      />
    </label>
  );
}
