import type { CheckStatus } from '@/lib/files/check-status';

/** The groups of the result in their order, what needs a choice first. */
export const GROUPS: readonly {
  readonly id: CheckStatus;
  readonly sign: string;
  readonly title: string;
  readonly about: string;
  /** Whether a path of the chart can be chosen for its keys. */
  readonly offersPaths?: true;
  readonly isFolded?: true;
}[] = [
  {
    id: 'absent',
    sign: '?',
    title: 'Not listed in your values.yaml',
    about:
      'A template may still read these; if none does they have no effect, and Helm does not say so. Choose the path that your chart lists; it takes the place of ours in the file and in the link.',
    offersPaths: true,
  },
  {
    id: 'other-type',
    sign: '≠',
    title: 'Other type',
    about:
      'Your chart has something else at this path. Where it can, the file now writes the chart’s type and says so.',
  },
  {
    id: 'chosen',
    sign: '✓',
    title: 'At the path that you chose',
    about: 'Written where your chart has it.',
  },
  {
    id: 'overlay-only',
    sign: '○',
    title: 'Overlay only',
    about: 'The documentation says that no base chart has these; its templates read them.',
    isFolded: true,
  },
  {
    id: 'confirmed',
    sign: '✓',
    title: 'Confirmed',
    about: 'There, with the same type, or below a mapping that your chart leaves open.',
    isFolded: true,
  },
];
