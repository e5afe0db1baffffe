/** A visit from the ring to the end: tickets, the socket, the line, and the sealed conversation. Loaded on demand. */

import { create } from '@bufbuild/protobuf';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import { RungSchema } from '../gen/havn/v1/visitor_pb.ts';
import type { Rung } from '../gen/havn/v1/visitor_pb.ts';
import { MINUTE, SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { fromHex } from '../kernel/hex.ts';
import { unattended } from '../kernel/unattended.ts';
import type { FileRef } from '../letters/file-ref.ts';
import { seedIdentity, XWING_SEED } from '../seal/xwing.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import { Line, type OpenSocket } from '../socket/line.ts';
import { makeRing, readOwnRing } from '../talk/ring.ts';
import type { RingFacts } from '../talk/ring.ts';
import type { StopReason } from '../talk/stop.ts';
import type { TalkPort } from '../talk/ports.ts';
import type { SealedTalk } from '../talk/talk.ts';
import { visitorTalk } from '../talk/visitor-talk.ts';
import { TrustBook } from '../trust/book.ts';
import { readVisitorDown, visitorUp } from '../wire/visitor-frames.ts';
import type { VisitorDownKind, VisitorUpKind } from '../wire/visitor-frames.ts';
import type { Asked } from './asked.ts';
import { keepFor } from './reload.ts';
import type { Kept, Proof } from './reload.ts';
import type { ServiceInfo, VisitState } from './session-view.ts';
import type { Site } from './site.ts';
import { Place } from './visit-place.ts';
/** Handed on from here: a late import of its own would weigh 400 bytes more. */
export { PIN, verifyBundle } from '../trust/bundle.ts';

export interface VisitTools {
  readonly site: Site;
  readonly pin: string;
  readonly open: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
}

/** How often a ticket is asked for anew before giving up. */
const MOST_TICKETS = 5;
/** How long to try to tell the server that the visitor left. */
const LEAVING = 60 * SECOND;
/** Within this of the last word, the server still knows every visit unless its store was lost. */
const SHORTLY = 2 * MINUTE;
/** How often one visit rings again after the service left it. */
const MOST_LEFT = 4;

type Stage =
  | { readonly kind: 'ringing' }
  | { readonly kind: 'rung'; readonly rung: Rung; readonly talk: SealedTalk }
  /** The visitor left without a connection; the server is told at the next one. Nothing else is left. */
  | { readonly kind: 'leaving'; readonly rung: Rung }
  | { readonly kind: 'over' };

export class LiveVisit {
  private readonly seed: Uint8Array;
  private readonly identity: XWingIdentity;
  private readonly ring: RingFacts;
  private readonly rangAt: number;
  private line: Line;
  private stage: Stage = { kind: 'ringing' };
  private readonly place: Place;
  /** This page was loaded anew. */
  private readonly kept: boolean;
  private readonly left: readonly Proof[];
  private readonly pass: Uint8Array | undefined;
  /** What proves this visit, for as long as its screen stands. */
  proof: Rung | undefined;
  /** Whether the server answered on this connection, so that it listens. */
  heard = false;
  /** When the server last said anything. */
  private heardAt = 0;
  private tickets = 0;

  /**
   * @param service with the retention that the visitor was told
   * @param begin what is asked for; or what this page kept before it was loaded anew
   * @param show called with every new state of the visit
   */
  constructor(
    private readonly service: ServiceInfo,
    begin: Asked | Kept,
    private readonly tools: VisitTools,
    private readonly show: (state: VisitState) => void,
  ) {
    const { clock, random } = tools;
    const kept = 'seed' in begin ? begin : undefined;
    this.kept = kept !== undefined;
    this.seed = kept?.seed ?? random(XWING_SEED);
    this.identity = seedIdentity(this.seed);
    this.ring = 'seed' in begin ? readOwnRing(begin.card) : makeRing({ ...begin, service: service.id, told: service.retentionDays }, this.identity.publicKey, random);
    [this.left, this.pass] = [begin.left, 'pass' in begin ? begin.pass : undefined];
    this.rangAt = kept?.rangAt ?? clock.now();
    this.place = new Place(service, this.kept);
    if (kept !== undefined) this.began(create(RungSchema, kept));
    this.line = this.connect();
    this.refresh();
  }

  send(text: string): boolean {
    return this.stage.kind === 'rung' && this.stage.talk.send(text);
  }

  sendFile(file: FileRef): boolean {
    return this.stage.kind === 'rung' && this.stage.talk.sendFile(file);
  }

  typing(): void {
    if (this.stage.kind === 'rung') this.stage.talk.typing();
  }

  /** Tells the server that somebody is here, or in danger now; false without a connection. */
  here(danger = false): boolean {
    if (this.heard) this.up({ case: 'pong', value: { nonce: 0, here: !danger, danger } });
    return this.heard;
  }

  /** Answers the question about a colleague. */
  answer(yes: boolean): void {
    if (this.stage.kind === 'rung') this.stage.talk.answer(yes);
  }

  /** Wants a member to go. */
  wishAway(device: string): void {
    const id = fromHex(device);
    if (this.stage.kind === 'rung' && id !== undefined) this.stage.talk.wishAway(id);
  }

  /** Leaves the line or ends the chat; tells the server now or at the next connection within a minute. */
  leave(): void {
    if (this.stage.kind === 'ringing') this.finish({ kind: 'ended', service: this.service, by: 'visitor' });
    if (this.stage.kind !== 'rung') return;
    const { rung, talk } = this.stage;
    talk.forget();
    this.part(rung);
    this.show({ kind: 'ended', service: this.service, by: 'visitor' });
  }

  /** Deletes everything of this visit on the server, also after its end. Fails unless the server says that it did. */
  async erase(): Promise<void> {
    const { service } = this;
    // The ring may be answered meanwhile, and is deleted too.
    let done = 0;
    for (let next = this.proofs[done]; next !== undefined; next = this.proofs[++done]) {
      await this.tools.site.erase(next.conversation, next.capability);
    }
    if (this.stage.kind === 'rung') this.stage.talk.forget();
    this.finish({ kind: 'ended', service, by: 'deleted' });
    this.show({ kind: 'ended', service, by: 'deleted' });
  }

  /** Forgets every key and word, tells the server if that is possible at once, and closes. */
  vanish(): void {
    if (this.forgotten().kind === 'rung' && this.heard) this.up({ case: 'leave', value: {} });
    this.line.close();
  }

  /** Lets this page come back after it is loaded anew; answers what its address must hold. Undefined before the ring and at the end. */
  async keep(): Promise<string | undefined> {
    const { stage, seed, rangAt, ring: { card }, service: { retentionDays } } = this;
    if (stage.kind !== 'rung') return undefined;
    const { conversation, capability } = stage.rung;
    return keepFor({ conversation, capability, card, seed, rangAt, retentionDays, left: this.left }, this.tools.site, this.tools.random);
  }

  /** This page cannot come back any more. */
  async letGo(): Promise<void> {
    const { proof } = this;
    if (proof !== undefined) await this.tools.site.letGo(proof.conversation, proof.capability);
  }

  /** The page is put aside, and may come back: forgets every key and word, and closes without an end. */
  suspend(): void {
    this.forgotten();
    this.line.close();
  }

  /** Forgets every key and word; answers how far the visit was. */
  private forgotten(): Stage {
    const { stage } = this;
    [this.stage, this.proof] = [{ kind: 'over' }, undefined];
    if (stage.kind === 'rung') stage.talk.forget();
    return stage;
  }

  private connect(): Line {
    const line = new Line(
      this.tools.site.socketAddress,
      {
        opened: () => this.greet(),
        frame: (frame) => this.hear(frame),
        lost: () => this.lost(),
        refused: (code) => this.refused(code),
      },
      this.tools,
    );
    line.start();
    return line;
  }

  /** The first frame: a ticket for a new visit, the capability for one that was interrupted. */
  private async greet(): Promise<void> {
    const { stage } = this;
    switch (stage.kind) {
      case 'ringing':
        this.up({ case: 'hello', value: { ticket: await this.tools.site.ticket() } });
        return;
      case 'rung':
        await stage.talk.resumed();
        this.resume(stage.rung, stage.talk.last, this.place.unanswered(stage.talk, this.tools.clock.now()));
        return;
      case 'leaving':
        this.resume(stage.rung, 0);
        return;
      case 'over':
    }
  }

  private resume({ conversation, capability }: Rung, lastSeq: number, unanswered = 0): void {
    this.up({ case: 'resume', value: { conversation, capability, lastSeq, unanswered } });
  }

  /** What to ring with when the service left this visit; undefined when it is over for good. */
  get again(): Asked | undefined {
    const { lane, language, wishes } = this.ring;
    if (this.proof === undefined || this.left.length >= MOST_LEFT) return undefined;
    return { lane, language, wishes: wishes.filter((wish) => !wish.startsWith('device:')), left: this.proofs };
  }

  /** What proves every chat of this visit, the last one last. */
  private get proofs(): readonly Proof[] {
    if (this.proof === undefined) return this.left;
    const { conversation, capability } = this.proof;
    return [...this.left, { conversation, capability }];
  }

  private hear(frame: Uint8Array): void {
    const read = readVisitorDown(frame);
    if (read.ok && read.kind.case === 'ping') {
      this.up({ case: 'pong', value: { nonce: read.kind.value.nonce } });
    } else if (read.ok) {
      this.heard = true;
      this.heardAt = this.tools.clock.now();
      this.line.settled();
      if (this.stage.kind === 'leaving') this.sayGoodbye();
      else this.handle(read.kind);
    } else if (read.code !== Code.FRAME_UNKNOWN) {
      this.stopped('server-refused', read.code);
    }
  }

  private handle(kind: VisitorDownKind): void {
    const talk = this.stage.kind === 'rung' ? this.stage.talk : undefined;
    switch (kind.case) {
      case 'welcome':
        this.up({ case: 'ring', value: { card: this.ring.card, again: this.left.at(-1), ...(this.pass && { pass: this.pass }) } });
        return;
      case 'rung':
        this.began(kind.value);
        break;
      case 'waiting':
        this.place.waiting(kind.value);
        break;
      case 'taken':
        this.place.take(this.tools.clock.now());
        break;
      case 'entry':
        this.place.take(this.tools.clock.now());
        unattended(talk?.entry(kind.value) ?? Promise.resolve());
        return;
      case 'signal':
        unattended(talk?.signal(kind.value) ?? Promise.resolve());
        return;
      case 'stored':
        unattended(talk?.stored(kind.value) ?? Promise.resolve());
        return;
      case 'caughtUp':
        unattended(talk?.caughtUp(kind.value.seq) ?? Promise.resolve());
        return;
      case 'staff':
        unattended(talk?.presence(kind.value.connected) ?? Promise.resolve());
        return;
      case 'refused':
        if (this.stage.kind === 'ringing') this.ringRefused(kind.value.code);
        return;
      case 'ping':
        return;
    }
    this.refresh();
  }

  private talk({ conversation }: Rung): SealedTalk {
    const { site, pin, clock, random } = this.tools;
    const { ring, rangAt, identity } = this;
    const visit = { conversation, ring, rangAt, retentionDays: this.service.retentionDays, identity };
    const port: TalkPort = {
      talk: (sealed) => this.up({ case: 'talk', value: sealed }),
      signal: (sealed) => this.up({ case: 'signal', value: sealed }),
      hole: () => this.line.again(),
      changed: () => this.refresh(),
      stopped: (reason) => {
        if (this.stage.kind === 'rung') this.stopped(reason, undefined);
      },
    };
    const trust = new TrustBook(pin, (name) => site.document(name), clock);
    return visitorTalk(visit, trust, port, clock, random, this.kept);
  }

  private began(rung: Rung): void {
    if (this.stage.kind === 'ringing') this.stage = { kind: 'rung', rung, talk: this.talk(rung) };
    this.proof = rung;
  }

  /** Shows where the visit is. */
  private refresh(): void {
    const { stage } = this;
    if (stage.kind === 'over' || stage.kind === 'leaving') return;
    const state = this.place.state(stage.kind === 'rung' ? stage.talk : undefined, this.heard);
    if (state.kind === 'ended') this.finish(state);
    else this.show(state);
  }

  private lost(): void {
    this.heard = false;
    if (this.stage.kind === 'rung') unattended(this.stage.talk.lost());
    this.refresh();
  }

  private ringRefused(code: Code): void {
    const why = code === Code.LINE_FULL ? 'full' : code === Code.SERVICE_CLOSED ? 'closed' : 'unknown';
    this.finish({ kind: 'refused', service: this.service, why });
  }

  /** The server closed with a final code. */
  private refused(code: number): void {
    this.heard = false;
    if (this.stage.kind === 'ringing' && code === (Code.TICKET_REFUSED as number) && ++this.tickets < MOST_TICKETS) {
      this.tools.clock.after(SECOND, () => {
        if (this.stage.kind === 'ringing') this.line = this.connect();
      });
    } else if (code === (Code.CONVERSATION_ENDED as number) || code === (Code.CAPABILITY_REFUSED as number)) {
      const lost = code !== (Code.CONVERSATION_ENDED as number) && this.tools.clock.now() - this.heardAt < SHORTLY;
      unattended(this.endedElsewhere(lost ? 'lost' : 'gone'));
    } else if (code === (Code.REPLACED as number)) {
      this.finish({ kind: 'stopped', reason: 'replaced', code });
    } else {
      if (this.stage.kind === 'rung') this.line = this.connect();
      this.stopped('server-refused', code);
    }
  }

  /** Over, for a reason that the last entry tells, if it came. */
  private async endedElsewhere(by: 'gone' | 'lost'): Promise<void> {
    if (this.stage.kind === 'rung') await this.stage.talk.nudge();
    this.finish({ kind: 'ended', service: this.service, by });
  }

  /** Stops for good. The server is told that the visitor goes, so that nobody waits for this page. */
  private stopped(reason: StopReason, code: number | undefined): void {
    const { stage, service } = this;
    if (stage.kind === 'rung') {
      this.part(stage.rung);
      stage.talk.stop(reason);
      this.show({ kind: 'stopped', reason, code, service });
    } else {
      this.finish({ kind: 'stopped', reason, code, service });
    }
  }

  /** Says that the visitor goes, now or at the next connection within a minute. */
  private part(rung: Rung): void {
    this.stage = { kind: 'leaving', rung };
    if (this.heard) this.sayGoodbye();
    else this.tools.clock.after(LEAVING, () => this.line.close());
  }

  private finish(state: VisitState): void {
    const { stage } = this;
    if (stage.kind === 'over') return;
    this.stage = { kind: 'over' };
    if (stage.kind === 'rung') stage.talk.stop('server-refused');
    this.line.close();
    if (stage.kind !== 'leaving') this.show(state);
  }

  private sayGoodbye(): void {
    this.stage = { kind: 'over' };
    this.up({ case: 'leave', value: {} });
    this.line.close();
  }

  up(kind: VisitorUpKind): void {
    this.line.send(visitorUp(kind));
  }
}
