import { create, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { FileRefSchema } from '../gen/havn/v1/files_pb.ts';
import { encodeFileRef, writeFileRef } from '../letters/file-ref.ts';
import type { FileRef } from '../letters/file-ref.ts';
import { FILE } from '../seal/plaintext.ts';
import { entry, expectStopped, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';

const bytes = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);
const FILES: FileRef = { id: bytes(16, 1), key: bytes(32, 2), hash: bytes(32, 3), type: 'image/jpeg', length: 1_000, seconds: 0 };

/** The lead says a body of kind 8 that no page of ours would. */
async function says({ lead, visitor }: Scene, body: Uint8Array): Promise<void> {
  const frame = await lead.talk.epoch!.write({ id: bytes(16, 9), kind: FILE, body });
  const talk = { $typeName: 'havn.v1.Talk' as const, ...frame };
  await visitor.talk.entry(entry(visitor.talk.last + 1, { case: 'talk', value: talk }));
}

describe('a file in a talk', () => {
  it('is said by both sides like words, with ticks, and the other page knows where it is', async () => {
    const made = await talking();
    const { visitor, lead } = made;
    expect(visitor.talk.sendFile(FILES)).toBe(true);
    expect(visitor.talk.view.messages.at(-1)).toMatchObject({ from: 'me', text: '', file: FILES, tick: 'held' });
    await quiet(visitor, lead);
    expect(lead.talk.view.messages.at(-1)).toMatchObject({ from: 'them', text: '', file: FILES });
    expect(visitor.talk.view.messages.at(-1)?.tick).toBe('seen');
    const voice: FileRef = { ...FILES, type: 'audio/mp4', seconds: 12 };
    expect(lead.talk.sendFile(voice)).toBe(true);
    await quiet(lead, visitor);
    expect(visitor.talk.view.messages.at(-1)).toMatchObject({ name: 'Kåre', file: voice });
  });

  it('is as long on the wire as words are', async () => {
    const made = await talking();
    made.visitor.talk.sendFile(FILES);
    made.visitor.talk.send('a'.repeat(200));
    await quiet(made.visitor, made.lead);
    const lengths = made.relay.stream.flatMap(({ kind }) => (kind.case === 'talk' ? [kind.value.frame.length] : []));
    expect(lengths.at(-2)).toBe(lengths.at(-1));
  });

  it('is read by a newcomer whom the lead shows what was said before', async () => {
    const made = await talking();
    const { visitor, lead, relay, colleague } = made;
    visitor.talk.sendFile(FILES);
    await quiet(visitor, lead);
    const per = await colleague('Per');
    lead.talk.propose(per.proposal('join'));
    await quiet(lead, visitor);
    visitor.talk.answer(true);
    await quiet(visitor, lead);
    await per.enter(relay.accept());
    await quiet(per.talker, lead, visitor);
    const files = (): number => per.talker.talk.view.messages.filter(({ file }) => file !== undefined).length;
    expect(files()).toBe(0);
    await lead.lead!.openPast(per.keys.device);
    await quiet(lead, visitor, per.talker);
    expect(files()).toBe(1);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['no reference', bytes(40, 255)],
    ['one of a type that is not shown', toBinary(FileRefSchema, create(FileRefSchema, { ...writeFileRef(FILES), type: 'text/html' }))],
    ['one of a picture that can hold scripts', toBinary(FileRefSchema, create(FileRefSchema, { ...writeFileRef(FILES), type: 'image/svg+xml' }))],
    ['one with a short key', encodeFileRef({ ...FILES, key: bytes(31, 2) })],
    ['one of more than 10 MiB', encodeFileRef({ ...FILES, length: 10_485_761 })],
  ])('that is %s stops the chat', async (_, body) => {
    const made = await talking();
    await says(made, body);
    await expectStopped(made, 'frame-refused');
  });
});
