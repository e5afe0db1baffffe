/** The devices that browsers have shown to the server: answer of GET /api/devices. */

import { fromBase64Url } from '../../kernel/base64.ts';
import { fromHex } from '../../kernel/hex.ts';
import { list, members, text } from '../login/read.ts';

export interface Enrolled {
  /** Whose it is, 16 bytes, as the server says. */
  readonly staff: Uint8Array;
  readonly id: Uint8Array;
  readonly ed25519: Uint8Array;
  /** H(salt ‖ shown name), 32 bytes. */
  readonly nameHash: Uint8Array;
  readonly name: string;
  readonly role: string;
  readonly services: readonly string[];
  /** When the server first saw it, ms since 1970. */
  readonly at: number | undefined;
  readonly revoked: boolean;
  /** Its person was off-boarded. */
  readonly gone: boolean;
}

const MOST = 500;

const momentOf = (value: unknown): number | undefined => {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? undefined : at;
};

/** Devices whose fields are malformed are left out. */
export function readEnrolled(answer: unknown): readonly Enrolled[] {
  return list(members(answer)['devices'])
    .slice(0, MOST)
    .flatMap((value) => {
      const device = members(value);
      const [id, ed25519, nameHash] = [device['id'], device['ed25519'], device['nameHash']].map((field) =>
        fromBase64Url(text(field)),
      );
      const staff = fromHex(text(device['staff']));
      if (staff?.length !== 16 || id?.length !== 16 || ed25519?.length !== 32 || nameHash?.length !== 32) return [];
      return [
        {
          staff,
          id,
          ed25519,
          nameHash,
          name: text(device['name']),
          role: text(device['role']),
          services: list(device['services']).map(text),
          at: momentOf(device['enrolled']),
          revoked: device['state'] === 'revoked',
          gone: device['gone'] === true,
        },
      ];
    });
}
