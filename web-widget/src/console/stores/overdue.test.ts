import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import type { Message, Question } from '../../talk/view.ts';
import type { DeskChat } from '../desk-view.ts';
import { overdue } from './overdue.ts';

const said = (from: Message['from'], at: number): Message => ({ id: `${at}`, from, name: undefined, text: 'x', at, tick: undefined });
const QUESTION: Question = { what: 'handover', device: '00', name: 'Amal', role: 'worker', state: 'asked' };
const ASKED: Message = { ...said('page', 2 * MINUTE), event: { kind: 'asked-handover', name: 'Amal', role: 'worker' } };

const chat = (messages: readonly Message[], question?: Question): DeskChat =>
  ({ leads: true, takenAt: 0, ended: undefined, talk: { messages, question, stopped: undefined } }) as unknown as DeskChat;

describe('whoever leads a chat is warned', () => {
  it('when the visitor has waited for five minutes', () => {
    const waits = chat([said('them', MINUTE)]);
    expect([overdue(waits, 6 * MINUTE - 1), overdue(waits, 6 * MINUTE)]).toEqual([0, 5]);
  });

  it('not while the visitor is asked and says nothing', () => {
    expect(overdue(chat([said('them', MINUTE), ASKED], QUESTION), 30 * MINUTE)).toBe(0);
  });

  it('also when the visitor writes while a question stands', () => {
    expect(overdue(chat([said('them', MINUTE), ASKED, said('them', 3 * MINUTE)], QUESTION), 8 * MINUTE)).toBe(5);
  });
});
