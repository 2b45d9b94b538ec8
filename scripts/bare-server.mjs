// For the benchmark: the routes on Node's own server, without Next.
import { createServer } from 'node:http';
import { bundle } from './bundle.mjs';

/** @type {typeof import('../server/respond')} */
const { respond } = await import(await bundle('server/respond.ts'));
createServer(async ({ url = '', headers }, response) => {
  const [path = '', query = ''] = url.split('?');
  const reply = await respond(path.slice(1), query, headers['if-none-match']);
  response.writeHead(reply.status, reply.headers).end(reply.body);
}).listen(process.env.PORT);
