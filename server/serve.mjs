// The production server, of `npm start` and of the image: Next's handler on a server of Node's own, as Next documents
// it under "Custom Server". Next's own server answers neither an `Upgrade` nor a target in absolute form, drops at
// SIGTERM what it was asked, and cuts idle connections before a load balancer does: tests/http has a test for each.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, STATUS_CODES } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import next from 'next';

/** @typedef {import('node:net').Socket} Socket @typedef {import('node:http').ServerResponse} ServerResponse */

/** In milliseconds. */
const TIME = {
  /** For the head of a request: from connecting, or from its first byte. */
  head: 10_000,
  /** A connection on which nothing moves, in either direction, is cut: nobody reads the answer. */
  still: 60_000,
  /** Idle connections are kept longer than load balancers keep theirs (60 s): who closes last loses no request. */
  idle: 75_000,
  /** While the server stops: for a request that may be on its way over an idle connection. */
  linger: 500,
  /** While the server stops: for everything. Below the 30 s that Kubernetes grants by default. */
  stop: 20_000,
};

const port = portOf(process.env.PORT);
// What the build made of next.config.ts, which the image does not hold: as the server.js that Next writes does it.
const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8'));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
// Given a server that never listens, Next puts its handler for `Upgrade` there. A server without such a handler reads
// the request as if the header were not there, which is what RFC 9110 asks of it.
const app = next({ dev: false, httpServer: createServer() });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer({
  headersTimeout: TIME.head,
  requestTimeout: TIME.head,
  keepAliveTimeout: TIME.idle,
  connectionsCheckingInterval: 1_000,
  // As much as a command line can hold (Linux: 128 KiB an argument): the routes answer 414 where Node would answer 431.
  maxHeaderSize: 256 * 1024,
});
server.timeout = TIME.still;

/** The open connections, each with the responses that it still waits for. @type {Map<Socket, Set<ServerResponse>>} */
const connections = new Map();
let accepted = 0;
let isStopping = false;

server.on('connection', (socket) => {
  accepted += 1;
  connections.set(socket, new Set());
  socket.once('close', () => connections.delete(socket));
});

server.on('request', async (request, response) => {
  const { socket, method = '' } = request;
  const waiting = connections.get(socket) ?? new Set();
  waiting.add(response);
  response.once('close', () => {
    waiting.delete(response);
    if (isStopping && waiting.size === 0) lingerThenCut(socket, waiting);
  });
  beforeHead(response, () => {
    // While the server stops, the last answer of a connection says so. Of a paused connection more may be on its way.
    const isLast = [...waiting].at(-1) === response && !socket.isPaused();
    if (isStopping && isLast) response.shouldKeepAlive = false;
    // Next gives the same strong tag to a page and to its compressed form, which are other bytes.
    const tag = String(response.getHeader('ETag') ?? '');
    if (response.hasHeader('Content-Encoding') && tag.startsWith('"'))
      response.setHeader('ETag', `W/${tag}`);
    // Next lets proxies keep the page for a year: after an upgrade it would ask for scripts that are gone.
    if (String(response.getHeader('Cache-Control')).includes('s-maxage'))
      response.setHeader('Cache-Control', 'public, no-cache');
  });
  if (method !== 'GET' && method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD are served here.');
  request.url = pathOf(request.url ?? '/');
  // A link whose # was encoded on its way, as link scanners do. Next would make one slash of two in its answers.
  const [isMoved, answers, query = ''] = /^\/%(?:25)?23([^?]*)(\?.*)?$/s.exec(request.url) ?? [];
  if (isMoved) return response.writeHead(307, { Location: `/${query}#${answers}` }).end();
  if (!isDecodable(request.url))
    return refuse(response, 400, 'The percent-encoding of the path is broken.');
  // Next answers those of a static file that it cannot meet with a 500.
  for (const name of ['range', 'if-match', 'if-unmodified-since']) delete request.headers[name];
  // Next reads the query into an object and writes it again, without `__proto__`, `nxtP…` or a broken `%zz`.
  request.headers['x-query-as-sent'] = request.url.replace(/^[^?]*\??/, '');
  if (request.url !== '/healthz') await myTurn();
  handle(request, response).catch((/** @type {unknown} */ error) => {
    console.error(error);
    response.destroy();
  });
});

// Without a listener Node closes such a connection without a byte.
server.on('connect', (_, socket) => {
  const head = ['HTTP/1.1 405 Method Not Allowed', 'Allow: GET, HEAD', 'Connection: close'];
  socket.end(`${head.join('\r\n')}\r\nContent-Length: 0\r\n\r\n`);
});

/** @type {Promise<void>} */
let turns = Promise.resolve();

/** Of many requests that come at once each begins alone: between two of them the server reads, sends, takes up
 * connections and says that it is healthy. Node takes one connection in a turn of the event loop, so it takes some turns. */
const myTurn = () => (turns = turns.then(() => takeUp(100)));

/** Takes up connections that the kernel has ready. @param {number} most */
async function takeUp(most) {
  await turnOfTheLoop(); // the rest of the present one
  for (let before = -1; most > 0 && before !== accepted; most -= 1) {
    before = accepted;
    await turnOfTheLoop();
  }
}

server.on('error', (error) => {
  console.error(`The server could not start: ${error.message}`);
  process.exit(1);
});
// Without a host Node listens on `::`, IPv4 included, or on 0.0.0.0 where there is no IPv6.
server.listen(port, () => {
  const address = server.address();
  const taken = typeof address === 'object' ? address?.port : port;
  console.log(`Ready at http://localhost:${taken}`);
  // So that nobody builds beside it (scripts/build.mjs). In the image nobody could, and nothing can be written.
  const mark = `.next/serving-${process.pid}`;
  try {
    writeFileSync(mark, String(taken));
    process.on('exit', () => rmSync(mark, { force: true }));
  } catch {}
});

/** @type {Promise<void> | undefined} */
let stopping; // once: npm passes on a Ctrl+C that the terminal has sent here already
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => (stopping ??= stop()));

