import { readFileSync } from 'node:fs';
import { fromBase64Url } from '../kernel/base64.ts';

export interface GoldenKey {
  readonly seed: string;
  readonly ed25519?: string;
  readonly xwing?: string;
  readonly id?: string;
}

export interface GoldenFrame {
  readonly slot: number;
  readonly counter: number;
  readonly r: string;
  readonly messageId: string;
  readonly seen: readonly { readonly slot: number; readonly counter: number; readonly h: string }[];
  readonly kind: number;
  readonly plaintext: string;
  readonly frame: string;
  readonly signature: string;
}

export interface GoldenTalk extends GoldenFrame {
  readonly text: string;
  readonly chainBefore: string;
  readonly chainAfter: string;
}

export interface GoldenEpoch {
  readonly number: number;
  readonly header: string;
  readonly hash: string;
  readonly secret: string;
  readonly name: string;
  readonly salt: string;
  readonly grantPlaintext: string;
  readonly grant: string;
  readonly signature: string;
  readonly frames: readonly GoldenTalk[];
  readonly signals: readonly GoldenFrame[];
}

/** One whole conversation of suite 1; described in docs/protocol/vectors/README.md. */
export interface GoldenConversation {
  readonly v: 1;
  readonly now: string;
  readonly keys: Readonly<Record<string, GoldenKey>>;
  readonly pin: string;
  readonly trust: { readonly roots: readonly unknown[]; readonly signer: unknown; readonly roster: unknown };
  readonly rosterVersion: number;
  readonly rosterHash: string;
  readonly conversation: string;
  readonly ring: {
    readonly service: string;
    readonly lane: string;
    readonly language: string;
    readonly wishes: readonly string[];
    readonly nonce: string;
    readonly card: string;
    readonly hash: string;
  };
  readonly statement: { readonly payload: string; readonly signature: string; readonly hash: string };
  readonly epochs: readonly GoldenEpoch[];
  readonly enrol: Readonly<Record<'id' | 'ed25519' | 'name' | 'salt' | 'proof', string>>;
  readonly desk: { readonly challenge: string; readonly proof: string };
}

export const vectorFile = (name: string): URL =>
  new URL(`../../../docs/protocol/vectors/${name}`, import.meta.url);

export const readVectors = (name: string): GoldenConversation =>
  JSON.parse(readFileSync(vectorFile(name), 'utf8')) as GoldenConversation;

/** Bytes of a member that must be base64url. */
export function b(text: string | undefined): Uint8Array {
  const bytes = text === undefined ? undefined : fromBase64Url(text);
  if (bytes === undefined) throw new Error('not base64url');
  return bytes;
}
