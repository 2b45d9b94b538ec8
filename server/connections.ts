import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** How long a client may take, in milliseconds. */
const TIME_LIMITS = {
  /** From connecting, or from the last answer, to the end of the next request's head. */
  requestMs: 10_000,
  /** From the head of a request to the last byte of the answer. */
  answerMs: 60_000,
  /** While the server stops: for a request that may be on its way over a connection that is idle. */
  lingerMs: 500,
  /** While the server stops: for everything. Below the 30 s that Kubernetes grants by default. */
  stopMs: 20_000,
};

interface Connection {
  unanswered: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Watches the connections of this process's HTTP server, on Node's own channels, since Next shows nobody its server.
 * A client that is slower than `limits` loses its connection. Node by itself checks for slow heads only every 30
 * seconds, and never gives up on a client that does not read its answer.
 */
export function limitConnections(limits = TIME_LIMITS) {
  const connections = new Map<Socket, Connection>();
  const servers = new Set<Server>();
  let isStopping = false;
  let whenEmpty = () => {};

  const restartTimer = (socket: Socket, connection: Connection, milliseconds: number) => {
    clearTimeout(connection.timer);
    connection.timer = setTimeout(() => socket.destroy(), milliseconds).unref();
  };
  const idleMs = () => (isStopping ? limits.lingerMs : limits.requestMs);

  subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: Socket }; // what Node documents for this channel
    const connection: Connection = { unanswered: 0, timer: undefined };
    connections.set(socket, connection);
    restartTimer(socket, connection, idleMs());
    socket.once('close', () => {
      clearTimeout(connection.timer);
      connections.delete(socket);
      if (connections.size === 0) whenEmpty();
    });
  });

  subscribe('http.server.request.start', (message) => {
    const { response, socket, server } = message as {
      response: ServerResponse;
      socket: Socket;
      server: Server;
    }; // what Node documents for this channel
    servers.add(server);
    const connection = connections.get(socket);
    if (!connection) return; // made before this watch began
    if (isStopping) response.setHeader('Connection', 'close');
    connection.unanswered += 1;
    restartTimer(socket, connection, limits.answerMs);
    response.once('close', () => {
      connection.unanswered -= 1;
      if (connection.unanswered === 0 && !socket.destroyed)
        restartTimer(socket, connection, idleMs());
    });
  });

  /** Takes no more connections and answers what has been asked. Resolves to whether every answer went out. */
  const drain = (): Promise<boolean> => {
    isStopping = true;
    // http's own close would cut idle connections at once, also one whose next request is already on its way.
    for (const server of servers) NetServer.prototype.close.call(server);
    for (const [socket, connection] of connections) {
      if (connection.unanswered === 0) restartTimer(socket, connection, limits.lingerMs);
    }
    return new Promise((resolve) => {
      const deadline = setTimeout(() => resolve(false), limits.stopMs);
      whenEmpty = () => {
        clearTimeout(deadline);
        resolve(true);
      };
      if (connections.size === 0) whenEmpty();
    });
  };

  return {
    drain,
    /** At SIGTERM or SIGINT drains and ends the process: with 0, or with 1 where an answer had to be cut off. */
    drainOnStop(): void {
      const stop = () => {
        if (!isStopping) void drain().then((isComplete) => process.exit(isComplete ? 0 : 1));
      };
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
    },
  };
}
