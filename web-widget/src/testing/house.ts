/** A tiny server in memory: both sockets of docs/architecture.md for one service, enough for a whole chat. */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import { DeskDownSchema, DeskUpSchema } from '../gen/havn/v1/desk_pb.ts';
import type { DeskUp } from '../gen/havn/v1/desk_pb.ts';
import { EndReason, EntrySchema, RingCardSchema } from '../gen/havn/v1/talk_pb.ts';
import type { Entry, Talk } from '../gen/havn/v1/talk_pb.ts';
import { VisitorDownSchema, VisitorUpSchema, WaitBand } from '../gen/havn/v1/visitor_pb.ts';
import type { VisitorUp } from '../gen/havn/v1/visitor_pb.ts';
import { readFrameHeader } from '../seal/frame.ts';
import type { OpenSocket, SocketLike } from '../socket/line.ts';
import { pad, unpad } from '../wire/padding.ts';

type VisitorDown = NonNullable<MessageInitShape<typeof VisitorDownSchema>['kind']>;
type DeskDown = NonNullable<MessageInitShape<typeof DeskDownSchema>['kind']>;
type Listener = (event: never) => void;

/** One end of a socket whose other end is the house. */
export class TestSocket implements SocketLike {
  binaryType = 'blob';
  closed = false;
  private readonly listeners = new Map<string, Listener[]>();

  constructor(private readonly heard: (socket: TestSocket, message: Uint8Array) => void) {
    queueMicrotask(() => this.emit('open', {}));
  }

  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    const read = unpad(data);
    if (!('message' in read)) throw new Error('not a frame');
    // What was sent before a close still arrives.
    queueMicrotask(() => this.heard(this, read.message));
  }

  /** The page closes. */
  close(): void {
    this.closed = true;
  }

  /** The house says something. */
  say(message: Uint8Array): void {
    if (!this.closed) this.emit('message', { data: new Uint8Array(pad(message)).buffer });
  }

  /** The house, or the network, closes. */
  drop(code: number): void {
    if (this.closed) return;
    this.closed = true;
    this.emit('close', { code });
  }

  private emit(type: string, event: unknown): void {
    for (const listener of this.listeners.get(type) ?? []) listener(event as never);
  }
}

export class House {
  readonly stream: Entry[] = [];
  visitor: TestSocket | undefined;
  desk: TestSocket | undefined;
  readonly sockets: TestSocket[] = [];
  /** Everything that passed, for whoever wants to read it. */
  readonly passed: Uint8Array[] = [];
  private readonly conversation = new Uint8Array(16).fill(9);
  /** What the visitor asked for, as the desk will be told. */
  card: Uint8Array | undefined;
  private stage: 'none' | 'waiting' | 'taken' | 'ended' = 'none';
  private epoch = 0;
  /** With what whoever goes on duty, or changes it, is refused. */
  refusal: Code | undefined;
  private duties: { onDuty: boolean; services?: string[]; until?: bigint; capacity?: number } = { onDuty: false };
  /** What consoles said of their duty. */
  readonly duty: ('on' | 'off')[] = [];
  /** The services that they said each time, and whether they take a break. */
  readonly wishes: { readonly services: readonly string[]; readonly onBreak: boolean }[] = [];
  /** The lanes that they said each time, by which they were on duty. */
  readonly lanes: (readonly string[])[] = [];
  /** Times that the visitor went. */
  left = 0;
  /** Times that the visitor said that they are in danger now, out of the line or just taken. */
  endangered = 0;
  /** Whether the line hears of that. */
  raising = true;
  private danger = false;
  private staffed = true;
  /** Whether nobody is let in. */
  refusing = false;
  private rings = 0;
  /** When a deletion is answered. */
  erasing = Promise.resolve();
  /** Times that everything was deleted. */
  erasures = 0;
  /** For how long nobody answered, as the visitor's page says when it comes back. */
  unanswered: number | undefined;
  /** What a ring showed of the chat before. */
  proven: Uint8Array | undefined;

  readonly open: OpenSocket = (address) => {
    const socket = new TestSocket((from, message) => {
      this.passed.push(message);
      if (address.endsWith('/v1/desk')) this.hearDesk(from, fromBinary(DeskUpSchema, message));
      else this.hearVisitor(from, fromBinary(VisitorUpSchema, message));
    });
    this.sockets.push(socket);
    if (address.endsWith('/v1/desk')) {
      queueMicrotask(() => this.toDesk({ case: 'challenge', value: { nonce: new Uint8Array(32) } }, socket));
    }
    return socket;
  };

