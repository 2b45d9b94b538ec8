/** KaireonAI's documentation. */
export const DOCUMENTATION = 'https://docs.kaireonai.com';

/** The pages that sources name, by what they call themselves. */
const PAGES: Readonly<Record<string, string>> = {
  'values-large': '/self-host/configure/values-large',
  'scaling runbook': '/platform/ops/runbooks/scaling',
  'cron-tier': '/self-host/configure/cron-tier',
  'outbox-publisher': '/self-host/configure/outbox-publisher',
  'environment variables reference': '/self-host/configure/env-vars',
  'streaming-runtime': '/data/streaming/streaming-runtime',
};

/** The address of the page that a source names first; `undefined` where it is no page of the documentation. */
export function documentationOf(source: string): string | undefined {
  const name = Object.keys(PAGES).find((page) => source.startsWith(page));
  return name === undefined ? undefined : `${DOCUMENTATION}${PAGES[name]}`;
}
