import { createServer } from 'vite';

export interface Gallery {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the gallery of this folder on a free port of this machine. */
export async function serveGallery(folder: string = import.meta.dirname): Promise<Gallery> {
  const server = await createServer({
    configFile: `${folder}/vite.config.ts`,
    logLevel: 'warn',
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the gallery has no address');
  return { address, stop: () => server.close() };
}
