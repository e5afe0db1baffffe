import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../kernel/clock.ts';
import { readMailboxStatement } from '../../letters/statement.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import type { Message } from '../../talk/view.ts';
import { Chance } from '../../testing/chance.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { ColleagueKeys } from '../../testing/letter-house.ts';
import { Colleague, NOW } from '../../testing/letters.ts';
import { until } from '../../testing/until.ts';
import type { DeskChat, DeviceState } from '../desk-view.ts';
import { ArchiveHouse } from '../testing/archive-house.ts';
import { chat, said, talk } from '../testing/fake-desk.ts';
import { archiveHttp } from './archive-http.ts';
import { createArchives } from './archives.ts';
import type { Archives } from './archives.ts';
import { keeping } from './keeping.ts';
import { createScribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

const kari = new Colleague(1, 'Kari');
const per = new Colleague(2, 'Per', 'coordinator');
const ends: (() => void)[] = [];

interface World {
  readonly house: ArchiveHouse;
  readonly clock: HandClock;
  readonly chats: Signal<readonly DeskChat[]>;
  readonly scribe: Scribe;
  /** Another scribe, as of the page loaded anew. */
  readonly anew: () => Scribe;
  /** What is said in the one chat. */
  readonly says: (messages: readonly Message[], more?: Partial<DeskChat>) => void;
  readonly reader: (colleague: Colleague) => { readonly archives: Archives; readonly device: Signal<DeviceState> };
}

async function world(readers: readonly Colleague[] = [kari, per]): Promise<World> {
  const clock = new HandClock(NOW);
  const house = new ArchiveHouse(new Chance(5), clock);
  const chats = signal<readonly DeskChat[]>([]);
  const chance = new Chance(8);
  const keysOf = new Map([kari, per].map((one) => [one, new ColleagueKeys(one, chance, clock)]));
  const stated = readers.map(async (one) => readMailboxStatement((await keysOf.get(one)!.mailboxKey()).statement)!);
  const keys: readonly MailboxKey[] = await Promise.all(stated);
  const anew = (): Scribe => {
    const scribe = createScribe({
      http: archiveHttp(house),
      chats,
      name: 'Kari',
      mark: ({ type }) => `[${type}]`,
      keys: () => Promise.resolve(keys),
      clock,
      random: new Chance(6).bytes,
    });
    ends.push(() => scribe.close());
    return scribe;
  };
  return {
    house,
    clock,
    chats,
    scribe: anew(),
    anew,
    says: (messages, more = {}) => {
      chats.value = [chat(1, 30, talk(messages), { retentionDays: 14, ...more })];
    },
    reader: (colleague) => {
      const device = signal<DeviceState>('rostered');
      const archives = createArchives({ http: archiveHttp(house), keys: keysOf.get(colleague)!, device, sessionOver: () => undefined });
      ends.push(() => archives.close());
      return { archives, device };
    },
  };
}

const texts = (count: number, from = 0): Message[] =>
  Array.from({ length: count }, (_, index) => said(index % 2 === 0 ? 'them' : 'me', 20 - (from + index), `ord ${from + index}`));

async function opens(archives: Archives, index = 0): Promise<Archives['shown']['value']> {
  archives.look();
  await until(() => archives.rows.value !== undefined);
  archives.choose(archives.rows.value![index]!.id);
  archives.open();
  await until(() => archives.shown.value?.opening.kind !== 'opening');
  return archives.shown.value;
}

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('a transcript', () => {
  it('is not begun where the service keeps none, nor by a member who does not lead', async () => {
    const { house, says, clock } = await world();
    says(texts(30), { retentionDays: 0 });
    says(texts(30), { leads: false });
    clock.pass(60 * MINUTE);
    expect(house.asked).toEqual([]);
  });

  it('is given up, and is no failure, where the service keeps none any more', async () => {
    const { house, says, chats, scribe } = await world();
    const failing: number[] = [];
    ends.push(scribe.failing.subscribe((now) => failing.push(now.size)));
    house.refuses = 409;
    says(texts(30));
    await until(() => house.asked.length === 1);
    house.refuses = undefined;
    const more = chat(1, 30, talk(texts(60)), { retentionDays: 14, ended: 'visitor' });
    chats.value = [more, chat(2, 30, talk(texts(20)), { retentionDays: 14 })];
    await until(() => house.archives.some(({ parts }) => parts.length === 1));
    expect(house.asked.filter((path) => path === 'POST /api/archives')).toHaveLength(2);
    expect([house.archives.length, failing, scribe.givenUp.value]).toEqual([1, [0], new Set([more.conversation])]);
  });

  it('is not said to be none where a part was written before the service kept none and the page was loaded anew', async () => {
    const { house, says, chats, scribe, anew } = await world();
    says(texts(20));
    await until(() => house.archives[0]?.parts.length === 1);
    scribe.close();
    house.refuses = 409;
    const { givenUp } = anew();
    await until(() => givenUp.value.size === 1);
    expect(house.archives).toHaveLength(1);
    const [open] = chats.value;
    expect(keeping(open!, givenUp.value)).toBe('no-more');
    expect(keeping({ ...open!, ended: 'staff' }, givenUp.value)).toBe('no-more');
    expect(keeping({ ...open!, ended: 'deleted' }, givenUp.value)).toBe('nothing');
    expect(keeping(open!, new Set())).toBe('transcript');
  });

  it('is written in parts and read by a colleague whose key it was wrapped to', async () => {
    const { house, says, reader } = await world();
    says(texts(20));
    await until(() => house.archives[0]?.parts.length === 1);
    says([...texts(20), said('page', 0, 'only here'), ...texts(3, 20)], { ended: 'visitor' });
    await until(() => house.archives[0]?.parts.length === 2);
    const shown = await opens(reader(per).archives);
    expect(shown?.opening).toMatchObject({ kind: 'open', whole: true });
    const { lines } = shown!.opening as { lines: readonly { from: string; text: string }[] };
    expect(lines.map(({ text }) => text)).toEqual(Array.from({ length: 23 }, (_, index) => `ord ${index}`));
    expect(lines.slice(0, 2).map(({ from }) => from)).toEqual(['', 'Kari']);
    expect(house.journal).toHaveLength(1);
  });

  it('says that a file was sent, and holds nothing of where it is or what opens it', async () => {
    const { house, says, reader } = await world();
    const file = { id: new Uint8Array(16), key: new Uint8Array(32), hash: new Uint8Array(32), type: 'image/png', length: 9, seconds: 0 } as const;
    says([...texts(19), said('them', 0, '', { file })]);
    await until(() => house.archives[0]?.parts.length === 1);
    says([...texts(19), said('them', 0, '', { file })], { ended: 'visitor' });
    await until(() => house.archives[0]?.parts.length === 2);
    const shown = await opens(reader(per).archives);
    const { lines } = shown!.opening as { lines: readonly { text: string }[] };
    expect(lines.at(-1)?.text).toBe('[image/png]');
  });

  it('holds nothing of what colleagues whispered', async () => {
    const { house, says, reader } = await world();
    const whispers = { messages: texts(30, 100), together: true, maySend: true, full: false };
    says(texts(20), { whispers });
    await until(() => house.archives[0]?.parts.length === 1);
    says(texts(20), { whispers, ended: 'visitor' });
    await until(() => house.archives[0]?.parts.length === 2);
    const shown = await opens(reader(per).archives);
    const { lines } = shown!.opening as { lines: readonly { text: string }[] };
    expect(lines.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, index) => `ord ${index}`));
  });

  it('waits for few words, and for those that are still on their way', async () => {
    const { house, says, clock } = await world();
    const held = said('me', 0, 'på vei', { tick: 'held' });
    says([...texts(2), held]);
    clock.pass(4 * MINUTE);
    expect(house.archives).toEqual([]);
    clock.pass(2 * MINUTE);
    await until(() => house.archives[0]?.parts.length === 1);
    says([...texts(2), held], { ended: 'staff' });
    await until(() => house.archives[0]?.parts.length === 2);
  });

  it('is tried again when the server is away, and says so meanwhile', async () => {
    const { house, says, clock, scribe } = await world();
    house.refuses = 'gone';
    says(texts(20));
    await until(() => scribe.failing.value.size === 1);
    house.refuses = undefined;
    clock.pass(31 * SECOND);
    await until(() => house.archives[0]?.parts.length === 1 && scribe.failing.value.size === 0);
  });

  it('is not begun when nobody could read it', async () => {
    const { house, says, scribe } = await world([]);
    says(texts(20));
    await until(() => scribe.failing.value.size === 1);
    expect(house.asked).toEqual([]);
  });

  it('ends without another word when the visitor deletes everything', async () => {
    const { house, says } = await world();
    says(texts(20));
    await until(() => house.archives[0]?.parts.length === 1);
    house.archives = [];
    says([], { ended: 'deleted' });
    says([], { ended: 'deleted' });
    expect(house.asked).toEqual(['POST /api/archives', `POST ${partsOf(house)}`]);
  });

  it('that was erased in the middle is not begun again', async () => {
    const { house, says } = await world();
    says(texts(20));
    await until(() => house.archives[0]?.parts.length === 1);
    house.archives = [];
    says(texts(40));
    await until(() => house.asked.length === 3);
    says(texts(60), { ended: 'visitor' });
    expect(house.asked.filter((asked) => asked === 'POST /api/archives')).toHaveLength(1);
  });
});

