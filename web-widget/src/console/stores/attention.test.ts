import { describe, expect, it } from 'vitest';
import { chat, entry, onDuty, said, talk } from '../testing/fake-desk.ts';
import { nb } from '../texts/nb.ts';
import { calls, notification, title } from './attention.ts';

const line = [entry(1, 3), entry(2, 1)];

describe('attention', () => {
  it('counts people in line only for whom this person has room', () => {
    expect(calls(onDuty(1), line, [], 0, []).waiting).toBe(2);
    expect(calls(onDuty(3), line, [], 0, []).waiting).toBe(0);
    expect(calls(onDuty(0, 'break'), line, [], 0, []).waiting).toBe(0);
  });

  it('counts colleagues who ask for this person, also without room', () => {
    const from = { conversation: '1', what: 'join', service: 'pro-mann', lane: 'self', language: 'nb' } as const;
    expect(calls(onDuty(3), line, [], 0, [{ ...from, since: 0, until: 1 }]).waiting).toBe(1);
  });

  it('puts the number first in the title', () => {
    expect(title(nb, { waiting: 1, unread: 1, letters: 1 })).toBe('(3) Vakt – Havn');
    expect(title(nb, { waiting: 0, unread: 0, letters: 0 })).toBe('Vakt – Havn');
  });

  it('notifies of what is new, and never with anybody’s words', () => {
    const now = calls(onDuty(1), line, [chat(9, 2, talk([said('them', 1, 'hemmelig')]), { unread: 1 })], 0, []);
    expect(notification(nb, { waiting: 0, unread: 0, letters: 0 }, now)).toBe('2 venter');
    expect(notification(nb, { waiting: 2, unread: 0, letters: 0 }, now)).toBe('Nytt svar');
    expect(notification(nb, now, now)).toBeUndefined();
    expect(notification(nb, now, { ...now, letters: 2 })).toBe('2 nye beskjeder');
    expect(notification(nb, { waiting: 3, unread: 1, letters: 0 }, now)).toBeUndefined();
  });
});
