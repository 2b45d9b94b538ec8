import { expect, it } from 'vitest';
import { answersInPath } from './answers-in-path';

it.each([
  ['/%23v=1&plan.zones=4', '/', 'v=1&plan.zones=4'],
  ['/%2523v=1', '/', 'v=1'],
  ['/some%20where/%23v%3D1%26plan.zones%3D4', '/some%20where/', 'v%3D1%26plan.zones%3D4'],
  ['/index.html%23v=1', '/index.html', 'v=1'],
  ['/%23scylla.localDataCenter=%23+1', '/', 'scylla.localDataCenter=%23+1'],
  ['//other.example/%23v=1', '//other.example/', 'v=1'],
])('%s', (path, base, fragment) => {
  expect(answersInPath(path)).toEqual({ base, fragment });
});

it.each(['/', '', '/index.html', '/%24v=1', '%23v=1', '/a%2', '/?a=%23'])('%j has none', (path) => {
  expect(answersInPath(path)).toBeUndefined();
});
