/** What passes over a page's WebSockets, as the server gets and gives it. */

import { fromBinary } from '@bufbuild/protobuf';
import type { Page } from 'playwright-core';
import { VisitorUpSchema } from '../../src/gen/havn/v1/visitor_pb.ts';

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

/** The kinds of what the visitor's page says to the server, as it goes on. */
export function visitorSays(page: Page): readonly string[] {
  const kinds: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const frame = Buffer.from(payload);
      const { kind } = fromBinary(VisitorUpSchema, frame.subarray(2, 2 + frame.readUInt16BE(0)));
      kinds.push(String(kind.case));
    }),
  );
  return kinds;
}
