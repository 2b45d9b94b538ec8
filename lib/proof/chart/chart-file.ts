/** A file of a chart, or of a folder that may hold one. */
export interface ChartFile {
  /** From the folder or archive on, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The folder that a path's file stands in, with a `/` behind it; `''` at the top. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
