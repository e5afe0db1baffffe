import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { RingCardSchema } from '../gen/havn/v1/talk_pb.ts';
import { utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { hash } from '../seal/hash.ts';
import { labelled } from '../seal/sign.ts';
import { isXWingPublic } from '../seal/xwing.ts';

/** A ring as both ends know it: what epochs of the conversation must repeat. */
export interface RingFacts {
  /** The RingCard as the visitor's page serialised it. */
  readonly card: Uint8Array;
  readonly ringHash: Uint8Array;
  /** 1,216 bytes. */
  readonly visitorKey: Uint8Array;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  readonly wishes: readonly string[];
  /** For how many days the visitor was told that the chat is kept; undefined from an older page. */
  readonly told: number | undefined;
}

export interface Wishes {
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  readonly wishes: readonly string[];
  readonly told: number;
}

const LONGEST_CARD = 2_048;
const MOST_WISHES = 8;

/** Serialises the card, once. */
export function makeRing(asked: Wishes, visitorKey: Uint8Array, random: Random): RingFacts {
  const card = create(RingCardSchema, { ...asked, wishes: [...asked.wishes], xwing: visitorKey, nonce: random(32) });
  return readOwnRing(toBinary(RingCardSchema, card));
}

/** The ring of a card that this page made. */
export function readOwnRing(card: Uint8Array): RingFacts {
  const facts = readRing(card);
  if (facts === undefined) throw new RangeError('a ring card of at most 2,048 bytes');
  return facts;
}

/** Answers undefined for anything that is not a ring card. */
export function readRing(bytes: Uint8Array): RingFacts | undefined {
  if (bytes.length > LONGEST_CARD) return undefined;
  try {
    const { xwing, nonce, service, lane, language, wishes, told } = fromBinary(RingCardSchema, bytes);
    const short = isName(service) && isName(lane) && wishes.length <= MOST_WISHES;
    if (!short || nonce.length !== 32 || !isXWingPublic(xwing)) return undefined;
    const ringHash = hash(labelled('ring', bytes));
    return { card: bytes, ringHash, visitorKey: xwing, service, lane, language, wishes, told };
  } catch {
    return undefined;
  }
}

const isName = (text: string): boolean => text.length > 0 && utf8(text).length <= 64;
