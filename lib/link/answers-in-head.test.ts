import { expect, it } from 'vitest';
import { answersInHead } from './answers-in-head';

it.each([
  ['# answers: v=1&redis.cluster=false\n', 'v=1&redis.cluster=false'],
  ['# answers: v=1&redis.cluster=false', 'v=1&redis.cluster=false'],
  ['# answers:\n# v=1&redis.cluster=false\n', 'v=1&redis.cluster=false'],
  ['# answers:\n# v=1&redis.cluster=false', 'v=1&redis.cluster=false'],
  ['# answers: \r\n# v=1&redis.cluster=false\r\n', 'v=1&redis.cluster=false'],
  ['\uFEFF# A file.\n\n#\n# answers:\n# v=1&plan.zones=4\n# more\napi:\n', 'v=1&plan.zones=4'],
  ['# A file.\n# answers: v=1&plan.zones=4\n\napi:\n  x: 1\n', 'v=1&plan.zones=4'],
  ['# answers: defaults\napi: {}\n', ''],
])('%j holds %j', (text, answers) => {
  expect(answersInHead(text)).toBe(answers);
});

it.each([
  '',
  'api: {}\n',
  '# answers:\n',
  '# answers:\n#\n# v=1&plan.zones=4\n',
  '# answers:\n# defaults\n',
  '# answers: yes, please\n',
  // Behind the first key it is no head any more.
  'api: {}\n# answers: v=1&plan.zones=4\n',
  'x: |\n  text\n# answers:\n# v=1&plan.zones=4\n',
])('%j holds none', (text) => {
  expect(answersInHead(text)).toBeUndefined();
});
