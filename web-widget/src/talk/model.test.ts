import { describe, expect, it } from 'vitest';
import { MINUTE } from '../kernel/clock.ts';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { Relay } from '../testing/relay.ts';
import { makePair, quiet } from '../testing/talkers.ts';
import type { Pair, Talker } from '../testing/talkers.ts';

const NOW = Date.UTC(2026, 11, 1, 12);

/** Whether `part` is left of `all` when others are taken out. */
function isInOrder(part: readonly string[], all: readonly string[]): boolean {
  let at = -1;
  return part.every((text) => (at = all.indexOf(text, at + 1)) >= 0);
}

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
    expect(lead.heard).toEqual(this.visitorSaid);
    expect(visitor.heard.filter((text) => !this.perhapsLost.has(text))).toEqual(
      this.leadSaid.filter((text) => !this.perhapsLost.has(text)),
    );
    expect(new Set(visitor.heard).size).toBe(visitor.heard.length);
    expect(isInOrder(visitor.heard, this.leadSaid)).toBe(true);
    for (const { tick, text } of visitor.talk.view.messages.filter(({ from }) => from === 'me')) {
      expect([text, tick]).toEqual([text, 'seen']);
    }
  }

  private say(who: Talker): void {
    const text = `${who === this.pair.visitor ? 'v' : 'l'}${this.said++}`;
    if (who.talk.send(text)) (who === this.pair.visitor ? this.visitorSaid : this.leadSaid).push(text);
  }

  /** The network says something twice. */
  private repeat(who: Talker): void {
    const next = who.wire?.up[0];
    if (next?.kind === 'talk' || next?.kind === 'signal') who.wire?.up.splice(1, 0, next);
  }

  private async reload(): Promise<void> {
    for (const { tick, text, from } of this.pair.lead.talk.view.messages) {
      if (from === 'me' && tick === 'held') this.perhapsLost.add(text);
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
