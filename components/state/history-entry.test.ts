import { afterEach, expect, it, vi } from 'vitest';
import { catalog } from '@/lib/catalog/registry';
import type { UserFiles } from '@/lib/domain/user-files';
import { readingOf } from '@/tests/support/reading';
import { readEntry, writeEntry } from './history-entry';
import { createWizardStore } from './wizard-store';

afterEach(() => vi.unstubAllGlobals());

/** What a reload finds of these files. */
function afterReload(userFiles: UserFiles) {
  const history = { state: null, replaceState: (state: null) => Object.assign(history, { state }) };
  vi.stubGlobal('history', history);
  vi.stubGlobal('location', { pathname: '/' });
  const store = createWizardStore(catalog);
  store.update({ raw: readingOf({}).raw, userFiles });
  writeEntry(catalog, store.get(), 'replace');
  return readEntry(catalog);
}

const FILES: UserFiles = {
  accepted: { 'redis-single-node': 'a test cluster' },
  map: { 'kafka.brokers': 'bus.brokers' },
  carried: [{ path: ['ingress'], value: [JSON.parse('{ "__proto__": 1 }')] }],
  chart: { 'api.autoscaling.minReplicas': 'api.min' },
};

it('keeps the operator’s files, and no secret of them', () => {
  expect(JSON.stringify(afterReload(FILES)?.userFiles)).toBe(JSON.stringify(FILES));
  const secret = { path: ['db', 'password'], value: 's3cret', isSecret: true } as const;
  const kept = afterReload({ ...FILES, carried: [secret] });
  expect(JSON.stringify(history.state)).not.toContain('s3cret');
  expect(kept).toMatchObject({ notKept: ['db.password'] });
});
