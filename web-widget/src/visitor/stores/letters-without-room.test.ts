import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { until } from '../../testing/until.ts';
import type { Letters } from '../letters-view.ts';
import type { VisitorSession, VisitState } from '../session-view.ts';
import { visit, type Visit } from './visit.ts';

vi.mock('./letter-room.ts', () => {
  throw new Error('this part of the page cannot be fetched');
});

interface Fixture {
  readonly visit: Visit;
  readonly done: string[];
  /** Lets the engine of the letters arrive. */
  readonly arrive: () => void;
}

function fixture(): Fixture {
  const done: string[] = [];
  let arrive = (): void => undefined;
  const letters = new Promise<Letters>((resolve) => {
    arrive = () => resolve({ forget: () => done.push('forget') } as unknown as Letters);
  });
  const state = signal<VisitState>({ kind: 'loading' });
  const session = {
    state,
    lost: signal(false),
    letters: () => letters,
    vanish: () => done.push('vanish'),
  } as unknown as VisitorSession;
  const nothing = (): void => undefined;
  const page = { now: () => 0, wishes: ['nb'], blank: nothing, away: nothing, reload: nothing, alone: false, mark: nothing };
  return { visit: visit(session, page), done, arrive };
}

describe('letters whose room cannot be fetched', () => {
  it('are forgotten, and the page says that they cannot be had', async () => {
    const at = fixture();
    at.arrive();
    at.visit.openLetters('writing');
    await until(() => at.done.includes('forget'));
    expect(at.visit.letters.value).toBe('not-to-be-had');
    expect(at.done).toEqual(['forget']);
  });

  it('are forgotten also when they come after the way out', async () => {
    const at = fixture();
    at.visit.openLetters('writing');
    await until(() => at.visit.letters.value === 'not-to-be-had');
    at.visit.exit();
    expect(at.visit.letters.value).toBeUndefined();
    at.arrive();
    await until(() => at.done.includes('forget'));
    expect(at.done).toEqual(['vanish', 'forget']);
  });
});
