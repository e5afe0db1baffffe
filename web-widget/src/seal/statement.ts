import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { ShiftStatementSchema, SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { HOUR } from '../kernel/clock.ts';
import { hash } from './hash.ts';
import { signAs, verifies } from './sign.ts';
import type { Signer } from './sign.ts';
import { isXWingPublic } from './xwing.ts';

/** Longest time one statement may cover. */
export const LONGEST_SHIFT = 14 * HOUR;

/** A verified shift statement: a device's word about its keys for one shift. */
export interface Shift {
  /** 16 bytes. */
  readonly device: Uint8Array;
  readonly ed25519: Uint8Array;
  /** 1,216 bytes. */
  readonly xwing: Uint8Array;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** H(payload), 32 bytes: how epochs name it. */
  readonly hash: Uint8Array;
}

/** Makes a statement and has the device sign it. Fails when `until - from` is more than 14 h or not positive. */
export async function stateShift(
  device: Signer & { readonly id: Uint8Array },
  keys: { readonly ed25519: Uint8Array; readonly xwing: Uint8Array },
  from: number,
  until: number,
): Promise<SignedStatement> {
  if (until <= from || until - from > LONGEST_SHIFT) throw new RangeError('a shift lasts up to 14 hours');
  const payload = toBinary(
    ShiftStatementSchema,
    create(ShiftStatementSchema, {
      device: device.id,
      ed25519: keys.ed25519,
      xwing: keys.xwing,
      notBefore: BigInt(from),
      notAfter: BigInt(until),
    }),
  );
  const signature = await signAs(device, 'shift', payload);
  return create(SignedStatementSchema, { payload, signature });
}

/** Reads a statement's payload without believing it. Undefined when it is malformed or covers more than 14 h. */
export function readStatement(statement: SignedStatement): Shift | undefined {
  try {
    const said = fromBinary(ShiftStatementSchema, statement.payload);
    const [from, until] = [Number(said.notBefore), Number(said.notAfter)];
    const wellFormed =
      said.device.length === 16 && said.ed25519.length === 32 && isXWingPublic(said.xwing) && until > from;
    if (!wellFormed || !Number.isSafeInteger(until) || until - from > LONGEST_SHIFT) return undefined;
    const { device, ed25519, xwing } = said;
    return { device, ed25519, xwing, from, until, hash: hash(statement.payload) };
  } catch {
    return undefined;
  }
}

/** The statement, when this device key signed it. */
export function verifyStatement(statement: SignedStatement, deviceKey: Uint8Array): Shift | undefined {
  return verifies('shift', deviceKey, statement.signature, statement.payload) ? readStatement(statement) : undefined;
}
