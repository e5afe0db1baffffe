import { fromBinary } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { RingCardSchema, SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import { fromUtf8, utf8 } from '../kernel/bytes.ts';
import { seedSigner } from '../testing/keys.ts';
import { b, readVectors } from '../testing/vectors.ts';
import type { GoldenConversation, GoldenEpoch } from '../testing/vectors.ts';
import { verifyBundle } from '../trust/bundle.ts';
import { deviceOf } from '../trust/roster.ts';
import { openWith } from './envelope.ts';
import { encodeEpochHeader, readEpochHeader } from './epoch.ts';
import { chainNext, chainStart, openFrame, openSignal, readFrameHeader, sealFrame, sealSignal } from './frame.ts';
import type { EpochKeys } from './frame.ts';
import { openGrant } from './grant.ts';
import { hash } from './hash.ts';
import { encodePlaintext, readPlaintext } from './plaintext.ts';
import { labelled, signAs, verifies } from './sign.ts';
import { verifyStatement } from './statement.ts';
import { seedIdentity } from './xwing.ts';

describe.each(['v1.json'])('the golden conversation %s', (file) => {
  const golden: GoldenConversation = readVectors(file);
  const key = (name: string): Uint8Array => b(golden.keys[name]?.seed);
  const shift = b(golden.keys['shift']?.ed25519);
  const keysOf = (epoch: GoldenEpoch): EpochKeys => ({
    conversation: b(golden.conversation),
    number: epoch.number,
    secret: b(epoch.secret),
    headerHash: b(epoch.hash),
  });

  it('has keys that follow from their seeds', () => {
    for (const { seed, ed25519, xwing } of Object.values(golden.keys)) {
      if (ed25519 !== undefined) expect(seedSigner(b(seed)).ed25519).toEqual(b(ed25519));
      if (xwing !== undefined) expect(seedIdentity(b(seed)).publicKey).toEqual(b(xwing));
    }
  });

  it('leads from the pin to the roster', () => {
    const { roster } = verifyBundle(golden.trust, golden.pin, Date.parse(golden.now));
    expect(roster.version).toBe(golden.rosterVersion);
    expect(roster.hash).toEqual(b(golden.rosterHash));
    const device = deviceOf(roster, b(golden.keys['device']?.id));
    expect(device?.ed25519).toEqual(b(golden.keys['device']?.ed25519));
    expect(device?.name).toEqual(hash(b(golden.enrol.salt), utf8(golden.enrol.name)));
  });

  it('has a ring card whose hash is labelled', () => {
    const card = fromBinary(RingCardSchema, b(golden.ring.card));
    expect(card.service).toBe(golden.ring.service);
    expect(card.xwing).toEqual(b(golden.keys['visitorXwing']?.xwing));
    expect(hash(labelled('ring', b(golden.ring.card)))).toEqual(b(golden.ring.hash));
  });

  it('has a statement signed by the device', () => {
    const statement = create(SignedStatementSchema, {
      payload: b(golden.statement.payload),
      signature: b(golden.statement.signature),
    });
    const said = verifyStatement(statement, b(golden.keys['device']?.ed25519));
    expect(said?.hash).toEqual(b(golden.statement.hash));
    expect(said?.ed25519).toEqual(shift);
    expect(said?.xwing).toEqual(b(golden.keys['shiftXwing']?.xwing));
    expect(verifyStatement(statement, shift)).toBeUndefined();
  });

  it('proves an enrolment and a sign-in', async () => {
    const device = seedSigner(key('device'));
    const { id, ed25519, salt, name, proof } = golden.enrol;
    const enrolment = [b(id), b(ed25519), hash(b(salt), utf8(name))];
    expect(await signAs(device, 'enrol', ...enrolment)).toEqual(b(proof));
    expect(await signAs(device, 'desk', b(golden.desk.challenge))).toEqual(b(golden.desk.proof));
  });

  describe.each([...golden.epochs])('epoch $number', (epoch) => {
    it('has a header that reads and writes to the same bytes', () => {
      const header = readEpochHeader(b(epoch.header));
      expect(header?.number).toBe(epoch.number);
      expect(encodeEpochHeader(header!)).toEqual(b(epoch.header));
      expect(hash(b(epoch.header))).toEqual(b(epoch.hash));
      expect(readEpochHeader(Uint8Array.of(...b(epoch.header), 0))).toBeUndefined();
    });

    it('is signed by the shift key', () => {
      const bytes = [b(epoch.header), hash(b(epoch.grant))];
      expect(verifies('epoch', shift, b(epoch.signature), ...bytes)).toBe(true);
      expect(verifies('frame', shift, b(epoch.signature), ...bytes)).toBe(false);
    });

    it.each(['visitorXwing', 'shiftXwing'])('has a grant that %s opens', async (name) => {
      const identity = seedIdentity(key(name));
      expect(await openWith(identity, b(epoch.grant))).toEqual(b(epoch.grantPlaintext));
      const grant = await openGrant(identity, b(epoch.grant), b(epoch.header));
      expect(grant?.secret).toEqual(b(epoch.secret));
      expect(grant?.names).toEqual([{ slot: 1, salt: b(epoch.salt), name: epoch.name }]);
      expect(await openGrant(identity, b(epoch.grant), b(golden.epochs[0]!.header).with(9, 9))).toBeUndefined();
    });

    it('has talk frames that open, chain and are sealed to the same bytes', async () => {
      const keys = keysOf(epoch);
      const chains = new Map<number, Uint8Array>();
      for (const { slot, counter, frame, signature, ...said } of epoch.frames) {
        const chain = chains.get(slot) ?? chainStart(keys.headerHash, slot);
        expect(chain).toEqual(b(said.chainBefore));
        expect(readFrameHeader(b(frame))).toMatchObject({ slot, counter, epoch: epoch.number });
        const plaintext = await openFrame(keys, b(frame), chain);
        expect(plaintext).toEqual(b(said.plaintext));
        const inside = readPlaintext(plaintext!)!;
        expect(fromUtf8(inside.body)).toBe(said.text);
        expect(inside).toMatchObject({ id: b(said.messageId), kind: said.kind });
        expect(inside.seen).toEqual(said.seen.map((seen) => ({ ...seen, h: b(seen.h) })));
        expect(encodePlaintext(inside)).toEqual(plaintext);
        expect(await sealFrame(keys, { slot, counter, r: b(said.r) }, chain, plaintext!)).toEqual(b(frame));
        if (slot !== 0) expect(await signAs(seedSigner(key('shift')), 'frame', b(frame))).toEqual(b(signature));
        chains.set(slot, chainNext(chain, b(frame)));
        expect(chains.get(slot)).toEqual(b(said.chainAfter));
      }
    });

    it('has signals that open and are sealed to the same bytes', async () => {
      const keys = keysOf(epoch);
      for (const { slot, r, plaintext, frame, signature, kind } of epoch.signals) {
        expect(await openSignal(keys, b(frame))).toEqual(b(plaintext));
        expect(readPlaintext(b(plaintext))?.kind).toBe(kind);
        expect(await sealSignal(keys, slot, b(r), b(plaintext))).toEqual(b(frame));
        if (slot !== 0) expect(verifies('signal', shift, b(signature), b(frame))).toBe(true);
      }
    });
  });
});