  /** The statement of the shift has ended. */
  endDuty(): void {
    this.toDesk({ case: 'duty', value: { onDuty: false } });
  }

  /** Slips one side a talk frame that nobody sealed. */
  forge(to: 'desk' | 'visitor'): void {
    const talk = { frame: new Uint8Array(154), signature: new Uint8Array(64) };
    const entry = { seq: this.stream.length + 1, kind: { case: 'talk' as const, value: talk } };
    if (to === 'visitor') this.toVisitor({ case: 'entry', value: entry });
    else this.toDesk({ case: 'entry', value: { conversation: this.conversation, entry } });
  }

  /** Somebody takes the visit whose console is gone before it locks the chat. */
  takeAlone(): void {
    this.stage = 'taken';
    this.toVisitor({ case: 'taken', value: {} });
    this.toVisitor({ case: 'caughtUp', value: { seq: 0 } });
  }

  /** The page learns whether staff are connected. */
  staffAre(connected: boolean): void {
    this.staffed = connected;
    this.toVisitor({ case: 'staff', value: { connected } });
  }

  /** Staff said nothing for too long. */
  fallSilent(): void {
    this.end(EndReason.STAFF_SILENT);
  }

  /** The store lost every visit. */
  forget(): void {
    this.stage = 'none';
    this.visitor?.drop(1006);
  }

  private hearVisitor(from: TestSocket, { kind }: VisitorUp): void {
    switch (kind.case) {
      case 'hello':
        this.visitor = from;
        this.toVisitor({ case: 'welcome', value: {} });
        return;
      case 'ring':
        if (this.refusing) {
          this.toVisitor({ case: 'refused', value: { code: Code.SERVICE_CLOSED, request: 3 } });
          return;
        }
        this.rings++;
        this.card = kind.value.card;
        this.proven = kind.value.again?.capability;
        this.stream.length = 0;
        this.stage = 'waiting';
        this.toVisitor({ case: 'rung', value: { conversation: this.conversation, capability: new Uint8Array(32).fill(this.rings) } });
        this.danger = fromBinary(RingCardSchema, this.card).wishes.includes('danger');
        this.toVisitor({ case: 'waiting', value: { position: 1, band: WaitBand.UNDER_5_MINUTES, danger: this.danger } });
        this.showLine();
        return;
      case 'resume':
        this.visitor = from;
        this.unanswered = kind.value.unanswered;
        if (this.stage === 'none') from.drop(Code.CAPABILITY_REFUSED);
        else if (this.stage === 'waiting') this.toVisitor({ case: 'waiting', value: { position: 1, danger: this.danger } });
        else this.replayToVisitor(kind.value.lastSeq);
        return;
      case 'talk':
        this.store(kind.value, from);
        return;
      case 'signal':
        this.toDesk({ case: 'signal', value: { signal: kind.value } });
        return;
      case 'pong':
        if (!kind.value.danger) return;
        this.endangered++;
        if (!this.raising || this.stage !== 'waiting') return;
        this.danger = true;
        this.toVisitor({ case: 'waiting', value: { position: 1, danger: true } });
        return;
      case 'leave':
        this.left++;
        this.end(EndReason.BY_VISITOR);
        return;
      default:
    }
  }

