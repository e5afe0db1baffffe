/** What a page notes in the mailbox from which somebody rang. */

import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../kernel/base64.ts';
import { MINUTE } from '../kernel/clock.ts';
import { toHex } from '../kernel/hex.ts';
import { answered, comeBack, house, kari, left, onlyBox, reaches } from '../testing/letter-pages.ts';
import type { House } from '../testing/letter-pages.ts';
import { until } from '../testing/until.ts';
import type { Meeting } from './meeting.ts';
import type { VisitState } from './session-view.ts';

describe('who is asked for next time', () => {
  const [cato, dina] = [new Uint8Array(16).fill(7), new Uint8Array(16).fill(8)];
  const leadBy = (device: Uint8Array): VisitState =>
    ({ kind: 'talking', talk: { members: [{ device: '00'.repeat(16) }, { device: toHex(device), lead: true }] } }) as never;
  const over = { kind: 'ended' } as VisitState;

  /** Somebody who was answered has opened their mailbox, and rings. */
  async function rung(): Promise<{ at: House; code: string; meeting: Meeting; wish: () => Promise<string | undefined> }> {
    const at = await house();
    const { code } = await left(at);
    await answered(at, 'Ja, klokka ti.');
    const back = await comeBack(at, code);
    expect((await reaches(back, 'open')).box.wish).toBe(wishFor(kari.device.id));
    const meeting = back.meeting()!;
    expect(back.state.value.kind).toBe('erased');
    expect(back.meeting()).toBeUndefined();
    let seed = 3;
    return { at, code, meeting, wish: async () => (await reaches(await comeBack(at, code, seed++), 'open')).box.wish };
  }
  const wishFor = (device: Uint8Array): string => `device:${toBase64Url(device)}`;
  const written = (at: House, version: number): Promise<void> => until(() => onlyBox(at.office).version === version);
  const OPENED = 3;

  it('is whoever they wrote with last, in an answer or in a chat', async () => {
    const { at, meeting, wish } = await rung();
    meeting.see({ kind: 'checking' } as VisitState);
    meeting.see(leadBy(cato));
    meeting.see(leadBy(cato));
    await written(at, OPENED + 1);
    expect(await wish()).toBe(wishFor(cato));
    await answered(at, 'Og en gang til.', kari, 2);
    expect(await wish()).toBe(wishFor(kari.device.id));
  });

  it('is whoever led the chat last, also when the handover comes while the first is being noted', async () => {
    const { at, meeting, wish } = await rung();
    meeting.see(leadBy(cato));
    meeting.see(leadBy(dina));
    await written(at, OPENED + 2);
    meeting.see(leadBy(cato));
    await written(at, OPENED + 3);
    meeting.see(leadBy(dina));
    meeting.see(over);
    await written(at, OPENED + 4);
    expect(await wish()).toBe(wishFor(dina));
  });

  it('is whoever led the chat, and not who answered just before it', async () => {
    const { at, meeting, wish } = await rung();
    await answered(at, 'Ring gjerne.', kari, 2);
    at.clock.pass(MINUTE);
    meeting.see(leadBy(cato));
    await written(at, OPENED + 1);
    expect(await wish()).toBe(wishFor(cato));
    expect(await wish()).toBe(wishFor(cato));
  });

  it('is not noted any more after quick exit or *delete now*, although it was on its way', async () => {
    const { at, meeting, wish } = await rung();
    const heard = at.office.heard.length;
    let arrives = (): void => undefined;
    at.office.slow = new Promise((resolve) => (arrives = resolve));
    meeting.see(leadBy(cato));
    meeting.forget();
    arrives();
    meeting.see(leadBy(dina));
    expect(await wish()).toBe(wishFor(kari.device.id));
    expect(onlyBox(at.office).version).toBe(OPENED + 1);
    expect(at.office.heard.length).toBe(heard + 2); // the coming back alone
  });

  it('is not noted any more once the visit is over, and a ring that was refused ends it', async () => {
    const { at, meeting, wish } = await rung();
    meeting.see({ kind: 'waiting' } as VisitState);
    meeting.see({ kind: 'refused' } as VisitState);
    meeting.see(leadBy(cato));
    expect(await wish()).toBe(wishFor(kari.device.id));
    expect(onlyBox(at.office).version).toBe(OPENED + 1);
  });
});
