import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** Where galleries lie while they are served; what a killed run has left there goes with a clean build. */
const GALLERIES = join(import.meta.dirname, '../../target');

export interface Gallery {
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds the gallery of this folder and serves it on a free port of this machine: one file loads faster than all. */
export async function serveGallery(folder: string = import.meta.dirname): Promise<Gallery> {
  mkdirSync(GALLERIES, { recursive: true });
  const outDir = mkdtempSync(join(GALLERIES, 'gallery-'));
  const configFile = `${folder}/vite.config.ts`;
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true, minify: false, target: 'esnext', chunkSizeWarningLimit: 4_096 } });
  const server = await preview({ configFile, logLevel: 'warn', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the gallery has no address');
  return {
    address,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
