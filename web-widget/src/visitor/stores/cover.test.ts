import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cover, type Cover } from './cover.ts';

describe('a shared phone', () => {
  let now = 0;
  let shared = true;
  let emptied = 0;
  let page: Cover;
  beforeEach(() => {
    vi.useFakeTimers();
    now = 0;
    shared = true;
    emptied = 0;
    page = cover({ now: () => now, shared: () => shared, empty: () => (emptied += 1) });
  });
  afterEach(() => {
    page.stop();
    vi.useRealTimers();
  });
  const pass = (ms: number): void => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };

  it('is covered after a minute in the background, and the cover is lifted by the person', () => {
    page.background(true);
    pass(60_000);
    expect(page.state.value).toBe('covered');
    page.background(false);
    expect(page.state.value).toBe('covered');
    page.lift();
    expect(page.state.value).toBe('open');
  });

  it('is left alone when the page comes back sooner', () => {
    page.background(true);
    pass(59_000);
    page.background(false);
    pass(600_000);
    expect(page.state.value).toBe('open');
  });

  it('is emptied once after 15 minutes, and nothing brings it back', () => {
    page.background(true);
    pass(15 * 60_000);
    page.background(false);
    page.lift();
    expect(page.state.value).toBe('empty');
    expect(emptied).toBe(1);
  });

  it('is judged by the time that passed when the browser held the timers back', () => {
    page.background(true);
    now += 20 * 60_000;
    page.background(false);
    expect(page.state.value).toBe('empty');
  });

  it('is never covered when it is the own phone', () => {
    shared = false;
    page.background(true);
    pass(16 * 60_000);
    page.background(false);
    expect(page.state.value).toBe('open');
    expect(emptied).toBe(0);
  });
});
