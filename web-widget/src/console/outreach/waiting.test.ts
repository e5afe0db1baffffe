import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { SECOND } from '../../kernel/clock.ts';
import type { DeviceState } from '../desk-view.ts';
import { no, ok, OutreachHouse, SERVICE, wireThread } from '../testing/outreach-house.ts';
import { createWaiting, type Waiting } from './waiting.ts';

function waiting(house: OutreachHouse): { readonly waiting: Waiting; readonly device: { value: DeviceState } } {
  const device = signal<DeviceState>('pending');
  return { waiting: createWaiting({ services: [SERVICE], http: house.tools.http, clock: house.clock, device }), device };
}

describe('conversations that wait', () => {
  it('are looked at when this device comes into the list, and every fifteen seconds', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread(), wireThread({ thread: 'b', waits: false })] }));
    const { waiting: all, device } = waiting(house);
    expect(house.asked).toEqual([]);
    device.value = 'rostered';
    await expect.poll(() => all.count.value).toBe(1);
    house.clock.pass(15 * SECOND);
    expect(house.asked).toHaveLength(2);
    all.close();
  });

  it('are new until somebody looked, and again when one writes once more', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread()] }), ok({ threads: [wireThread({ at: '2026-11-20T13:00:00Z' })] }));
    const { waiting: all, device } = waiting(house);
    device.value = 'rostered';
    await expect.poll(() => all.fresh.value).toBe(1);
    all.seen();
    expect([all.fresh.value, all.count.value]).toEqual([0, 1]);
    house.clock.pass(15 * SECOND);
    await expect.poll(() => all.fresh.value).toBe(1);
    all.close();
  });

  it('are of no service that refused from the start, until it answers; and then it stays', async () => {
    const house = new OutreachHouse().answers('threads', no(403), ok({ threads: [] }), no(403));
    const { waiting: all, device } = waiting(house);
    const [list] = all.lists;
    device.value = 'rostered';
    await expect.poll(() => list?.absent.value).toBe(true);
    house.clock.pass(15 * SECOND);
    await expect.poll(() => list?.absent.value).toBe(false);
    house.clock.pass(15 * SECOND);
    await expect.poll(() => list?.reached.value).toBe(false);
    expect(list?.absent.value).toBe(false);
    all.close();
  });
});
