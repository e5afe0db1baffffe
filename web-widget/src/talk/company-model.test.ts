import { describe, expect, it } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { CompanyModel } from '../testing/company-model.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { Relay } from '../testing/relay.ts';
import { makePair } from '../testing/talkers.ts';
import type { Colleague } from '../testing/talkers.ts';

const NOW = Date.UTC(2026, 11, 1, 12);

describe('two to six devices that come and go on wires that drop, delay and reconnect', () => {
  let changes = 0;
  let overheard = 0;

  it.each(Array.from({ length: 10 }, (_, index) => index))(
    'let in nobody without a yes, lose nothing of the visitor’s, show nothing to who is out, and no whisper to the visitor (seed %i)',
    async (seed) => {
      const chance = new Chance(seed);
      const clock = new HandClock(NOW);
      const pair = await makePair(new Relay(), chance, clock);
      const colleagues: Colleague[] = [];
      for (let n = 0; n < seed % 5; n++) colleagues.push(await pair.colleague(`Kollega ${n}`));
      const model = new CompanyModel(pair, colleagues, chance, clock);
      await model.begin();
      for (let step = 0; step < 700; step++) await model.move();
      await model.heal();
      model.check();
      changes += model.changes;
      overheard += model.overheard;
    },
    30_000,
  );

  it('did come and go, and whisper', () => {
    expect(changes).toBeGreaterThan(10);
    expect(overheard).toBeGreaterThan(10);
  });
});
