import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that passes on another one's answers, with a script before all others in each page. */
export interface FirstScript {
  /** The same address at this server. */
  through(url: string): string;
  stop(): Promise<void>;
}

/**
 * WebKit's driver does not report the console, cannot add a script to pages before they load, and has no BiDi (seen with
 * 2.50). So the script that must run before the page's own is inserted into each page as it is served, and into its policy.
 */
export async function listenFirst(script: string): Promise<FirstScript> {
  const own = `${script};document.currentScript.remove()`;
  const hash = `'sha256-${createHash('sha256').update(own).digest('base64')}'`;
  let origin = '';
  const server = createServer(async (request, response) => {
    // A kept connection may be closed by the server just when it is used again.
    const answer = await fetch(origin + request.url, { headers: { Connection: 'close' } }).catch(
      () => undefined, // that server has ended meanwhile
    );
    if (!answer) {
      response.destroy();
      return;
    }
    const headers = new Map(answer.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) {
      headers.delete(name);
    }
    let body = Buffer.from(await answer.arrayBuffer());
    if (headers.get('content-type')?.startsWith('text/html')) {
      const policy = headers.get('content-security-policy');
      const wider = policy?.replace('script-src', `script-src ${hash}`);
      if (wider) headers.set('content-security-policy', wider);
      body = Buffer.from(body.toString().replace('<head>', `<head><script>${own}</script>`));
    }
    response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is an object
  return {
    through(url) {
      origin = new URL(url).origin;
      return url.replace(origin, `http://127.0.0.1:${port}`);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
