/** A network cable that can be pulled. The browser's own "offline" leaves open sockets as they are. */

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Cable {
  /** For a browser that reaches the address through the cable. */
  readonly argument: string;
  /** Ends every connection and lets none be made. */
  pull(): void;
  plugIn(): void;
  close(): Promise<void>;
}

/** @param address whose host and port stand behind the cable */
export async function cable(address: string): Promise<Cable> {
  const { host, port: behind } = new URL(address);
  const port = Number(behind);
  const open = new Set<Socket>();
  let pulled = false;
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (pulled) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    keep(far);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pull = (): void => {
    pulled = true;
    for (const socket of open) socket.destroy();
  };
  return {
    argument: `--host-resolver-rules=MAP ${host} 127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull,
    plugIn: () => {
      pulled = false;
    },
    async close() {
      pull();
      server.close();
      await once(server, 'close');
    },
  };
}
