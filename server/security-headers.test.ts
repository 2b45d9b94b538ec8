import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inlineScripts, pagePolicy } from './security-headers';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('finds the inline scripts of a page, byte for byte, and no other', () => {
  const html =
    '<script src="/a.js" async=""></script><script>a("<b>")\n</script><script id="x">2</script>' +
    '<script noModule="" src="/p.js"></script><p data-src="">x</p>';
  expect(inlineScripts(html)).toEqual(['a("<b>")\n', '2']);
});

it('names each inline script once, by the hash of its bytes', () => {
  const policy = pagePolicy(
    ['<script>1</script>', '<script>1</script><script>é</script>'],
    ['p{}'],
  );
  expect(policy).toContain(`script-src 'self' ${sha('1')} ${sha('é')};`);
  expect(policy).toContain(`style-src 'self' ${sha('p{}')};`);
});

it('grants nothing that is not named', () => {
  const policy = pagePolicy([], []);
  expect(policy).not.toMatch(/unsafe|\*|http|data:.*script/);
  const rest = policy.split('; ').filter((part) => !part.endsWith("'none'"));
  expect(rest).toEqual(["script-src 'self'", "style-src 'self'", 'img-src data:']);
});
