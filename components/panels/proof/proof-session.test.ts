import { expect, test } from 'vitest';
import { createProofSession } from './proof-session';

const render = (name: string) => ({
  name,
  render: { objects: [], secrets: 0, broken: [], remarks: [] },
});
const names = (session: ReturnType<typeof createProofSession>) =>
  Object.fromEntries(Object.entries(session.get().renders).map(([role, { name }]) => [role, name]));

test('a render takes the place of the one that had its role', () => {
  const session = createProofSession();
  session.take('after', render('one.yaml'));
  session.take('after', render('two.yaml'));
  expect(names(session)).toEqual({ after: 'two.yaml' });
});

test('another role is given by hand, and two renders change places', () => {
  const session = createProofSession();
  session.take('after', render('a.yaml'));
  session.move('after', 'before');
  expect(names(session)).toEqual({ before: 'a.yaml' });
  session.take('after', render('b.yaml'));
  session.move('after', 'before');
  expect(names(session)).toEqual({ before: 'b.yaml', after: 'a.yaml' });
});

test('nothing is left once it is forgotten', () => {
  const session = createProofSession();
  session.take('traced', render('t.yaml'));
  session.choose('api', 'Deployment/x');
  session.forget();
  expect(session.get()).toEqual({ renders: {}, chosen: {} });
});
