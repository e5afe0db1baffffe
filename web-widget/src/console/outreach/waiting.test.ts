import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { SECOND } from '../../kernel/clock.ts';
import type { DeviceState } from '../desk-view.ts';
import { LOST, no, ok, OutreachHouse, SERVICE, wireThread } from '../testing/outreach-house.ts';
import { createWaiting, type Waiting } from './waiting.ts';

interface Console {
  readonly waiting: Waiting;
  readonly device: { value: DeviceState };
  readonly onDuty: { value: boolean };
}

function waiting(house: OutreachHouse): Console {
  const device = signal<DeviceState>('pending');
  const onDuty = signal(false);
  return { waiting: createWaiting({ services: [SERVICE], http: house.tools.http, clock: house.clock, device, onDuty, hears: () => onDuty.peek() }), device, onDuty };
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

  it('are looked at when this person goes on duty, and every five seconds until they go off', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread()] }));
    const { waiting: all, device, onDuty } = waiting(house);
    device.value = 'rostered';
    await expect.poll(() => all.count.value).toBe(1);
    const looks = async (seconds: number): Promise<number> => {
      const before = house.asked.length;
      house.clock.pass(seconds * SECOND);
      await new Promise((go) => setTimeout(go, 0));
      return house.asked.length - before;
    };
    expect(await looks(5)).toBe(0);
    onDuty.value = true;
    expect(await looks(0)).toBe(0);
    expect(house.asked).toHaveLength(2);
    expect([await looks(5), await looks(5)]).toEqual([1, 1]);
    onDuty.value = false;
    await looks(0);
    expect([await looks(5), await looks(10)]).toEqual([0, 1]);
    all.close();
  });

  it('are new until somebody looked, and again when one writes once more', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread()] }), ok({ threads: [wireThread({ at: '2026-11-20T13:00:00Z' })] }));
    const { waiting: all, device } = waiting(house);
    device.value = 'rostered';
    await expect.poll(() => all.fresh.value.size).toBe(1);
    all.seen();
    expect([all.fresh.value.size, all.count.value]).toEqual([0, 1]);
    house.clock.pass(15 * SECOND);
    await expect.poll(() => all.fresh.value.size).toBe(1);
    all.close();
  });

  it('are given back by whoever goes off duty or leaves, and by nobody else', async () => {
    const threads = [wireThread({ thread: 'a', mine: true }), wireThread({ thread: 'b', by: 'Per' }), wireThread({ thread: 'c', mine: true, waits: false })];
    const house = new OutreachHouse().answers('threads', ok({ threads }));
    const { waiting: all, device, onDuty } = waiting(house);
    device.value = 'rostered';
    onDuty.value = true;
    await expect.poll(() => all.count.value).toBe(2);
    const given = (): readonly unknown[] => house.asked.filter(([, body]) => body !== undefined);
    expect(given()).toEqual([]);
    onDuty.value = false;
    const both = [['threads/a/acts', { act: 'give-back' }], ['threads/c/acts', { act: 'give-back' }]];
    expect(given()).toEqual(both);
    await all.giveBack();
    expect(given()).toHaveLength(4);
    all.close();
  });

  it('are given back with the next looks when the server is not reached or has no time, until it says who has it, before it is asked what this person has', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread({ thread: 'a', mine: true })] })).answers('threads/a/acts', LOST, no(503), no(409));
    const { waiting: all, device, onDuty } = waiting(house);
    device.value = 'rostered';
    onDuty.value = true;
    await expect.poll(() => all.count.value).toBe(1);
    onDuty.value = false;
    const acts = (): number => house.posted('threads/a/acts').length;
    await expect.poll(acts).toBe(1);
    await expect.poll(() => house.asked.at(-1)?.[0]).toBe('threads');
    house.clock.pass(15 * SECOND);
    await expect.poll(acts).toBe(2);
    expect(house.asked.slice(-2).map(([path]) => path)).toEqual(['threads/a/acts', 'threads']);
    house.clock.pass(15 * SECOND);
    await expect.poll(acts).toBe(3);
    house.clock.pass(15 * SECOND);
    await new Promise((go) => setTimeout(go, 0));
    expect(acts()).toBe(3);
    all.close();
  });

  it('stay this person’s by a look only while this console rings for them or one of them is shown', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread({ mine: true })] }));
    const { waiting: all, device, onDuty } = waiting(house);
    device.value = 'rostered';
    await expect.poll(() => all.count.value).toBe(1);
    await all.lists[0]!.look(true);
    onDuty.value = true;
    await expect.poll(() => house.asked.map(([path]) => path)).toEqual(['threads', 'threads?hears=true', 'threads?hears=true']);
    all.close();
  });

  it('are not given back once this person took one of them again', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread({ thread: 'a', mine: true })] })).answers('threads/a/acts', LOST);
    const { waiting: all, device, onDuty } = waiting(house);
    device.value = 'rostered';
    onDuty.value = true;
    await expect.poll(() => all.count.value).toBe(1);
    onDuty.value = false;
    await expect.poll(() => house.posted('threads/a/acts').length).toBe(1);
    all.lists[0]!.keeps('a');
    house.clock.pass(15 * SECOND);
    await expect.poll(() => house.asked.filter(([path]) => path === 'threads').length).toBeGreaterThan(2);
    expect(house.posted('threads/a/acts')).toHaveLength(1);
    all.close();
  });

  it('were looked at as long as they are in the list', async () => {
    const house = new OutreachHouse().answers('threads', ok({ threads: [wireThread()], more: true }), ok({ threads: [] }));
    const { waiting: all, device } = waiting(house);
    const [list] = all.lists;
    device.value = 'rostered';
    await expect.poll(() => all.count.value).toBe(1);
    expect(list!.more.value).toBe(true);
    list!.looked(list!.threads.value![0]!, true);
    expect(list!.looks.value.size).toBe(1);
    house.clock.pass(15 * SECOND);
    await expect.poll(() => list!.looks.value.size).toBe(0);
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