/** Answers all that was asked and ends the process: with 0, or with 1 where an answer had to be cut off. */
async function stop() {
  setTimeout(() => process.exit(1), TIME.stop);
  // With the listener the kernel would drop the connections that wait there, and what came over them.
  await takeUp(Number.POSITIVE_INFINITY);
  isStopping = true;
  // http's own close would cut idle connections at once, also one whose next request is already on its way.
  NetServer.prototype.close.call(server, () => process.exit(0));
  for (const [socket, waiting] of connections)
    if (waiting.size === 0) lingerThenCut(socket, waiting);
}

/** @param {Socket} socket @param {Set<ServerResponse>} waiting */
function lingerThenCut(socket, waiting) {
  setTimeout(async () => {
    await turnOfTheLoop(); // a busy loop may not have read yet what came meanwhile
    await turnOfTheLoop();
    if (waiting.size === 0) socket.destroy();
  }, TIME.linger);
}

/** @param {ServerResponse} response @param {() => void} change */
function beforeHead(response, change) {
  const { writeHead } = response;
  const changed = (/** @type {unknown[]} */ ...head) => {
    change();
    return Reflect.apply(writeHead, response, head);
  };
  Object.assign(response, { writeHead: changed });
}

/** By RFC 9457. @param {ServerResponse} response @param {400 | 405} status @param {string} detail */
function refuse(response, status, detail) {
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail };
  response.setHeader('Content-Type', 'application/problem+json');
  if (status === 405) response.setHeader('Allow', 'GET, HEAD');
  response.writeHead(status).end(`${JSON.stringify(problem, null, 2)}\n`);
}

/** Next answers any other path with a 500. @param {string} target */
function isDecodable(target) {
  try {
    return decodeURI(target.split('?', 1)[0] ?? '') !== '';
  } catch {
    return false;
  }
}

/** A request target as a path: without scheme and authority, which the absolute form has (RFC 9112, 3.2.2), and
 * without a fragment, which only odd clients send. @param {string} target */
function pathOf(target) {
  const [path = ''] = target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').split('#', 1);
  return path.startsWith('/') ? path : `/${path}`;
}

/** @param {string} [given] */
function portOf(given = '') {
  const number = Number(given || 3000);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  console.error(`PORT must be a whole number from 0 to 65535, not ${JSON.stringify(given)}.`);
  process.exit(1);
}
