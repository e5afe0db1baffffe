import { describe, expect, it } from 'vitest';
import { HandClock } from '../testing/hand-clock.ts';
import { until } from '../testing/until.ts';
import type { Outcome, Recording } from './recorder.ts';
import { ANSWER_WITHIN, voiceRoom, type VoiceRoom } from './voice-room.ts';
import type { VoiceRefusal } from './words.ts';

const VOICE: Recording = { blob: new Blob(['…']), type: 'audio/webm', seconds: 2 };

interface Fixture {
  readonly room: VoiceRoom;
  readonly clock: HandClock;
  /** What happened outside, in order. */
  readonly done: string[];
  /** How the recordings end, one after the other. */
  readonly ends: ((outcome: Outcome) => void)[];
  answer(number: number, refusal?: VoiceRefusal): void;
}

function fixture(allowed = true): Fixture {
  const clock = new HandClock(0);
  const done: string[] = [];
  const ends: Fixture['ends'] = [];
  const room = voiceRoom({
    record: () => {
      const ended = new Promise<Outcome>((resolve) => ends.push(resolve));
      return allowed ? Promise.resolve({ stop: () => done.push('stop'), done: ended }) : Promise.reject(new Error('refused'));
    },
    hand: (_, number) => done.push(`hand ${number}`),
    taken: () => done.push('taken'),
    clock,
  });
  return { room, clock, done, ends, answer: (number, refusal) => room.answered({ havn: 'voice-answer', number, refusal }) };
}

/** Records once more. */
async function recorded(at: Fixture): Promise<void> {
  const begun = at.room.begin();
  await until(() => at.room.stage.value.kind === 'recording');
  at.ends.at(-1)?.(VOICE);
  await begun;
  expect(at.room.stage.value).toEqual({ kind: 'after', recording: VOICE, handing: 'not-yet' });
}

const handing = ({ room }: Fixture): string | undefined => (room.stage.value.kind === 'after' ? room.stage.value.handing : undefined);

describe('a recording', () => {
  it('is handed over, and done when the page says that it has it', async () => {
    const at = fixture();
    await recorded(at);
    at.room.send();
    at.room.send();
    expect([at.done, handing(at)]).toEqual([['hand 1'], 'sent']);
    at.answer(1);
    expect(at.done).toEqual(['hand 1', 'taken']);
  });

  it('is kept when the page does not answer in time, and can be tried again', async () => {
    const at = fixture();
    await recorded(at);
    at.room.send();
    at.clock.pass(ANSWER_WITHIN - 1);
    expect(handing(at)).toBe('sent');
    at.clock.pass(1);
    expect(handing(at)).toBe('unanswered');
    at.room.send();
    expect([at.done, handing(at)]).toEqual([['hand 1', 'hand 1'], 'sent']);
    at.answer(1);
    expect(at.done.at(-1)).toBe('taken');
  });

  it('is kept with the reason when the page refuses it, however long ago that was', async () => {
    const at = fixture();
    await recorded(at);
    at.room.send();
    at.answer(1, 'busy');
    expect(handing(at)).toBe('busy');
    at.clock.pass(ANSWER_WITHIN);
    expect(handing(at)).toBe('busy');
    at.room.send();
    at.answer(1, 'many');
    expect(handing(at)).toBe('many');
  });

  it('that takes the place of another stands without the words about that one, and is not ended by its answer', async () => {
    const at = fixture();
    await recorded(at);
    at.room.send();
    at.answer(1, 'many');
    await recorded(at);
    at.room.send();
    at.clock.pass(ANSWER_WITHIN);
    await recorded(at);
    at.answer(2);
    expect([at.done, handing(at)]).toEqual([['hand 1', 'hand 2'], 'not-yet']);
  });

  it('is thrown away with its window, also while it is made or the microphone is asked for', async () => {
    const [made, making, asking] = [fixture(), fixture(), fixture()];
    await recorded(made);
    made.room.forget();
    const begun = making.room.begin();
    await until(() => making.room.stage.value.kind === 'recording');
    making.room.forget();
    making.ends[0]?.(VOICE);
    await begun;
    const asked = asking.room.begin();
    asking.room.forget();
    await asked;
    for (const { room } of [made, making, asking]) expect(room.stage.value.kind).toBe('before');
    expect([making.done, asking.done]).toEqual([['stop'], ['stop']]);
  });

  it('is not begun without a microphone, nor kept when it is too large', async () => {
    const [refused, large] = [fixture(false), fixture()];
    await refused.room.begin();
    expect(refused.room.stage.value).toEqual({ kind: 'before', trouble: 'refused' });
    const begun = large.room.begin();
    await until(() => large.room.stage.value.kind === 'recording');
    large.ends[0]?.('too-large');
    await begun;
    expect(large.room.stage.value).toEqual({ kind: 'before', trouble: 'large' });
  });
});
