import { expect, test } from 'vitest';
import { valueText } from './split-key';

test.each([
  ['  cpu: "2"', '"2"'],
  ['api:', ''],
  ['  - maxSkew: 1', '1'],
  ['  - plain item', 'plain item'],
  ['  url: http://host:80/x', 'http://host:80/x'],
])('%j has the value %j', (text, value) => {
  expect(valueText(text)).toBe(value);
});
