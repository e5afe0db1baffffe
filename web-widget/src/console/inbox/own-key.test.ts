import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../kernel/clock.ts';
import { readMailboxStatement } from '../../letters/statement.ts';
import { openWith, sealTo } from '../../seal/envelope.ts';
import { Chance } from '../../testing/chance.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { ColleagueKeys, LetterHouse } from '../../testing/letter-house.ts';
import { Colleague, NOW } from '../../testing/letters.ts';
import { until } from '../../testing/until.ts';
import { letterHttp } from './letter-http.ts';
import { tendOwnKey, type OwnKey } from './own-key.ts';

const DAY = 24 * HOUR;

describe('a browser’s key for letters', () => {
  let clock: HandClock;
  let house: LetterHouse;
  let keys: ColleagueKeys;
  const rostered = signal(true);
  const tend = (): OwnKey => tendOwnKey(keys, letterHttp(house), rostered, clock);
  const ends = (): (number | undefined)[] => house.keys.map((key) => readMailboxStatement(key)?.until);
  beforeEach(() => {
    clock = new HandClock(NOW);
    house = new LetterHouse(new Chance(1), clock);
    keys = new ColleagueKeys(new Colleague(1, 'Kari'), new Chance(2), clock);
    rostered.value = true;
  });

  it('is stated for seven days', async () => {
    const own = tend();
    await until(() => own.state.value === 'stated');
    expect(ends()).toEqual([NOW + 7 * DAY]);
    own.close();
  });

  it('is neither made nor stated before the roster names the device', async () => {
    rostered.value = false;
    const own = tend();
    clock.pass(HOUR);
    expect(house.asked).toEqual([]);
    expect(keys.kept).toEqual([]);
    rostered.value = true;
    await until(() => own.state.value === 'stated');
    own.close();
  });

  it('is stated again a minute after the server could not take it', async () => {
    house.refuses = 503;
    const own = tend();
    await until(() => house.asked.length === 1);
    expect(own.state.value).toBe('waiting');
    house.refuses = undefined;
    await until(() => {
      clock.pass(MINUTE);
      return own.state.value === 'stated';
    });
    expect(ends()).toEqual([NOW + 7 * DAY]);
    own.close();
  });

  it('is followed by another when less than a day is left, and opens letters for 35 days more', async () => {
    const own = tend();
    await until(() => own.state.value === 'stated');
    const [first] = keys.kept;
    const letter = await sealTo([first!.identity.publicKey], new Uint8Array(1));
    clock.pass(6 * DAY - HOUR);
    expect(ends()).toHaveLength(1);
    await until(() => {
      clock.pass(10 * MINUTE);
      return ends().length === 2;
    });
    expect(ends()[0]! - clock.now()).toBeGreaterThan(6 * DAY);
    clock.pass(NOW + 42 * DAY - 1 - clock.now());
    const older = (await keys.mailboxKeys()).at(-1)!;
    expect(await openWith(older.identity, letter)).toEqual(new Uint8Array(1));
    keys.sweep();
    expect(await keys.mailboxKeys()).toContain(older);
    clock.pass(1);
    keys.sweep();
    expect(await keys.mailboxKeys()).not.toContain(older);
    own.close();
  });

  it('is not offered by a browser that cannot keep it', async () => {
    keys.broken = true;
    const own = tend();
    await until(() => own.state.value === 'unsupported');
    expect(house.asked).toEqual([]);
    own.close();
  });
});
