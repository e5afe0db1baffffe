import { describe, expect, it } from 'vitest';
import { seedSigner } from '../../testing/keys.ts';
import { b, readVectors } from '../../testing/vectors.ts';
import { enrolment } from './enrol.ts';

describe('enrolment', () => {
  it('is byte for byte what the golden conversation says', async () => {
    const golden = readVectors('v1.json');
    const key = Object.values(golden.keys).find((each) => each.ed25519 === golden.enrol.ed25519);
    const device = { ...seedSigner(b(key?.seed)), id: b(golden.enrol.id), salt: b(golden.enrol.salt) };
    expect(await enrolment(device, golden.enrol.name)).toEqual(golden.enrol);
  });
});
