import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limitKinds } from '@/lib/domain/limit-kind';

const css = readFileSync('app/styles/base.css', 'utf8');

test.each(Object.values(limitKinds))('a limit of the kind “$word” has a colour', ({ icon }) => {
  expect(css).toMatch(new RegExp(`\\.${icon}(?![\\w-])`));
});
