import { readFileSync } from 'node:fs';
import { fromJson, toBinary } from '@bufbuild/protobuf';
import type { DescMessage, JsonValue } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskDownSchema, DeskUpSchema } from '../gen/havn/v1/desk_pb.ts';
import { VisitorDownSchema, VisitorUpSchema } from '../gen/havn/v1/visitor_pb.ts';
import { fromBase64 } from '../kernel/base64.ts';
import { read } from './frames.ts';
import { pad, unpad } from './padding.ts';

interface Golden {
  readonly frames: readonly { name: string; type: string; message: JsonValue; frame: string }[];
  readonly refused: readonly { name: string; frame: string; code: number }[];
}
const golden = JSON.parse(
  readFileSync(new URL('../../../docs/protocol/vectors/wire-v1.json', import.meta.url), 'utf8'),
) as Golden;
const schemas: Readonly<Record<string, DescMessage>> = {
  'havn.v1.VisitorUp': VisitorUpSchema,
  'havn.v1.VisitorDown': VisitorDownSchema,
  'havn.v1.DeskUp': DeskUpSchema,
  'havn.v1.DeskDown': DeskDownSchema,
};

describe('the golden frames', () => {
  it.each(golden.frames)('"$name" is written and read as everywhere else', ({ type, message, frame }) => {
    const schema = schemas[type]!;
    const said = fromJson(schema, message);
    const bytes = fromBase64(frame)!;
    expect(pad(toBinary(schema, said))).toEqual(bytes);
    expect(read(schema, bytes)).toEqual({ ok: true, kind: (said as unknown as { kind: unknown }).kind });
  });

  it.each(golden.refused)('"$name" is refused with $code', ({ frame, code }) => {
    expect(read(VisitorUpSchema, fromBase64(frame)!)).toEqual({ ok: false, code });
  });
});

describe('padding', () => {
  it('gives back every message of up to 16,382 bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_382 }), (length) => {
        const message = new Uint8Array(length).fill(7);
        expect(unpad(pad(message))).toEqual({ message });
      }),
      { numRuns: 50 },
    );
  });

  it('never throws for bytes from elsewhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1_100 }), (bytes) => {
        expect(read(VisitorDownSchema, bytes)).toHaveProperty('ok');
      }),
    );
  });
});
