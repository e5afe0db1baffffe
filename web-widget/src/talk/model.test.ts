import { describe, expect, it } from 'vitest';
import { MINUTE } from '../kernel/clock.ts';
import { fromUtf8, utf8 } from '../kernel/bytes.ts';
import type { FileRef } from '../letters/file-ref.ts';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { Relay } from '../testing/relay.ts';
import { makePair, quiet } from '../testing/talkers.ts';
import type { Pair, Talker } from '../testing/talkers.ts';
import type { Message } from './view.ts';

const NOW = Date.UTC(2026, 11, 1, 12);

/** Whether `part` is left of `all` when others are taken out. */
function isInOrder(part: readonly string[], all: readonly string[]): boolean {
  let at = -1;
  return part.every((text) => (at = all.indexOf(text, at + 1)) >= 0);
}

/** A reference that tells its name apart from others. */
const fileNamed = (name: string): FileRef => {
  const key = new Uint8Array(32);
  key.set(utf8(name));
  return { id: new Uint8Array(16), key, hash: new Uint8Array(32), type: 'image/png', length: 1, seconds: 0 };
};

const nameOf = ({ text, file }: Message): string => (file === undefined ? text : (fromUtf8(file.key.filter((byte) => byte !== 0)) ?? ''));
const heardBy = ({ talk }: Talker): readonly string[] => talk.view.messages.filter(({ from }) => from === 'them').map(nameOf);

class Model {
  private said = 0;
  readonly visitorSaid: string[] = [];
  readonly leadSaid: string[] = [];
  /** What the lead's page still held when it was reloaded; the stream may or may not have it. */
  readonly perhapsLost = new Set<string>();

  constructor(
    private readonly pair: Pair,
    private readonly chance: Chance,
    private readonly clock: HandClock,
  ) {}

  async begin(): Promise<void> {
    await this.pair.visitor.connect(false);
    await this.pair.lead.connect(true);
  }

  async move(): Promise<void> {
    const { visitor, lead } = this.pair;
    const who = this.chance.pick([visitor, lead]);
    const dice = this.chance.below(100);
    if (dice < 30) this.say(who);
    else if (dice < 55) who.speak();
    else if (dice < 80) await who.hear();
    else if (dice < 84) this.repeat(who);
    else if (dice < 88) await who.cut();
    else if (dice < 96) await who.connect(true);
    else if (dice < 98) this.clock.pass(this.chance.below(20) * MINUTE);
    else if (dice < 99) await this.reload();
    else who.talk.typing();
    await who.talk.nudge();
  }

  async heal(): Promise<void> {
    const { visitor, lead } = this.pair;
    for (let round = 0; round < 4; round++) {
      await visitor.connect(true);
      await lead.connect(true);
      await quiet(visitor, lead);
      this.clock.pass(MINUTE);
    }
  }

  check(): void {
    const { visitor, lead } = this.pair;
    expect([visitor.stopped, lead.stopped]).toEqual([undefined, undefined]);
    expect(heardBy(lead)).toEqual(this.visitorSaid);
    expect(heardBy(visitor).filter((text) => !this.perhapsLost.has(text))).toEqual(
      this.leadSaid.filter((text) => !this.perhapsLost.has(text)),
    );
    expect(new Set(heardBy(visitor)).size).toBe(heardBy(visitor).length);
    expect(isInOrder(heardBy(visitor), this.leadSaid)).toBe(true);
    for (const message of visitor.talk.view.messages.filter(({ from }) => from === 'me')) {
      expect([nameOf(message), message.tick]).toEqual([nameOf(message), 'seen']);
    }
  }

  private say(who: Talker): void {
    const text = `${who === this.pair.visitor ? 'v' : 'l'}${this.said++}`;
    const isFile = this.chance.below(5) === 0;
    const sent = isFile ? who.talk.sendFile(fileNamed(text)) : who.talk.send(text);
    if (sent) (who === this.pair.visitor ? this.visitorSaid : this.leadSaid).push(text);
  }

  /** The network says something twice. */
  private repeat(who: Talker): void {
    const next = who.wire?.up[0];
    if (next?.kind === 'talk' || next?.kind === 'signal') who.wire?.up.splice(1, 0, next);
  }

  private async reload(): Promise<void> {
    for (const message of this.pair.lead.talk.view.messages) {
      if (message.from === 'me' && message.tick === 'held') this.perhapsLost.add(nameOf(message));
    }
    await this.pair.reload();
  }
}

describe('two devices on a wire that drops, repeats, delays and reconnects', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'lose nothing, double nothing and keep the order (seed %i)',
    async (seed) => {
      const chance = new Chance(seed);
      const clock = new HandClock(NOW);
      const pair = await makePair(new Relay(), chance, clock);
      const model = new Model(pair, chance, clock);
      await model.begin();
      for (let step = 0; step < 500; step++) await model.move();
      await model.heal();
      model.check();
      expect(model.visitorSaid.length).toBeGreaterThan(3);
    },
  );
});
