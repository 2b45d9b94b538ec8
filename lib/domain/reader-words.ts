import type { Reader } from './user-files';

/** Whether templates surely read a path. */
export const isRead = (reader: Reader | undefined): boolean =>
  reader?.state === 'read' || reader?.state === 'parent';

/** How templates read a path, in words: `Read in templates/hpa.yaml line 12.` */
export function readerWords({ state, file, line }: Reader): string {
  const place = `${file} line ${line}`;
  switch (state) {
    case 'read':
      return `Read in ${place}.`;
    case 'parent':
      return `Read by its parent in ${place}.`;
    case 'perhaps':
      return `Perhaps read (computed) in ${place}.`;
    case 'none':
      return 'No reader seen in the templates.';
  }
}
