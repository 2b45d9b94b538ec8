/** Whether the server answers at all: it has no state and nothing behind it, so there is no more to ask. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'Cache-Control': 'no-store' } });
}

/** Made for each request: a prerendered answer would say only that the build was well. */
export const dynamic = 'force-dynamic';
