// For the benchmark: the routes on Node's own server, without Next.
import { createServer } from 'node:http';
import { bundle } from './bundle.mjs';

/** @type {typeof import('../server/respond')} */
const { respond } = await import(await bundle('server/respond.ts'));
createServer(async ({ url = '', headers }, response) => {
  const [path = '', query = ''] = url.split('?');
  const reply = await respond(path.slice(1), query, headers['if-none-match']);
  response.statusCode = reply.status;
  response.setHeaders(reply.headers).end(Buffer.from(await reply.arrayBuffer()));
}).listen(process.env.PORT);
