import { toBase64Url } from '../../kernel/base64.ts';
import { utf8 } from '../../kernel/bytes.ts';
import { hash } from '../../seal/hash.ts';
import { signAs } from '../../seal/sign.ts';
import type { DeviceKeys } from './types.ts';

/** Body of POST /api/devices (docs/protocol/sealed.md, section 2, Enrolment). */
export interface Enrolment {
  readonly id: string;
  readonly ed25519: string;
  readonly name: string;
  readonly salt: string;
  readonly proof: string;
}

/** H(salt ‖ shown name), 32 bytes: how the roster names the device's person. */
export const nameHash = (device: DeviceKeys, name: string): Uint8Array => hash(device.salt, utf8(name));

export async function enrolment(device: DeviceKeys, name: string): Promise<Enrolment> {
  const proof = await signAs(device, 'enrol', device.id, device.ed25519, nameHash(device, name));
  return {
    id: toBase64Url(device.id),
    ed25519: toBase64Url(device.ed25519),
    name,
    salt: toBase64Url(device.salt),
    proof: toBase64Url(proof),
  };
}
