import { describe, expect, it } from 'vitest';
import { readNumbersFile } from './numbers-file.ts';

const read = (text: string): ReturnType<typeof readNumbersFile> => readNumbersFile(new TextEncoder().encode(text));

describe('a provider’s list of numbers', () => {
  it('is read by the name of its column, beside dates and reasons', () => {
    expect(read('Dato;Mobilnummer;Årsak\n2026-11-01;90 10 00 01;STOP\n2026-11-02;+4790100002;STOPP')).toEqual(['90 10 00 01', '+4790100002']);
  });

  it('may be bare, with the numbers in any column, and days are no numbers', () => {
    expect(read('+4790100001\n+4790100002\n')).toEqual(['+4790100001', '+4790100002']);
    expect(read('2026-11-01,4790100001,STOP\n24.11.2026 10:00,4790100002,STOP')).toEqual(['4790100001', '4790100002']);
  });

  it('is refused when it holds no number, or is no text', () => {
    expect(read('hei\npå deg')).toBe('no-number-column');
    expect(read('')).toBe('empty');
    expect(read('PK\u0003\u0004')).toBe('not-text');
  });
});
