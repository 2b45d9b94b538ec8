/** Next calls it once, before the first request. */
export async function register(): Promise<void> {
  // `next dev` needs eval and a socket of its own, and prerenders nothing.
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NODE_ENV === 'production') {
    const { addSecurityHeaders } = await import('@/server/security-headers');
    addSecurityHeaders('.next/server/app');
  }
}
