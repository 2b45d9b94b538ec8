import { type BrowserContext, expect, type Page, type Request } from '@playwright/test';

/** The page's own scripts and styles, wherever the page stands; some are fetched when it is idle. */
const OWN_FILE = '/_next/static/';

/**
 * Watches all pages of a context. The returned function fails the test if any of them wrote an error or a warning to
 * the console, threw, or requested anything but its own files once it was loaded.
 */
export function watchContext(context: BrowserContext): () => void {
  const complaints: string[] = [];
  const lateRequests: string[] = [];
  const loading = new Set<Page>();

  context.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('page', (page) => page.on('load', () => loading.delete(page)));
  context.on('request', (request) => {
    const isVisit = request.isNavigationRequest() && request.url().startsWith('http');
    if (isVisit) loading.add(request.frame().page());
    else if (isLate(request, loading)) lateRequests.push(request.url());
  });

  return () => {
    expect(complaints, 'errors and warnings in the console').toEqual([]);
    expect(lateRequests, 'requests of a page that is loaded').toEqual([]);
  };
}

function isLate(request: Request, loading: ReadonlySet<Page>): boolean {
  const url = new URL(request.url());
  // A download goes through a blob, an icon through data: neither leaves the page.
  if (url.protocol === 'blob:' || url.protocol === 'data:') return false;
  if (url.pathname.includes(OWN_FILE)) return false;
  return !loading.has(request.frame().page());
}
