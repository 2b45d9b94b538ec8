import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { catalog } from '@/lib/catalog/catalog';
import { respond } from '@/server/respond';

/**
 * The routes on Node's own server, without Next: what is left to go wrong, or to cost time, is theirs.
 * @param port 0 for any that is free
 */
export async function bareServer(port = 0): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { url = '', method = '', headers } = request;
    const [path = '', query = ''] = url.split('?');
    const reply = await respond(catalog, path.slice(1), {
      method,
      query,
      ifNoneMatch: headers['if-none-match'],
    });
    response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // a TCP server's address is an object
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
