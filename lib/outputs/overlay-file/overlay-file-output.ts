import { textOf } from '@/lib/overlay/overlay';
import type { Output } from '../output';

/** The overlay itself, byte for byte what the page shows. */
export const overlayFileOutput: Output = {
  name: 'overlay-file',
  title: 'values-large.yaml',
  file: {
    name: 'values-large.yaml',
    contentType: 'application/yaml; charset=utf-8',
    about: 'the Helm overlay; its head lists the honest limits of these answers',
    load: async () => (material) => textOf(material.reading.lines),
  },
};
