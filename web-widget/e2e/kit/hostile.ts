/**
 * A hostile server, in the place where the real one is: everything between a visitor's browser and the server passes
 * its hands, as frames and pages. It can do what a seized or bribed server can: leave out, double, delay, swap, alter.
 */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { EntrySchema, TalkSchema, type Entry, type Talk } from '../../src/gen/havn/v1/talk_pb.ts';
import {
  VisitorDownSchema,
  VisitorUpSchema,
  type VisitorDown,
  type VisitorUp,
} from '../../src/gen/havn/v1/visitor_pb.ts';
import { pad, unpad } from '../../src/wire/padding.ts';

export type Down = VisitorDown['kind'];
export type Up = VisitorUp['kind'];

/** What it does with what passes; by default nothing. */
export interface Deeds {
  /** Answers what the visitor gets instead. */
  down: (frame: Down) => readonly Down[];
  /** Answers what the server gets instead. */
  up: (frame: Up) => readonly Up[];
  /** Answers what the visitor gets instead of this page or list. */
  page: (path: string, body: Buffer) => Buffer;
}

export interface Hostile {
  /** For a browser that reaches the address through it. */
  readonly argument: string;
  readonly deeds: Deeds;
  /** What the server gave and what the visitor said, before any deed. */
  readonly given: Down[];
  readonly said: Up[];
  /** Says something to the visitor that the server did not say. */
  tell(frame: Down): void;
  honest(): void;
  /** Ends the visitor's connections, as a bad network would. */
  cut(): void;
  close(): Promise<void>;
}

const HONEST: Deeds = { down: (frame) => [frame], up: (frame) => [frame], page: (_path, body) => body };

/** @param address whose host and port stand behind it */
export async function hostile(address: string): Promise<Hostile> {
  const { host, port } = new URL(address);
  const deeds = { ...HONEST };
  const given: Down[] = [];
  const said: Up[] = [];
  const open = new Set<WebSocket>();

  const pages = createServer((asked, answer) => {
    fetched(asked, answer).catch(() => answer.destroy());
  });
  async function fetched(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const real = request({ host: '127.0.0.1', port, path: asked.url, method: asked.method, headers: asked.headers });
    asked.pipe(real);
    const [got] = (await once(real, 'response')) as [IncomingMessage];
    const body = deeds.page(asked.url ?? '', Buffer.concat(await got.toArray()));
    answer.writeHead(got.statusCode ?? 502, { ...got.headers, 'content-length': String(body.length) });
    answer.end(body);
  }

  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'havn.v1' });
  pages.on('upgrade', (asked, socket, head) => {
    sockets.handleUpgrade(asked, socket, head, (near) => {
      const far = new WebSocket(`ws://127.0.0.1:${port}${asked.url}`, ['havn.v1'], {
        headers: { host: asked.headers.host, origin: asked.headers.origin ?? 'null' },
      });
      open.add(near);
      const early: Uint8Array[] = [];
      far.on('open', () => early.splice(0).forEach((frame) => far.send(frame)));
      near.on('message', (bytes: Buffer) => {
        const frame = fromBinary(VisitorUpSchema, opened(bytes)).kind;
        said.push(frame);
        for (const kind of deeds.up(frame)) {
          const instead = pad(toBinary(VisitorUpSchema, create(VisitorUpSchema, { kind })));
          if (far.readyState === WebSocket.OPEN) far.send(instead);
          else early.push(instead);
        }
      });
      far.on('message', (bytes: Buffer) => {
        const frame = fromBinary(VisitorDownSchema, opened(bytes)).kind;
        given.push(frame);
        for (const kind of deeds.down(frame)) near.send(toVisitor(kind));
      });
      far.on('close', (code) => near.close(code === 1_005 || code === 1_006 ? 3_001 : code));
      near.on('close', () => {
        open.delete(near);
        far.close();
      });
      far.on('error', () => near.terminate());
      near.on('error', () => far.terminate());
    });
  });
  pages.listen(0, '127.0.0.1');
  await once(pages, 'listening');
  return {
    argument: `--host-resolver-rules=MAP ${host} 127.0.0.1:${(pages.address() as AddressInfo).port}`,
    deeds,
    given,
    said,
    tell: (frame) => open.forEach((socket) => socket.send(toVisitor(frame))),
    honest: () => {
      Object.assign(deeds, HONEST);
      given.length = 0;
      said.length = 0;
    },
    cut: () => open.forEach((socket) => socket.terminate()),
    async close() {
      open.forEach((socket) => socket.terminate());
      pages.closeAllConnections();
      pages.close();
      await once(pages, 'close');
    },
  };
}

const toVisitor = (kind: Down): Uint8Array => pad(toBinary(VisitorDownSchema, create(VisitorDownSchema, { kind })));

function opened(bytes: Buffer): Uint8Array {
  const read = unpad(bytes);
  if ('code' in read) throw new Error(`a frame of length ${bytes.length} is not padded as it should be`);
  return read.message;
}

/** The entry in a frame to the visitor, if it is one of this kind. */
export function entryOf(frame: Down, kind: Entry['kind']['case']): Entry | undefined {
  return frame.case === 'entry' && frame.value.kind.case === kind ? frame.value : undefined;
}

/** A word of staff. */
export const isStaffTalk = (frame: Down): boolean => {
  const entry = entryOf(frame, 'talk');
  return entry?.kind.case === 'talk' && entry.kind.value.signature.length > 0;
};

/** The same entry under another number. */
export const renumbered = (entry: Entry, seq: number): Down => ({
  case: 'entry',
  value: create(EntrySchema, { seq, kind: entry.kind }),
});

/** The same talk frame with one bit of its ciphertext turned over. */
export const flippedTalk = ({ frame, signature }: Talk): Talk =>
  create(TalkSchema, { frame: frame.with(60, frame[60]! ^ 1), signature });
