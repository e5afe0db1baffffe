import { describe, expect, it } from 'vitest';
import { composer, LONGEST, type Composer } from './composer.ts';

interface Desk {
  readonly page: Composer;
  readonly sent: string[];
  typed: number;
  open: boolean;
  now: number;
}

function desk(): Desk {
  const held: Omit<Desk, 'page'> = { sent: [], typed: 0, open: true, now: 0 };
  const page = composer({
    now: () => held.now,
    send: (text) => {
      if (held.open) held.sent.push(text);
      return held.open;
    },
    typing: () => (held.typed += 1),
  });
  return Object.assign(held, { page });
}

describe('what the visitor is writing', () => {
  it('is trimmed, sent once and gone', () => {
    const at = desk();
    at.page.write('  Hei \n');
    at.page.submit();
    at.page.submit();
    expect(at.sent).toEqual(['Hei']);
    expect(at.page.text.value).toBe('');
  });

  it('stays when it could not be sent', () => {
    const at = desk();
    at.open = false;
    at.page.write('Hei');
    at.page.submit();
    expect(at.page.text.value).toBe('Hei');
    expect(at.page.refused.value).toBe(true);
  });

  it('waits for a decision when it looks like an identity number', () => {
    const at = desk();
    at.page.write('311299 56715');
    at.page.submit();
    expect(at.page.warning.value).toBe('national-id');
    expect(at.sent).toEqual([]);
    at.page.reconsider();
    expect(at.page.text.value).toBe('311299 56715');
    at.page.submit();
    at.page.insist();
    expect(at.sent).toEqual(['311299 56715']);
    expect(at.page.warning.value).toBeUndefined();
  });

  it('is not sent above the limit', () => {
    const at = desk();
    at.page.write('a'.repeat(LONGEST + 3));
    expect(at.page.over.value).toBe(3);
    at.page.submit();
    expect(at.sent).toEqual([]);
  });

  it('tells nobody that somebody writes until the visitor allows it, and then every three seconds at most', () => {
    const at = desk();
    at.page.write('a');
    expect(at.typed).toBe(0);
    at.page.showTyping.value = true;
    at.page.write('ab');
    at.page.write('abc');
    at.now = 3_000;
    at.page.write('abcd');
    expect(at.typed).toBe(2);
  });
});
