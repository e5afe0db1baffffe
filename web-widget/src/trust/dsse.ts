/** DSSE envelopes: exact bytes with signatures around them (docs/protocol/sealed.md, section 2). */

import { fromBase64 } from '../kernel/base64.ts';
import { concat, fromUtf8, utf8 } from '../kernel/bytes.ts';
import { verifies } from '../seal/sign.ts';
import { exactly, list, object, text } from './json.ts';
import type { Json } from './json.ts';

export type Document = 'root' | 'signer' | 'roster' | 'renewal';

export interface Dsse {
  readonly document: Document;
  /** Version of its format, as the payload type says. */
  readonly format: number;
  /** Exact bytes: verified and hashed as they are. */
  readonly payload: Uint8Array;
  readonly signatures: readonly { readonly keyid: string; readonly signature: Uint8Array }[];
}

/** A key that may sign documents. */
export interface SigningKey {
  readonly id: string;
  readonly ed25519: Uint8Array;
}

/** Characters of an envelope: 500 devices fit with room to spare. */
const LONGEST = 256 * 1024;
const MOST_SIGNATURES = 16;

const FORMATS: Readonly<Record<Document, readonly number[]>> = { root: [1], signer: [1], roster: [2, 1], renewal: [1] };

export const typeOf = (document: Document, format: number): string => `application/vnd.havn.${document}.v${format}+json`;

/** Fails with `TypeError` for anything but a well-formed envelope of this document. */
export function readDsse(value: unknown, document: Document): Dsse {
  const envelope = exactly(value, 'payloadType', 'payload', 'signatures');
  const format = FORMATS[document].find((each) => envelope['payloadType'] === typeOf(document, each));
  if (format === undefined) throw new TypeError('another document');
  return {
    document,
    format,
    payload: base64(envelope['payload'], LONGEST),
    signatures: list(envelope['signatures'], MOST_SIGNATURES)
      .map((one) => exactly(one, 'keyid', 'sig'))
      .map(({ keyid, sig }) => ({ keyid: text(keyid, 64), signature: base64(sig, 64) })),
  };
}

/** How many different of these keys signed it. */
export function signedBy(dsse: Dsse, keys: readonly SigningKey[]): number {
  const signed = pae(typeOf(dsse.document, dsse.format), dsse.payload);
  return keys.filter((key) =>
    dsse.signatures.some(
      ({ keyid, signature }) => keyid === key.id && verifies(dsse.document, key.ed25519, signature, signed),
    ),
  ).length;
}

/** The payload's JSON object. Fails with `TypeError` or `SyntaxError`. */
export function payloadOf(dsse: Dsse): Json {
  const payload = fromUtf8(dsse.payload);
  if (payload === undefined) throw new TypeError('UTF-8');
  const json = object(JSON.parse(payload));
  if (json['v'] !== dsse.format) throw new TypeError('another version of the format');
  return json;
}

/** DSSE's pre-authentication encoding. */
export const pae = (type: string, payload: Uint8Array): Uint8Array =>
  concat(utf8(`DSSEv1 ${utf8(type).length} ${type} ${payload.length} `), payload);

function base64(value: unknown, most: number): Uint8Array {
  const read = fromBase64(text(value, LONGEST));
  if (read === undefined || read.length > most) throw new TypeError('base64');
  return read;
}
