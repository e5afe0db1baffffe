/** Visitor, lead and colleagues on a relay that drops and delays, and what must be true of them whatever happens. */

import { expect } from 'vitest';
import { MINUTE } from '../kernel/clock.ts';
import { toHex } from '../kernel/hex.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import type { EpochHeader } from '../seal/epoch.ts';
import type { What } from '../seal/proposal.ts';
import type { Chance } from './chance.ts';
import type { HandClock } from './hand-clock.ts';
import { quiet } from './talkers.ts';
import type { Colleague, Pair, Talker } from './talkers.ts';

/** Somebody of staff: device as the relay knows it, and every page they ever had. */
interface Staff {
  readonly device: string;
  readonly talkers: Talker[];
  readonly colleague: Colleague | undefined;
}

interface Said {
  readonly by: string;
  /** Epoch in which it was said. */
  readonly epoch: number;
}

export class CompanyModel {
  private count = 0;
  private readonly said = new Map<string, Said>();
  /** What everybody heard on pages that are gone, by device; '' is the first lead. */
  private readonly heardBefore = new Map<string, Set<string>>();
  /** The same for what was whispered; in one set of its own, for whispers are said with other words. */
  private readonly overheardBefore = new Map<string, Set<string>>();
  /** What the visitor said yes to, ever. */
  private readonly agreed = new Set<string>();
  private readonly staff: Staff[];
  /** Changes of who is in, for the test to see that something happened. */
  changes = 0;
  /** Whispers that a colleague read. */
  overheard = 0;

  constructor(
    private readonly pair: Pair,
    colleagues: readonly Colleague[],
    private readonly chance: Chance,
    private readonly clock: HandClock,
  ) {
    const others = colleagues.map((colleague) => {
      return { device: toHex(colleague.keys.device), talkers: [colleague.talker], colleague };
    });
    this.staff = [{ device: '', talkers: [pair.lead], colleague: undefined }, ...others];
  }

  async begin(): Promise<void> {
    await this.pair.visitor.connect(false);
    await this.pair.lead.connect(true);
  }

  /** Pages that are open. */
  private get open(): Talker[] {
    return [this.pair.visitor, ...this.staff.flatMap(({ talkers }) => talkers)].filter((one) => one.lead !== undefined || one === this.pair.visitor);
  }

  private get lead(): Staff {
    return this.staff.find(({ device }) => device === this.pair.relay.lead)!;
  }

  async move(): Promise<void> {
    const who = this.chance.pick(this.open);
    const dice = this.chance.below(100);
    if (dice < 12) this.say(who);
    else if (dice < 16) this.whisper();
    else if (dice < 38) for (let n = 0; n < 12; n++) who.speak();
    else if (dice < 66) for (let n = 0; n < 25; n++) await who.hear();
    else if (dice < 67) await who.cut();
    else if (dice < 76) await who.connect(true);
    else if (dice < 77) this.clock.pass(this.chance.below(10) * MINUTE);
    else for (let n = 0; n < 4; n++) await this.change();
    await who.talk.nudge();
  }

  private async change(): Promise<void> {
    const { relay, visitor } = this.pair;
    const dice = this.chance.below(20);
    if (dice < 6) this.propose();
    else if (dice < 11) this.answer();
    else if (dice < 16) await this.enter();
    else if (dice === 16 && this.chance.below(8) === 0) this.lead.talkers[0]!.lead?.withdraw();
    else if (dice === 17 && this.chance.below(12) === 0) this.away();
    else if (dice === 18 && relay.invitation !== undefined && this.chance.below(8) === 0) relay.decline();
    else if (dice === 19 && this.chance.below(8) === 0) await this.reload();
    await visitor.talk.nudge();
  }

  private propose(): void {
    const [page] = this.lead.talkers;
    const free = this.staff.filter(({ device, colleague }) => colleague !== undefined && device !== this.pair.relay.lead);
    if (page?.lead === undefined || free.length === 0 || page.talk.consents.standing !== undefined) return;
    const what: What = this.chance.below(3) === 0 ? 'handover' : 'join';
    page.talk.propose(this.chance.pick(free).colleague!.proposal(what));
  }

  private answer(): void {
    const { talk } = this.pair.visitor;
    const { question } = talk.view;
    const yes = this.chance.below(4) > 0;
    if (question?.state !== 'asked' || !talk.answer(yes) || !yes) return;
    this.agreed.add(`${question.what} ${question.device}`);
  }

  private async enter(): Promise<void> {
    const { relay } = this.pair;
    const { invitation } = relay;
    if (invitation === undefined) return;
    const device = toHex(invitation.device);
    const staff = this.staff.find((one) => one.device === device)!;
    const wasIn = relay.members.some((one) => toHex(one.device) === device);
    const place = relay.accept();
    this.changes++;
    if (wasIn && staff.colleague!.talker.lead?.talk.over === false) {
      staff.colleague!.talker.lead.promoted();
      return;
    }
    this.keepHeard(staff);
    await staff.colleague!.enter(place);
  }

  /** Somebody goes: taken out, unwanted, or by themselves. */
  private away(): void {
    const { relay, visitor } = this.pair;
    const [member] = relay.members;
    if (member === undefined) return;
    this.changes++;
    const dice = this.chance.below(3);
    if (dice === 0) relay.drop(member.device);
    else if (dice === 1) visitor.talk.wishAway(member.device);
    else this.lead.talkers[0]!.lead?.takeOut(member.device);
  }

