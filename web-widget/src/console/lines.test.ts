import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { LineSchema } from '../gen/havn/v1/line_pb.ts';
import { NOTHING_SAID } from './able.ts';
import { Lines, takeable } from './lines.ts';
import { entry, id } from './testing/fake-desk.ts';

const ME = new Uint8Array(16).fill(1);
const BEA = new Uint8Array(16).fill(2);
const NONE = new Uint8Array();

const told = (own: Uint8Array | undefined, offeredTo: Uint8Array, wish: Uint8Array) => {
  const lines = new Lines(() => own, () => NOTHING_SAID);
  lines.told(
    create(LineSchema, {
      service: 'pro-mann',
      items: [{ conversation: new Uint8Array(16), lane: 'self', language: 'nb', since: 1n, connected: true, offeredTo, wish }],
    }),
  );
  return lines.all.value.map(({ offer, wish: wished }) => [offer, wished])[0];
};

describe('a line as the server told it', () => {
  it('says whether this device, a colleague or nobody is asked, and wished for', () => {
    expect(told(ME, ME, BEA)).toEqual(['me', 'another']);
    expect(told(ME, BEA, ME)).toEqual(['another', 'me']);
    expect(told(ME, NONE, NONE)).toEqual(['nobody', 'nobody']);
    expect(told(undefined, ME, NONE)).toEqual(['another', 'nobody']);
  });
});

it('a line that the server cannot look up stays as it was told, and is marked', () => {
  const lines = new Lines(() => ME, () => NOTHING_SAID);
  lines.told(create(LineSchema, { service: 'pro-mann', items: [{ conversation: new Uint8Array(16) }] }));
  lines.told(create(LineSchema, { service: 'pro-mann', unknown: true }));
  expect(lines.all.value).toHaveLength(1);
  expect([...lines.unknown.value]).toEqual(['pro-mann']);
  lines.told(create(LineSchema, { service: 'pro-mann' }));
  expect([lines.all.value.length, lines.unknown.value.size]).toEqual([0, 0]);
});

describe('what may be taken', () => {
  it('is the first who waits, and nobody before them is overtaken', () => {
    expect([...takeable([entry(1, 9), entry(2, 8)])]).toEqual([id(1)]);
  });
  it('is whom this device is asked for, also when an earlier one came back this moment', () => {
    expect([...takeable([entry(1, 9), entry(2, 8, { offer: 'me' }), entry(3, 7)])]).toEqual([id(2), id(1)]);
  });
  it('is nobody for whom this person is not right, and they keep nobody behind', () => {
    expect([...takeable([entry(1, 9, { bar: 'language' }), entry(2, 8)])]).toEqual([id(2)]);
  });
  it('does not wait for those whom everybody let pass', () => {
    expect([...takeable([entry(1, 9, { passed: true }), entry(2, 8), entry(3, 7)])]).toEqual([id(1), id(2)]);
  });
  it('is nobody whom a colleague is asked for; the next is free then', () => {
    expect([...takeable([entry(1, 9, { offer: 'another' }), entry(2, 8)])]).toEqual([id(2)]);
  });
  it('is also whoever is in danger while a colleague is asked, and they keep nobody behind', () => {
    expect([...takeable([entry(1, 9, { boost: 'danger', offer: 'another' }), entry(2, 8)])]).toEqual([id(1), id(2)]);
  });
  it('does not wait for those who are not connected, and takes them last', () => {
    expect([...takeable([entry(1, 9, { connected: false }), entry(2, 8)])]).toEqual([id(2), id(1)]);
  });
  it('is decided in each line by itself', () => {
    expect([...takeable([entry(1, 9), entry(2, 8, { service: 'nadheim' })])]).toEqual([id(1), id(2)]);
  });
});
