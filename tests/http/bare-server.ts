import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { respond } from '@/server/respond';

/** The routes on Node's own server, for tests that need no build. */
export async function bareServer(): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async ({ url = '', headers }, response) => {
    const [path = '', query = ''] = url.split('?');
    const reply = await respond(path.slice(1), query, headers['if-none-match']);
    response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is an object
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