  private hearDesk(from: TestSocket, { kind }: DeskUp): void {
    const { conversation } = this;
    switch (kind.case) {
      case 'hello':
        this.desk = from;
        this.toDesk({ case: 'welcome', value: { rosterVersion: 1n } });
        if (this.stage === 'taken') {
          this.sayTaken();
          this.toDesk({ case: 'duty', value: { onDuty: false, load: 1 } }); // before the console says anything
        }
        this.showLine();
        return;
      case 'dutyOn': {
        this.duty.push('on');
        this.lanes.push(kind.value.lanes);
        this.wishes.push({ services: kind.value.services, onBreak: kind.value.onBreak });
        if (this.refusal !== undefined) {
          this.toDesk({ case: 'refused', value: { code: this.refusal, request: 2 } });
          this.toDesk({ case: 'duty', value: this.duties });
          return;
        }
        const { services, onBreak } = kind.value;
        const duty = { onDuty: true, onBreak, until: 2_000_000_000_000n, services, load: 0, capacity: 3 };
        this.duties = duty;
        this.toDesk({ case: 'duty', value: duty });
        return;
      }
      case 'dutyOff':
        this.duty.push('off');
        this.duties = { onDuty: false };
        this.toDesk({ case: 'duty', value: { onDuty: false } });
        return;
      case 'take':
        if (this.stage !== 'waiting') {
          this.toDesk({ case: 'refused', value: { code: Code.ALREADY_TAKEN, request: 4 } });
          return;
        }
        this.stage = 'taken';
        this.sayTaken();
        this.showLine();
        this.toVisitor({ case: 'taken', value: {} });
        this.toVisitor({ case: 'caughtUp', value: { seq: 0 } });
        return;
      case 'attach':
        for (const entry of this.stream.slice(kind.value.lastSeq)) {
          this.toDesk({ case: 'entry', value: { conversation, entry } });
        }
        this.toDesk({ case: 'caughtUp', value: { conversation, seq: this.stream.length } });
        return;
      case 'statement':
        this.append({ case: 'statement', value: kind.value.statement! });
        return;
      case 'epoch':
        if (kind.value.number !== this.epoch + 1) {
          this.toDesk({ case: 'refused', value: { code: Code.EPOCH_BEHIND, request: 6 } });
          return;
        }
        this.epoch++;
        this.append({ case: 'epoch', value: kind.value.epoch! });
        return;
      case 'talk':
        this.store(kind.value.talk!, from);
        return;
      case 'signal':
        this.toVisitor({ case: 'signal', value: kind.value.signal! });
        return;
      case 'end':
        this.end(EndReason.BY_STAFF);
        return;
      default:
    }
  }

  /** What `POST /api/v1/visits/erase` does. */
  erase(): void {
    this.erasures++;
    if (this.stage !== 'ended') this.end(EndReason.DELETED_BY_VISITOR);
  }

  private end(reason: EndReason): void {
    this.stage = 'ended';
    this.append({ case: 'end', value: reason });
    this.visitor?.drop(Code.CONVERSATION_ENDED);
  }

  private store(talk: Talk, from: TestSocket): void {
    const { epoch, slot, counter } = readFrameHeader(talk.frame)!;
    const seq = this.append({ case: 'talk', value: talk }, from);
    const stored = { seq, epoch, slot, counter };
    if (from === this.visitor) this.toVisitor({ case: 'stored', value: stored });
    else this.toDesk({ case: 'stored', value: { conversation: this.conversation, stored } });
  }

  private append(kind: Entry['kind'], from?: TestSocket): number {
    const entry = create(EntrySchema, { seq: this.stream.length + 1, kind });
    this.stream.push(entry);
    if (from !== this.visitor || from === undefined) this.toVisitor({ case: 'entry', value: entry });
    if (from !== this.desk || from === undefined) {
      this.toDesk({ case: 'entry', value: { conversation: this.conversation, entry } });
    }
    return entry.seq;
  }

  private replayToVisitor(last: number): void {
    if (last === 0) this.toVisitor({ case: 'taken', value: {} });
    this.toVisitor({ case: 'staff', value: { connected: this.staffed } });
    for (const entry of this.stream.slice(last)) this.toVisitor({ case: 'entry', value: entry });
    this.toVisitor({ case: 'caughtUp', value: { seq: this.stream.length } });
  }

  private sayTaken(): void {
    const { conversation, epoch } = this;
    this.toDesk({ case: 'taken', value: { conversation, fence: 1n, card: this.card!, epoch, since: 1n, slot: 1 } });
  }

  private showLine(): void {
    const { service, lane, language } = fromBinary(RingCardSchema, this.card ?? new Uint8Array(0));
    const item = { conversation: this.conversation, lane, language, since: 1n, connected: true };
    const items = this.stage === 'waiting' ? [item] : [];
    this.toDesk({ case: 'line', value: { service: service === '' ? 'pro-mann' : service, items } });
  }

  private toVisitor(kind: VisitorDown): void {
    this.visitor?.say(toBinary(VisitorDownSchema, create(VisitorDownSchema, { kind })));
  }

  private toDesk(kind: DeskDown, socket = this.desk): void {
    socket?.say(toBinary(DeskDownSchema, create(DeskDownSchema, { kind })));
  }
}
