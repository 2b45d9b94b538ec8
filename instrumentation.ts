/** Next calls it once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { watchRequests } = await import('@/server/before-next');
    watchRequests();
    // `next dev` needs eval and a socket of its own, and prerenders nothing.
    if (process.env.NODE_ENV !== 'production') return;
    const { addSecurityHeaders } = await import('@/server/add-security-headers');
    addSecurityHeaders(['.next/server/app']);
    const { limitConnections } = await import('@/server/connections');
    limitConnections().drainOnStop();
  }
}