const partsOf = (house: ArchiveHouse): string => house.asked[1]!.slice('POST '.length);

describe('opening a transcript', () => {
  async function written(): Promise<World> {
    const made = await world([kari]);
    made.says([...texts(20)]);
    await until(() => made.house.archives[0]?.parts.length === 1);
    made.says([...texts(25)], { ended: 'visitor' });
    await until(() => made.house.archives[0]?.parts.length === 2);
    return made;
  }

  it('is asked for first, and nothing is fetched before', async () => {
    const { house, reader } = await written();
    const { archives } = reader(kari);
    archives.look();
    await until(() => archives.rows.value !== undefined);
    archives.choose(archives.rows.value![0]!.id);
    expect(archives.shown.value?.opening.kind).toBe('asking');
    expect(house.journal).toEqual([]);
    archives.leave();
    expect(archives.shown.value).toBeUndefined();
  });

  it('shows nothing when a part is missing, swapped, repeated or altered', async () => {
    const { house, reader } = await written();
    const [first, second] = house.archives[0]!.parts as [string, string];
    for (const parts of [[second], [second, first], [first, first], [first, second.replace(/..../u, 'AAAA')], [first, second, second]]) {
      house.archives[0]!.parts = parts;
      expect((await opens(reader(kari).archives))?.opening).toEqual({ kind: 'damaged' });
    }
  });

  it('says when the end is missing', async () => {
    const { house, reader } = await written();
    house.archives[0]!.parts.pop();
    expect((await opens(reader(kari).archives))?.opening).toMatchObject({ kind: 'open', whole: false });
  });

  it('is refused without the share, and to a browser it was not wrapped to', async () => {
    const { house, reader } = await written();
    const others = reader(per).archives;
    others.look();
    await until(() => others.rows.value !== undefined);
    others.choose(others.rows.value![0]!.id);
    expect(others.shown.value).toMatchObject({ row: { mine: false }, opening: { kind: 'not-mine' } });
    others.open();
    await until(() => house.journal.length === 1 && others.shown.value?.opening.kind === 'not-mine');
    house.archives[0]!.share = undefined;
    expect((await opens(reader(kari).archives))?.opening).toEqual({ kind: 'gone' });
  });

  it('ends when the roster does not confirm this device any more', async () => {
    const { reader } = await written();
    const { archives, device } = reader(kari);
    await opens(archives);
    device.value = 'alarm';
    expect([archives.rows.value, archives.shown.value]).toEqual([undefined, undefined]);
  });

  it('is over for everybody when a coordinator deletes it', async () => {
    const { house, reader } = await written();
    const { archives } = reader(kari);
    await opens(archives);
    archives.erase();
    await until(() => archives.shown.value?.opening.kind === 'gone' && archives.rows.value?.length === 0);
    expect(house.archives).toEqual([]);
  });
});
