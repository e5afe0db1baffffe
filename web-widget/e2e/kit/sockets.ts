/** What passes over a page's WebSockets, as the server gets and gives it. */

import type { Page } from 'playwright-core';

export interface Frames {
  readonly sent: Buffer[];
  readonly received: Buffer[];
}

/** Begins to listen; sockets that are open already are not heard. */
export function listenTo(page: Page): Frames {
  const frames: Frames = { sent: [], received: [] };
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.sent.push(Buffer.from(payload)));
    socket.on('framereceived', ({ payload }) => frames.received.push(Buffer.from(payload)));
  });
  return frames;
}