  /** The page of somebody who is in is loaded anew. */
  private async reload(): Promise<void> {
    const { relay } = this.pair;
    const { colleague, device } = this.lead;
    const [member] = relay.members;
    if (this.chance.below(2) === 0 && member !== undefined) {
      const staff = this.staff.find((one) => one.device === toHex(member.device))!;
      this.keepHeard(staff);
      await staff.colleague!.enter({ slot: member.slot, leads: false });
    } else if (colleague === undefined) {
      this.keepHeard(this.staff[0]!);
      await this.pair.reload();
    } else {
      this.keepHeard(this.lead);
      await colleague.enter({ slot: this.slotOf(device), leads: true });
    }
  }

  private slotOf(device: string): number {
    const known = this.pair.relay.entered.filter((one) => one.device === device);
    return known.at(-1)!.slot;
  }

  private keepHeard({ device, talkers }: Staff): void {
    const before = this.heardBefore.get(device) ?? new Set();
    for (const talker of talkers) if (talker.lead !== undefined) for (const text of talker.heard) before.add(text);
    this.heardBefore.set(device, before);
    const whispers = this.overheardBefore.get(device) ?? new Set();
    for (const talker of talkers) if (talker.lead !== undefined) for (const text of talker.overheard) whispers.add(text);
    this.overheardBefore.set(device, whispers);
  }

  private say(who: Talker): void {
    const by = who === this.pair.visitor ? 'visitor' : who.device;
    const text = `${this.count++}`;
    const epoch = who.talk.epoch?.number ?? 0;
    if (who.talk.send(text)) this.said.set(text, { by, epoch });
  }

  private whisper(): void {
    const able = this.open.filter(({ lead }) => lead?.whispers.view.maySend === true);
    if (able.length === 0) return;
    const who = this.chance.pick(able);
    const text = `whisper ${this.count++}`;
    const epoch = who.talk.epoch?.number ?? 0;
    if (who.lead?.whisper(text) === true) this.said.set(text, { by: who.device, epoch });
  }

  async heal(): Promise<void> {
    for (let round = 0; round < 5; round++) {
      for (const talker of this.open) await talker.connect(true);
      await quiet(...this.open);
      this.clock.pass(MINUTE);
    }
  }

  private get headers(): EpochHeader[] {
    return this.pair.relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [readEpochHeader(kind.value.header)!] : []));
  }

  check(): void {
    const { visitor } = this.pair;
    expect(this.open.map(({ stopped }) => stopped)).toEqual(this.open.map(() => undefined));
    this.checkMembers();
    this.checkWhispers();
    for (const staff of this.staff) {
      this.keepHeard(staff);
      this.checkHeard(staff);
    }
    expect(new Set(visitor.heard).size).toBe(visitor.heard.length);
    const mine = [...this.said].filter(([, { by }]) => by === 'visitor').map(([text]) => text);
    const heard = new Set([...this.heardBefore.values()].flatMap((texts) => [...texts]));
    expect(mine.filter((text) => !heard.has(text))).toEqual([]);
    for (const { device } of this.staff) {
      const theirs = visitor.heard.map(Number).filter((text) => this.said.get(`${text}`)?.by === device);
      expect(theirs).toEqual([...theirs].sort((a, b) => a - b));
    }
  }

  /** Nobody is in an epoch without the visitor's yes, and no slot is ever another device's. */
  private checkMembers(): void {
    const owners = new Map<number, string>();
    const [first] = this.headers;
    const firstLead = toHex(first!.members[1]!.device);
    for (const { members } of this.headers) {
      for (const { slot, kind, device } of members) {
        if (kind === 'visitor') continue;
        const hex = toHex(device);
        expect(owners.get(slot) ?? hex).toBe(hex);
        owners.set(slot, hex);
        const allowed = hex === firstLead || this.agreed.has(`join ${hex}`) || this.agreed.has(`handover ${hex}`);
        expect(allowed).toBe(true);
      }
    }
    const last = this.headers.at(-1)!;
    const inside = [this.pair.relay.lead, ...this.pair.relay.members.map(({ device }) => toHex(device))];
    const named = last.members.filter(({ kind }) => kind === 'staff').map(({ device }) => toHex(device));
    expect(named.map((hex) => (hex === firstLead ? '' : hex)).sort()).toEqual(inside.sort());
  }

  /** Whispers are read by staff, once, and stand in no talk; what an open page whispered is not left lying. */
  private checkWhispers(): void {
    for (const { talk, overheard, lead } of this.open) {
      expect(JSON.stringify(talk.view.messages)).not.toContain('whisper');
      expect(new Set(overheard).size).toBe(overheard.length);
      if (lead?.whispers.view.maySend !== true) continue;
      expect(lead.whispers.view.messages.filter(({ tick }) => tick === 'held')).toEqual([]);
    }
    expect(this.pair.visitor.overheard).toEqual([]);
  }

  /** Whatever somebody heard was said in an epoch they were in, or sealed again later into one. */
  private checkHeard({ device, colleague }: Staff): void {
    const id = colleague === undefined ? toHex(this.pair.keys.device) : device;
    const last = Math.max(0, ...this.headers.filter(({ members }) => members.some((one) => toHex(one.device) === id)).map(({ number }) => number));
    const read = [...(this.heardBefore.get(device) ?? []), ...(this.overheardBefore.get(device) ?? [])];
    this.overheard += this.overheardBefore.get(device)?.size ?? 0;
    for (const text of read) expect(this.said.get(text)!.epoch).toBeLessThanOrEqual(last);
  }
}
