/** The fixed screens of a gallery in a browser, for all tests of one file. */

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serveGallery, type Gallery } from '../gallery/serve.ts';
import { launchBrowser } from './browser.ts';

export interface GalleryPages {
  /** Without a slash at the end; known once the tests run. */
  address(): string;
  /** A page of its own, closed after the task; at Oslo's time. */
  withPage(look: BrowserContextOptions, task: (page: Page) => Promise<void>): Promise<void>;
}

/** Serves a gallery, the visitor's by default, from before the first test of the file that calls it until after its last. */
export function galleryPages(folder?: string): GalleryPages {
  let gallery: Gallery;
  let browser: Browser;
  beforeAll(async () => {
    gallery = await serveGallery(folder);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await gallery.stop();
  });
  return {
    address: () => gallery.address,
    async withPage(look, task) {
      const context = await browser.newContext({ timezoneId: 'Europe/Oslo', ...look });
      try {
        await task(await context.newPage());
      } finally {
        await context.close();
      }
    },
  };
}
