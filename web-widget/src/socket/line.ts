import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { backoff } from './backoff.ts';
import { Pace } from './pace.ts';

/** The part of a WebSocket that is used here. */
export interface SocketLike {
  binaryType: string;
  addEventListener(type: 'open', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(code?: number): void;
}

/** Opens a WebSocket with subprotocol `havn.v1`. */
export type OpenSocket = (address: string, subprotocol: string) => SocketLike;

export interface LineEvents {
  /** Connected: time for the first frame. If it fails, the connection is made anew. */
  opened(): Promise<void>;
  frame(frame: Uint8Array): void;
  /** Lost; comes back by itself. */
  lost(): void;
  /** Closed for good with a final code. */
  refused(code: number): void;
}

export interface LineTools {
  readonly open: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
}

export const SUBPROTOCOL = 'havn.v1';
const OPENING = 10 * SECOND;
/** The server pings every 15 s; after three missed ones the connection counts as dead. */
const SILENCE = 50 * SECOND;
const FIRST_FINAL = 3_500;
const LAST_FINAL = 3_999;
const NORMAL = 1_000;

/** A WebSocket that comes back: codes 3500–3999 are final, everything else is followed by another attempt. */
export class Line {
  private socket: SocketLike | undefined;
  private attempt = 0;
  private over = false;
  private heardAt = 0;
  private cancel: (() => void) | undefined;
  private readonly pace: Pace;

  constructor(
    private readonly address: string,
    private readonly events: LineEvents,
    private readonly tools: LineTools,
  ) {
    this.pace = new Pace((frame) => this.socket?.send(new Uint8Array(frame)), tools.clock);
  }

  /** Connects now. */
  start(): void {
    if (this.over || this.socket !== undefined) return;
    let opened = false;
    const socket = this.tools.open(this.address, SUBPROTOCOL);
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      if (this.socket !== socket) return;
      opened = true;
      this.heard();
      this.events.opened().catch(() => {
        if (this.socket === socket) this.again();
      });
    });
    socket.addEventListener('message', ({ data }) => {
      if (this.socket !== socket || !(data instanceof ArrayBuffer)) return;
      this.heard();
      this.events.frame(new Uint8Array(data));
    });
    socket.addEventListener('close', ({ code }) => {
      if (this.socket === socket) this.gone(code);
    });
    this.cancel = this.tools.clock.after(OPENING, () => {
      if (this.socket === socket && !opened) this.again();
    });
  }

  /** Sends a frame, or drops it while there is no connection. */
  send(frame: Uint8Array): void {
    if (this.socket !== undefined && !this.pace.offer(frame)) this.again();
  }

  /** The server accepted us: the next loss is answered quickly. */
  settled(): void {
    this.attempt = 0;
  }

  /** Drops this connection and makes another. */
  again(): void {
    const { socket } = this;
    this.gone(0);
    socket?.close(NORMAL);
  }

  /** Ends it for good; what was sent before still goes out. */
  close(): void {
    this.over = true;
    this.cancel?.();
    if (this.socket !== undefined) this.pace.flush();
    this.drop()?.close(NORMAL);
  }

  private gone(code: number): void {
    this.cancel?.();
    this.drop();
    if (this.over) return;
    if (code >= FIRST_FINAL && code <= LAST_FINAL) {
      this.over = true;
      this.events.refused(code);
      return;
    }
    this.cancel = this.tools.clock.after(backoff(this.attempt++, this.tools.random), () => this.start());
    this.events.lost();
  }

  private drop(): SocketLike | undefined {
    const { socket } = this;
    this.socket = undefined;
    this.pace.clear();
    return socket;
  }

  private heard(): void {
    this.heardAt = this.tools.clock.now();
    this.cancel?.();
    const listen = (): void => {
      const quiet = this.tools.clock.now() - this.heardAt;
      if (quiet >= SILENCE) this.again();
      else this.cancel = this.tools.clock.after(SILENCE - quiet, listen);
    };
    this.cancel = this.tools.clock.after(SILENCE, listen);
  }
}
