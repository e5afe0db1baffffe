/** Faults that were found in other systems. Each must be impossible here; docs/protocol/attacks.md lists them with the rest. */

import { create, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { EntrySchema, EpochSchema } from '../gen/havn/v1/talk_pb.ts';
import type { Epoch, Talk } from '../gen/havn/v1/talk_pb.ts';
import { utf8 } from '../kernel/bytes.ts';
import { openGrant } from '../seal/grant.ts';
import { hash } from '../seal/hash.ts';
import { entry, expectStopped, flipped, offer, scene, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';

const holds = (bytes: Uint8Array, wanted: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from(wanted));

/** Everything that the server has of the conversation. */
const everything = ({ relay }: Scene): Uint8Array =>
  Buffer.concat(relay.stream.map((one) => toBinary(EntrySchema, one)));

const epochs = ({ relay }: Scene): Epoch[] => relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [kind.value] : []));

const talks = ({ relay }: Scene): Talk[] => relay.stream.flatMap(({ kind }) => (kind.case === 'talk' ? [kind.value] : []));

/** The epoch's secret, which only the two devices can have. */
async function secretOf(made: Scene): Promise<Uint8Array> {
  const [word] = epochs(made);
  const grant = await openGrant(made.visit.identity, word!.grant, word!.header);
  return grant!.secret;
}

describe('a trap of other systems is not ours', () => {
  it('encryption that fails open: with keys that do not fit, words are never sent instead in clear', async () => {
    const made = await scene();
    expect(made.visitor.talk.send('til ingen')).toBe(false);
    await offer(made, made.led, made.keys, {
      word: (word) => create(EpochSchema, { ...word, grant: flipped(word.grant) }),
    });
    await expectStopped(made, 'epoch-refused');
    await quiet(made.visitor, made.lead);
    expect(talks(made)).toEqual([]);
  });

  it('a lock that is shown while nothing is sealed: it stands only from the first epoch to the first doubt', async () => {
    const before = await scene();
    expect(before.visitor.talk.view).toMatchObject({ sealed: false, maySend: false });
    const made = await talking();
    expect(made.visitor.talk.view).toMatchObject({ sealed: true, maySend: true });
    const [talk] = talks(made);
    const value = { ...talk!, frame: flipped(talk!.frame, 60) };
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'talk', value }));
    expect(made.visitor.talk.view).toMatchObject({ sealed: false, maySend: false });
  });

  it('a key that the server can derive: the secret, and what follows from public parts, are not the same', async () => {
    const made = await talking();
    const secret = await secretOf(made);
    const [word] = epochs(made);
    const parts = [made.visit.conversation, word!.header, word!.grant, word!.signature, made.visit.identity.publicKey];
    for (const part of [...parts, Buffer.concat(parts)]) {
      expect(hash(part)).not.toEqual(secret);
      expect(part.subarray(0, 32)).not.toEqual(secret);
    }
    const fresh = await scene(1);
    await quiet(fresh.lead, fresh.visitor);
    expect(await secretOf(fresh)).not.toEqual(secret);
  });

  it('a key id that leaks the key: neither it nor its hash stands in anything the server has', async () => {
    const made = await talking();
    const secret = await secretOf(made);
    const has = everything(made);
    expect(holds(has, epochs(made)[0]!.header)).toBe(true);
    for (const leak of [secret, hash(secret), secret.subarray(0, 16), hash(secret).subarray(0, 16)]) expect(holds(has, leak)).toBe(false);
  });

  it('a cipher without a check: there is no bit of a frame that can be turned over', async () => {
    const { frame } = talks(await talking())[0]!;
    for (let at = 0; at < frame.length; at += 7) {
      const made = await talking();
      const value = { ...talks(made)[0]!, frame: flipped(frame, at) };
      await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'talk', value }));
      expect(made.visitor.stopped).toBe('frame-refused');
    }
  });

  it('words or names in clear: nothing of them stands in what the server has', async () => {
    const made = await talking();
    // Long enough not to stand in what is sealed by chance.
    expect(made.visitor.talk.send('kan jeg spørre')).toBe(true);
    await quiet(made.visitor, made.lead);
    expect(made.lead.heard).toContain('kan jeg spørre');
    for (const word of ['spørre', 'hallo', 'Kåre']) expect(holds(everything(made), utf8(word))).toBe(false);
  });

  it('the next visitor who sees the last one’s name: a new visit begins with nothing', async () => {
    const made = await talking();
    expect(made.visitor.talk.view.members).toMatchObject([{ name: 'Kåre' }]);
    const next = await scene();
    expect(next.visitor.talk.view).toMatchObject({ messages: [], members: [] });
  });
});
