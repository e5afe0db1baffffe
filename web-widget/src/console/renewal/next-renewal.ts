/** What the next renewal says. Every console makes the same bytes of it, so that signatures come together. */

import { toBase64, toBase64Url } from '../../kernel/base64.ts';
import { utf8 } from '../../kernel/bytes.ts';
import { HOUR } from '../../kernel/clock.ts';
import { signAs } from '../../seal/sign.ts';
import { pae, typeOf } from '../../trust/dsse.ts';
import { LONGEST_RENEWED } from '../../trust/renewal.ts';
import { LONGEST_LIFE, type Roster } from '../../trust/roster.ts';
import type { DeviceKeys } from '../keys/types.ts';

const DAY = 24 * HOUR;
/** So long before its end a list is renewed, and so long before its end the renewal has begun. */
export const BEFORE_END = 2 * DAY;
const TYPE = typeOf('renewal', 1);

const instant = (at: number): string => new Date(at).toISOString();

/** The payload; undefined when 35 days after the signer's last list nothing is left to renew. */
export function nextRenewal(roster: Roster, now: number): string | undefined {
  const latest = roster.signed.issued + LONGEST_RENEWED;
  let issued = roster.expires - BEFORE_END;
  // Pressed late: the first of the following terms that is not over.
  while (issued + LONGEST_LIFE <= now) issued += LONGEST_LIFE - BEFORE_END;
  const expires = Math.min(issued + LONGEST_LIFE, latest);
  if (expires <= now || expires <= roster.expires) return undefined;
  return JSON.stringify({
    v: 1,
    version: roster.version + 1,
    previous: toBase64Url(roster.hash),
    issued: instant(issued),
    expires: instant(expires),
    roster: roster.signed.version,
    hash: toBase64Url(roster.signed.hash),
    signed: instant(roster.signed.issued),
  });
}

/** The DSSE envelope around exactly these bytes, with the signature of this device. */
export async function signRenewal(payload: string, device: DeviceKeys): Promise<unknown> {
  const bytes = utf8(payload);
  const signature = await signAs(device, 'renewal', pae(TYPE, bytes));
  return {
    payloadType: TYPE,
    payload: toBase64(bytes),
    signatures: [{ keyid: toBase64Url(device.id), sig: toBase64(signature) }],
  };
}
