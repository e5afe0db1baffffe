import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { call, chat, entry, fakeDesk, NOW, onDuty, said, talk } from '../testing/fake-desk.ts';
import type { TextCalls } from '../stores/attention.ts';
import { createPreferences } from '../stores/preferences.ts';
import { watchForCalls } from './attention.ts';

/** What the page was asked to show beside itself. */
let told: string[] = [];
function Told(text: string, { tag, renotify }: { readonly tag: string; readonly renotify: boolean }): void {
  told.push(text);
  // One that replaces another in silence is heard by nobody.
  expect([tag, renotify]).toEqual(['havn', true]);
}
Told.permission = 'granted';

const page = { title: '' };

const NO_TEXTS: TextCalls = { untaken: new Set(), own: new Set(), fresh: new Set() };

/** A console on duty with nobody in line; `rung` is what was played so far, `!` for danger. */
function house() {
  const desk = fakeDesk();
  desk.duty.value = onDuty(0);
  desk.line.value = [];
  desk.chats.value = [];
  desk.danger.value = [];
  desk.invitations.value = [];
  const clock = new HandClock(NOW);
  const [visible, untaken, rung] = [signal(true), signal<ReadonlySet<string>>(new Set()), { now: '' }];
  const preferences = createPreferences({ read: () => null, write: () => undefined }, 'nb');
  preferences.change({ sound: true, notify: true });
  const stop = watchForCalls({
    ...{ desk, clock, visible, untaken, preferences },
    ...{ letters: signal(0), texts: signal(NO_TEXTS), tasks: signal([]), afterShift: signal(new Set<string>()) },
    chime: { play: (urgent) => (rung.now += urgent ? '!' : '.'), close: () => (rung.now += ' closed') },
  });
  return { desk, clock, visible, untaken, preferences, rung, stop };
}

describe('a console that asks for attention', () => {
  beforeEach(() => {
    vi.stubGlobal('document', page);
    vi.stubGlobal('Notification', Told);
    told = [];
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('rings at once for whoever waits and every 15 seconds until nobody does, and once more for another one', () => {
    const { desk, clock, rung } = house();
    expect([rung.now, page.title]).toEqual(['', 'Vakt – Havn']);
    desk.line.value = [entry(1, 1)];
    expect([rung.now, page.title]).toEqual(['.', '(1) Vakt – Havn']);
    clock.pass(14_999);
    expect(rung.now).toBe('.');
    clock.pass(1);
    expect(rung.now).toBe('..');
    desk.line.value = [entry(1, 1), entry(2, 1)];
    expect(rung.now).toBe('...');
    desk.line.value = [];
    clock.pass(60_000);
    expect([rung.now, page.title]).toEqual(['...', 'Vakt – Havn']);
  });

  it('rings every 4 seconds, and otherwise, while somebody in a chat is in danger, also where no sound is wished for', () => {
    const { desk, clock, preferences, rung } = house();
    preferences.change({ sound: false });
    desk.line.value = [entry(1, 1)];
    expect(rung.now).toBe('');
    desk.danger.value = [call(2)];
    clock.pass(8_000);
    expect(rung.now).toBe('!!!');
    desk.danger.value = [call(2, { hushed: true })];
    clock.pass(60_000);
    expect(rung.now).toBe('!!!');
  });

  it('rings for somebody in danger in a line whom nobody took, until it is hushed', () => {
    const { clock, untaken, rung } = house();
    untaken.value = new Set(['pro-mann 1']);
    clock.pass(15_000);
    expect(rung.now).toBe('!!');
    untaken.value = new Set();
    clock.pass(60_000);
    expect(rung.now).toBe('!!');
  });

  it('notifies of what is new with words of its own, only while the page is out of view, and where that is wished for', () => {
    const { desk, visible, preferences, untaken } = house();
    desk.line.value = [entry(1, 1)];
    expect(told).toEqual([]);
    visible.value = false;
    desk.line.value = [entry(1, 1), entry(2, 1)];
    desk.danger.value = [call(3)];
    untaken.value = new Set(['pro-mann 1']);
    expect(told).toEqual(['2 venter', 'Noen trenger deg nå', 'Noen i fare venter, og ingen har tatt samtalen']);
    preferences.change({ notify: false });
    desk.danger.value = [call(3), call(4)];
    expect(told.length).toBe(3);
  });

  it('looks by itself every 15 seconds for who has waited too long for an answer', () => {
    const { desk, clock, rung } = house();
    desk.chats.value = [chat(1, 10, talk([said('them', 4, 'Hei')]), { takenAt: NOW - 10 * MINUTE })];
    clock.pass(MINUTE - 1);
    expect(rung.now).toBe('');
    clock.pass(1);
    expect(rung.now).toBe('.');
  });

  it('is silent once it is stopped', () => {
    const { desk, clock, rung, stop } = house();
    desk.line.value = [entry(1, 1)];
    stop();
    desk.line.value = [entry(2, 1)];
    clock.pass(60_000);
    expect(rung.now).toBe('. closed');
  });
});
