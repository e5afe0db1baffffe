import { describe, expect, it } from 'vitest';
import { create } from '@bufbuild/protobuf';
import { DangerCaller, DangerCallsSchema, DangerMove } from '../gen/havn/v1/danger_pb.ts';
import { fromHex } from '../kernel/hex.ts';
import { HandClock } from '../testing/hand-clock.ts';
import type { DeskUpKind } from '../wire/desk-frames.ts';
import { Danger } from './danger.ts';
import { id } from './testing/fake-desk.ts';

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

function danger(connected = true): { danger: Danger; clock: HandClock; said: DeskUpKind[] } {
  const [clock, said] = [new HandClock(0), [] as DeskUpKind[]];
  const up = (kind: DeskUpKind): boolean => connected && said.push(kind) > 0;
  return { danger: new Danger(up, () => bytes(id(7)), clock), clock, said };
}

const told = (over = false): ReturnType<typeof create<typeof DangerCallsSchema>> =>
  create(DangerCallsSchema, {
    service: 'pro-mann',
    items: [
      {
        conversation: bytes(id(1)),
        lead: bytes(id(7)),
        leadName: 'Kari',
        caller: DangerCaller.BY_STAFF_IN_CHAT,
        coming: [{ device: bytes(id(8)), name: 'Per' }],
        heard: [{ device: bytes(id(9)), name: 'Ida' }],
        over,
      },
    ],
  });

describe('a call for help', () => {
  it('is shown as the server tells it', () => {
    const { danger: calls } = danger();
    calls.told(told());
    expect(calls.all.value).toMatchObject([{ conversation: id(1), lead: 'me', caller: 'staff', over: false, coming: [{ name: 'Per', me: false }], heard: [{ name: 'Ida' }] }]);
    calls.told(create(DangerCallsSchema, { service: 'pro-mann' }));
    expect(calls.all.value).toEqual([]);
  });

  it('is quiet once this person has heard it, also when others move, and rings again when it is called anew', () => {
    const { danger: calls, said } = danger();
    calls.told(told());
    calls.hush(id(1));
    expect(said).toEqual([]);
    calls.told(told());
    expect(calls.all.value[0]?.hushed).toBe(true);
    const anew = told();
    for (const call of anew.items) call.since = 5n;
    calls.told(anew);
    expect(calls.all.value[0]?.hushed).toBe(false);
    calls.cannotCome(id(1));
    expect(said).toEqual([{ case: 'danger', value: { conversation: bytes(id(1)), move: DangerMove.CANNOT_COME } }]);
    expect(calls.all.value[0]?.hushed).toBe(true);
  });

  it('stays as it is, and is marked, while the server cannot look it up', () => {
    const { danger: calls } = danger();
    calls.told(told());
    calls.told(create(DangerCallsSchema, { service: 'pro-mann', unknown: true }));
    expect(calls.all.value).toHaveLength(1);
    expect([...calls.unknown.value]).toEqual(['pro-mann']);
    calls.told(told(true));
    expect(calls.unknown.value.size).toBe(0);
    expect(calls.all.value[0]?.over).toBe(true);
  });

  it('has not failed once the server told of it', () => {
    const { danger: calls, clock, said } = danger();
    calls.call(id(1));
    expect(said).toEqual([{ case: 'danger', value: { conversation: bytes(id(1)), move: DangerMove.CALL } }]);
    calls.told(told());
    clock.pass(60_000);
    expect(calls.failed.value.size).toBe(0);
  });

  it('has failed without a connection, when it is refused, when the connection breaks, and when nothing is told in time', () => {
    const offline = danger(false);
    offline.danger.call(id(1));
    const refused = danger();
    expect(refused.danger.refused()).toBe(false);
    refused.danger.call(id(1));
    expect(refused.danger.refused()).toBe(true);
    const broken = danger();
    broken.danger.call(id(1));
    broken.danger.lost();
    const late = danger();
    late.danger.call(id(1));
    late.danger.told(told(true));
    late.clock.pass(5_000);
    for (const { danger: calls } of [offline, refused, broken, late]) expect([...calls.failed.value]).toEqual([id(1)]);
    late.danger.settled(id(1));
    expect(late.danger.failed.value.size).toBe(0);
  });
});
