import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../limits/limits';
import { fencedBlock } from './preflight';

describe('escapeMarkdown', () => {
  it('leaves what reads as it is written', () => {
    const plain = 'Postgres 15 or later, with its URL in DATABASE_URL (see api-secrets). A & B.';
    expect(escapeMarkdown(plain)).toBe(plain);
  });

  it('takes the meaning from whatever Markdown or HTML would act on', () => {
    expect(escapeMarkdown('*b* `c` <img onerror=x> [l](u) a|b ~x~ &lt; \\')).toBe(
      '\\*b\\* \\`c\\` \\<img onerror=x\\> \\[l\\](u) a\\|b \\~x\\~ \\&lt; \\\\',
    );
    expect(escapeMarkdown('_em_ but a_b')).toBe('\\_em\\_ but a_b');
  });

  it('stays on one line', () => {
    expect(escapeMarkdown(' a\r\n- [x] b\u2028c\u0007 ')).toBe('a - \\[x\\] b c');
  });
});

describe('fencedBlock', () => {
  it('cannot be closed by what it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '\n', 'x', ' ', '~~~')), (parts) => {
        const [open = '', ...rest] = fencedBlock('sh', parts.join(''));
        const fence = open.replace('sh', '');
        const closing = rest.findIndex(
          (line) => /^ {0,3}`+\s*$/.test(line) && line.trim() >= fence,
        );
        expect(closing).toBe(rest.length - 1);
      }),
    );
  });

  it('is indented to belong to a list item', () => {
    expect(fencedBlock('sh', 'a\n\nb', '  ')).toEqual(['  ```sh', '  a', '', '  b', '  ```']);
  });
});
