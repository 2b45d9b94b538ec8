/** Next calls it once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { watchRequests } = await import('@/lib/http/before-next');
    watchRequests();
  }
}
