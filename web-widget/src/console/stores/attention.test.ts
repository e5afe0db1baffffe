import { describe, expect, it } from 'vitest';
import { call, chat, entry, id, NOW, onDuty, said, talk } from '../testing/fake-desk.ts';
import { MINUTE } from '../../kernel/clock.ts';
import { nb } from '../texts/nb.ts';
import { calls, NO_CALLS, notification, onlyDanger, someoneNew, title, withTexts, type Calls } from './attention.ts';

const line = [entry(1, 3), entry(2, 1)];

describe('attention', () => {
  it('counts people in line only for whom this person has room', () => {
    expect(calls(onDuty(1), line, [], 0, [], NOW).waiting.size).toBe(2);
    expect(calls(onDuty(3), line, [], 0, [], NOW).waiting.size).toBe(0);
    expect(calls(onDuty(0, 'break'), line, [], 0, [], NOW).waiting.size).toBe(0);
  });

  it('counts colleagues who ask for this person, also without room', () => {
    const from = { conversation: '1', what: 'join', service: 'pro-mann', lane: 'self', language: 'nb' } as const;
    expect(calls(onDuty(3), line, [], 0, [{ ...from, since: 0, until: 1 }], NOW).waiting.size).toBe(1);
  });

  it('calls everybody on duty when somebody says that there is danger now, also for somebody else’s offer', () => {
    const danger = [entry(1, 0, { boost: 'danger', offer: 'another' })];
    for (const duty of [onDuty(3), onDuty(0, 'break'), onDuty(0)]) expect(calls(duty, danger, [], 0, [], NOW).waiting.size).toBe(1);
    expect(calls(onDuty(0, 'off'), danger, [], 0, [], NOW).waiting.size).toBe(0);
  });

  it('calls whoever is not in the chat when somebody is in danger there, until they said that they can come', () => {
    const mine = [{ device: id(7), name: 'Kari', me: true }];
    const danger = [call(1), call(2, { over: true }), call(3, { caller: 'staff' }), call(4, { coming: mine }), call(5, { heard: mine }), call(6, { hushed: true })];
    const now = calls(onDuty(3), [], [chat(3, 2, talk([]))], 0, [], NOW, [], danger);
    expect([...now.danger]).toEqual([id(1)]);
    expect(someoneNew(NO_CALLS, now)).toBe(true);
    expect(notification(nb, NO_CALLS, now)).toBe('Noen trenger deg nå');
    expect(title(nb, now)).toBe('(1) Vakt – Havn');
  });

  it('calls the lead when their own visitor calls, until they have heard it, and not for what they called themselves', () => {
    const own = [chat(3, 2, talk([]))];
    const heard = (more: Parameters<typeof call>[1]): ReturnType<typeof calls> => calls(onDuty(1), [], own, 0, [], NOW, [], [call(3, { lead: 'me', ...more })]);
    const now = heard({});
    expect([...now.danger]).toEqual([id(3)]);
    expect(someoneNew(NO_CALLS, now)).toBe(true);
    expect(notification(nb, NO_CALLS, now)).toBe('Noen trenger deg nå');
    expect(title(nb, now)).toBe('(1) Vakt – Havn');
    for (const more of [{ caller: 'staff' }, { caller: 'line' }, { hushed: true }, { over: true }] as const) expect(heard(more).danger.size).toBe(0);
  });

  it('leaves to those who want no sound whoever is in danger in the line, and not the others', () => {
    const both = [entry(1, 0, { boost: 'danger' }), entry(2, 1)];
    const now = { ...calls(onDuty(0), both, [], 2, [], NOW), untaken: new Set(['pro-mann 1']) };
    expect([...now.waiting]).toEqual([id(1), id(2)]);
    expect(onlyDanger(now, both)).toEqual({ ...NO_CALLS, waiting: new Set([id(1)]), untaken: new Set(['pro-mann 1']) });
  });

  it('puts the number first in the title', () => {
    expect(title(nb, { ...NO_CALLS, waiting: new Set([id(1)]), unread: 1, letters: 1, texts: 1 })).toBe('(4) Vakt – Havn');
    expect(title(nb, NO_CALLS)).toBe('Vakt – Havn');
  });

  it('rings for a chat that a volunteer has after the shift, and once more when its alarm is another', () => {
    const at = (ring: string): Calls => ({ ...NO_CALLS, afterShift: new Set([`pro-mann ${ring}`]) });
    expect(someoneNew(NO_CALLS, at('1'))).toBe(true);
    expect(notification(nb, NO_CALLS, at('1'))).toBe('En frivillig er ikke på vakt, og har fortsatt en samtale');
    expect(someoneNew(at('1'), at('1'))).toBe(false);
    expect(someoneNew(at('1'), at('2'))).toBe(true);
    expect(someoneNew(at('2'), NO_CALLS)).toBe(false);
    expect(title(nb, at('2'))).toBe('(1) Vakt – Havn');
  });

  it('rings for somebody in danger in the line whom nobody took, before everything but a call out of a chat', () => {
    const untaken: Calls = { ...NO_CALLS, untaken: new Set(['pro-mann 2026-11-24T17:02:00Z']), overdue: new Set([id(1)]) };
    expect(someoneNew({ ...NO_CALLS, overdue: untaken.overdue }, untaken)).toBe(true);
    expect(notification(nb, NO_CALLS, untaken)).toBe('Noen i fare venter, og ingen har tatt samtalen');
    expect(title(nb, { ...untaken, overdue: new Set() })).toBe('(1) Vakt – Havn');
  });

  it('notifies of what is new, and never with anybody’s words', () => {
    const now = calls(onDuty(1), line, [chat(9, 2, talk([said('them', 1, 'hemmelig')]), { unread: 1 })], 0, [], NOW);
    expect(notification(nb, NO_CALLS, now)).toBe('2 venter');
    expect(notification(nb, { ...now, unread: 0 }, now)).toBe('Nytt svar');
    expect(notification(nb, now, now)).toBeUndefined();
    expect(notification(nb, now, { ...now, letters: 2 })).toBe('2 nye beskjeder');
    expect(notification(nb, now, { ...now, texts: 1 })).toBe('1 ny SMS');
    expect(notification(nb, { ...now, waiting: new Set([...now.waiting, id(3)]) }, now)).toBeUndefined();
  });

  it('alarms for a late task each time the server says that it has alarmed again', () => {
    const at = (rings: number): ReturnType<typeof calls> => calls(onDuty(0), [], [], 0, [], NOW, [{ task: 'a', rings }]);
    expect(someoneNew(NO_CALLS, at(0))).toBe(false);
    expect(someoneNew(at(0), at(1))).toBe(true);
    expect(someoneNew(at(1), at(1))).toBe(false);
    expect(someoneNew(at(1), at(2))).toBe(true);
    expect(notification(nb, at(0), at(1))).toBe('1 oppgave er for sen');
    expect(title(nb, at(1))).toBe('(1) Vakt – Havn');
  });

  it('hears a text on duty as it hears the line, and counts it once', () => {
    const texts = { untaken: new Set(['a']), own: new Set<string>(), fresh: new Set(['a', 'b']) };
    const none = calls(onDuty(0), [], [], 0, [], NOW);
    const now = withTexts(none, onDuty(0), texts);
    expect(someoneNew(none, now)).toBe(true);
    expect(notification(nb, none, now)).toBe('1 venter');
    expect(title(nb, now)).toBe('(2) Vakt – Havn');
    expect(someoneNew(now, withTexts(none, onDuty(0), { ...texts, untaken: new Set() }))).toBe(false);
  });

  it('only counts texts for whoever is off duty, on a break or full', () => {
    const texts = { untaken: new Set(['a']), own: new Set<string>(), fresh: new Set(['a', 'b']) };
    for (const duty of [onDuty(0, 'off'), onDuty(0, 'break'), onDuty(3)]) {
      const now = withTexts(NO_CALLS, duty, texts);
      expect(someoneNew(NO_CALLS, now)).toBe(false);
      expect(notification(nb, NO_CALLS, now)).toBe('2 nye SMS-er');
      expect(title(nb, now)).toBe('(2) Vakt – Havn');
    }
  });

  it('hears what comes in a text that this person has, also on a break or full', () => {
    const texts = { untaken: new Set<string>(), own: new Set(['a']), fresh: new Set(['a']) };
    for (const duty of [onDuty(0), onDuty(0, 'break'), onDuty(3)]) {
      const now = withTexts(NO_CALLS, duty, texts);
      expect(someoneNew(NO_CALLS, now)).toBe(true);
      expect(title(nb, now)).toBe('(1) Vakt – Havn');
    }
  });

  it('hears who comes when another one goes to a colleague at the same moment', () => {
    const [first, second] = [entry(1, 3), entry(2, 1)] as const;
    const before = calls(onDuty(1), [first, { ...second, offer: 'another' }], [], 0, [], NOW);
    const after = calls(onDuty(1), [{ ...first, offer: 'another' }, second], [], 0, [], NOW);
    expect(someoneNew(before, after)).toBe(true);
    expect(someoneNew(after, after)).toBe(false);
    expect(notification(nb, before, after)).toBe('1 venter');
  });

  it('warns once when somebody has waited five minutes for a word of whoever leads', () => {
    const waits = [chat(9, 9, talk([said('them', 5, 'er du der?')]))];
    const now = calls(onDuty(1), [], waits, 0, [], NOW);
    expect([...now.overdue]).toEqual([id(9)]);
    expect(notification(nb, NO_CALLS, now)).toBe('Noen venter på svar');
    expect(someoneNew(NO_CALLS, now)).toBe(true);
    expect(calls(onDuty(1), [], waits, 0, [], NOW - 1).overdue.size).toBe(0);
    const silent = [chat(9, 9, talk([]), { takenAt: NOW - 5 * MINUTE })];
    expect(calls(onDuty(1), [], silent, 0, [], NOW).overdue.size).toBe(1);
    const others = [
      chat(9, 9, talk([said('them', 6, 'er du der?'), said('me', 5, 'ja')])),
      chat(9, 9, talk([said('them', 6, 'er du der?')]), { leads: false }),
      chat(9, 9, talk([said('them', 6, 'er du der?')]), { ended: 'visitor' }),
    ];
    expect(calls(onDuty(1), [], others, 0, [], NOW).overdue.size).toBe(0);
  });
});
