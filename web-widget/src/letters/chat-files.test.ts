import { afterEach, describe, expect, it } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { until } from '../testing/until.ts';
import { createChatFiles, troubleOf } from './chat-files.ts';
import type { ChatFiles, FilePort, FileTrouble } from './chat-files.ts';
import type { FileRef } from './file-ref.ts';

const chance = new Chance(3);
const begun = (beginning: readonly number[], length: number): Uint8Array => {
  const content = chance.bytes(length);
  content.set(beginning);
  return content;
};
const picture = { content: begun([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 20_000), type: 'image/png', seconds: 0 } as const;
const voice = { content: chance.bytes(9_000), type: 'audio/webm', seconds: 7 } as const;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

interface World {
  readonly files: ChatFiles;
  readonly said: FileRef[];
  readonly kept: Map<string, Uint8Array>;
  readonly states: () => readonly string[];
  /** What the next upload meets. */
  meets: FileTrouble | 'lost' | 'nothing' | undefined;
  maySay: boolean;
}

function world(): World {
  const said: FileRef[] = [];
  const kept = new Map<string, Uint8Array>();
  const port: FilePort = {
    keep: async (stored, signal) => {
      if (made.meets === 'lost') throw new TypeError('no connection');
      if (made.meets === 'nothing') await new Promise((_, stop) => signal.addEventListener('abort', () => stop(new Error('stopped'))));
      if (made.meets !== undefined) return made.meets as FileTrouble;
      const id = chance.bytes(16);
      kept.set(id.toString(), stored);
      return id;
    },
    find: (id) => Promise.resolve(kept.get(id.toString()) ?? 'gone'),
    say: (ref) => made.maySay && said.push(ref) > 0,
  };
  const files = createChatFiles(port, chance.bytes);
  ends.push(() => files.forget());
  const made: World = { files, said, kept, states: () => files.outgoing.value.map(({ state }) => state), meets: undefined, maySay: true };
  return made;
}

describe('a file of a running chat', () => {
  it('is sealed, kept, said, and opened from what was said', async () => {
    const { files, said, kept } = world();
    expect(files.add(picture)).toBe(true);
    expect(files.add(voice)).toBe(true);
    await until(() => said.length === 2 && files.outgoing.value.length === 0);
    expect(said.map(({ type, seconds, length }) => [type, seconds, length])).toEqual([
      ['image/png', 0, 20_000],
      ['audio/webm', 7, 9_000],
    ]);
    for (const stored of kept.values()) expect(Buffer.from(stored).includes(Buffer.from(picture.content.subarray(0, 32)))).toBe(false);
    expect(await files.open(said[0]!)).toEqual({ kind: 'open', content: picture.content });
  });

  it('that the server swapped is not shown, nor one that is gone', async () => {
    const { files, said, kept } = world();
    files.add(picture);
    files.add(picture);
    await until(() => said.length === 2);
    const [one, other] = said as [FileRef, FileRef];
    kept.set(one.id.toString(), kept.get(other.id.toString())!);
    expect(await files.open(one)).toEqual({ kind: 'damaged' });
    kept.clear();
    expect(await files.open(one)).toEqual({ kind: 'gone' });
  });

  it('that is a web page and called a picture is not shown', async () => {
    const { files, said } = world();
    files.add({ ...picture, content: new TextEncoder().encode('<!doctype html><script>alert(1)</script>') });
    await until(() => said.length === 1);
    expect(await files.open(said[0]!)).toEqual({ kind: 'unfit' });
  });

  it('that did not go stays, says why, and goes when it is tried again', async () => {
    const made = world();
    const { files, said, states } = made;
    for (const [meets, state] of [['lost', 'offline'], ['full', 'full'], ['no-room', 'no-room'], ['over', 'over']] as const) {
      made.meets = meets;
      if (files.outgoing.value.length === 0) files.add(voice);
      else files.again(files.outgoing.value[0]!.key);
      await until(() => states()[0] === state, states);
    }
    made.meets = undefined;
    files.again(files.outgoing.value[0]!.key);
    await until(() => states().length === 0);
    expect(said).toHaveLength(1);
  });

  it('is not uploaded twice when the chat may not send just then', async () => {
    const made = world();
    const { files, said, kept, states } = made;
    made.maySay = false;
    files.add(voice);
    await until(() => states()[0] === 'later');
    made.maySay = true;
    files.again(files.outgoing.value[0]!.key);
    await until(() => said.length === 1);
    expect(kept.size).toBe(1);
  });

  it('that was taken back is not said, and the next goes', async () => {
    const made = world();
    const { files, said } = made;
    made.meets = 'nothing';
    files.add(picture);
    files.add(voice);
    await until(() => files.outgoing.value.length === 2);
    made.meets = undefined;
    files.remove(files.outgoing.value[0]!.key);
    await until(() => said.length === 1);
    expect(said[0]?.type).toBe('audio/webm');
  });

  it('is still chosen after the screen around it went, and is forgotten with the chat', () => {
    const { files } = world();
    files.chosen.value = picture;
    files.forget();
    expect([files.chosen.value, files.over.aborted]).toEqual([undefined, true]);
  });

  it('waits with at most four others, also those that did not go, and goes with the chat', () => {
    const made = world();
    made.meets = 'nothing';
    expect(Array.from({ length: 6 }, () => made.files.add(voice))).toEqual([true, true, true, true, true, false]);
    made.files.remove(made.files.outgoing.value[0]!.key);
    expect([1, 2].map(() => made.files.add(voice))).toEqual([true, false]);
    made.files.forget();
    expect(made.files.outgoing.value).toEqual([]);
    expect(made.files.add(voice)).toBe(false);
  });
});

it('every refusal of the server has a word', () => {
  expect([404, 409, 413, 507, 429, 503].map(troubleOf)).toEqual(['over', 'full', 'no-room', 'no-room', 'offline', 'offline']);
});
