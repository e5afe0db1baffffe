/** Reads what the holders of the root keys sent back: the root set and the signer document. */

import { toBase64Url, fromBase64Url } from '../../kernel/base64.ts';
import { equal } from '../../kernel/bytes.ts';
import { hash } from '../../seal/hash.ts';
import { payloadOf, readDsse, signedBy, type Dsse, type SigningKey } from '../../trust/dsse.ts';
import { list, members, text } from '../login/read.ts';
import type { WizardFault } from './people.ts';

export interface Answers {
  readonly root: unknown;
  readonly signer: unknown;
  /** base64url(H(root payload)), 43 characters. */
  readonly pin: string;
}

export type Reading = { readonly kind: 'good'; readonly answers: Answers } | { readonly kind: 'bad'; readonly fault: WizardFault };

const bad = (fault: WizardFault): Reading => ({ kind: 'bad', fault });

/** `key` is the public half of the signing key in this browser; the server checks both documents again in full. */
export function readAnswers(rootText: string, signerText: string, key: Uint8Array): Reading {
  const root = parse(rootText, 'root');
  const signer = parse(signerText, 'signer');
  if (root === undefined || signer === undefined) return bad('file');
  const said = fromBase64Url(text(payloadOf(signer.dsse)['ed25519'])) ?? new Uint8Array(0);
  if (!equal(said, key)) return bad('key');
  const { keys, threshold } = rootKeys(root.dsse);
  if (threshold < 1 || signedBy(root.dsse, keys) < threshold || signedBy(signer.dsse, keys) < threshold) {
    return bad('signature');
  }
  return {
    kind: 'good',
    answers: { root: root.json, signer: signer.json, pin: toBase64Url(hash(root.dsse.payload)) },
  };
}

function parse(file: string, document: 'root' | 'signer'): { readonly json: unknown; readonly dsse: Dsse } | undefined {
  try {
    const json: unknown = JSON.parse(file);
    const dsse = readDsse(json, document);
    payloadOf(dsse);
    return { json, dsse };
  } catch {
    return undefined;
  }
}

function rootKeys(dsse: Dsse): { readonly keys: readonly SigningKey[]; readonly threshold: number } {
  const payload = payloadOf(dsse);
  const keys = list(payload['keys']).flatMap((value) => {
    const { id, ed25519 } = members(value);
    const bytes = fromBase64Url(text(ed25519));
    return bytes?.length === 32 ? [{ id: text(id), ed25519: bytes }] : [];
  });
  return { keys, threshold: typeof payload['threshold'] === 'number' ? payload['threshold'] : 0 };
}
