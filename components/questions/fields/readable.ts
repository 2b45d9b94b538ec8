import type { Answer, Raw } from '@/lib/domain/answer';

/** An answer's text as a person reads it. */
export function readable({ shape }: Answer, raw: Raw): string {
  if (raw === '') return 'blank';
  if (shape.type === 'switch') return raw === 'true' ? 'on' : 'off';
  return raw;
}

/** What an answer takes, in a line. */
export function acceptedBy({ shape }: Answer): string {
  switch (shape.type) {
    case 'switch':
      return 'on or off';
    case 'choice':
      return shape.choices.map(({ label }) => label).join(', ');
    case 'whole-number':
      return `${shape.min.toLocaleString('en')} to ${shape.max.toLocaleString('en')}`;
    case 'quantity':
      return shape.resource === 'cpu' ? 'cores: 2, 0.5, 500m' : 'with a unit: 512Mi, 4Gi';
    case 'text':
      return `such as ${shape.example}, up to ${shape.maxLength} characters`;
  }
}
