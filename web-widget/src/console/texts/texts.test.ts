import { describe, expect, it, vi } from 'vitest';
import { toBase64Url } from '../../kernel/base64.ts';
import { NOW } from '../testing/fake-desk.ts';
import { firstLanguage, LANGUAGES } from './choose.ts';
import { clockTime, dayTime, languageName, laneName, waited, weekDay, wishName } from './format.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { journalTexts } from './journal-texts.ts';
import { outreachTexts } from './outreach-texts.ts';

/** Every plain sentence with the way to it. */
function sentences(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

/** Also what is loaded later. */
const ALL = LANGUAGES.map((texts) => ({ ...texts, late: outreachTexts(texts.language), journal: journalTexts(texts.language) }));

describe('texts', () => {
  it('have the same places in every language', () => {
    const places = ALL.map((texts) => sentences(texts, '').map(([path]) => path).sort());
    for (const each of places) expect(each).toEqual(places[0]);
  });

  it('leave nothing empty, and end no sentence with a space', () => {
    for (const texts of ALL) {
      for (const [path, text] of sentences(texts, texts.language)) {
        expect(text.trim(), path).not.toBe('');
        expect(text, path).toBe(text.trim());
      }
    }
  });

  it('are not the other language’s by mistake', () => {
    const same = new Set(['.shell.product', '.shell.keys']);
    const norwegian = new Map(sentences({ ...nb, late: outreachTexts('nb'), journal: journalTexts('nb') }, ''));
    const alike = sentences({ ...en, late: outreachTexts('en'), journal: journalTexts('en') }, '').filter(([path, text]) => text.length > 12 && norwegian.get(path) === text);
    expect(alike.filter(([path]) => !same.has(path))).toEqual([]);
  });

  it('follow the browser’s first language that the console speaks', () => {
    expect(firstLanguage(['nn-NO', 'en'])).toBe('nb');
    expect(firstLanguage(['fr', 'en-US'])).toBe('en');
    expect(firstLanguage(['th'])).toBe('nb');
  });

  it('say how long somebody has waited', () => {
    const ago = (minutes: number): string => waited(nb, NOW - minutes * 60_000, NOW);
    expect([ago(-5), ago(0.9), ago(4), ago(59.9), ago(60), ago(125)]).toEqual(['nå', 'nå', '4 min', '59 min', '1 t', '2 t 5 min']);
  });

  it('name languages and lanes, and show what they do not know as it is', () => {
    expect(languageName(nb, 'th')).toBe('Thai');
    expect(languageName(en, 'nb')).toBe('Norwegian Bokmål');
    expect(languageName(nb, 'not a tag!')).toBe('not a tag!');
    expect(['self', 'on-behalf', 'professional', 'other'].map((lane) => laneName(nb, lane))).toEqual(['Spør for seg selv', 'Spør for en annen', 'Fagperson', 'Noe annet']);
    expect(laneName(nb, 'lane-9')).toBe('lane-9');
  });

  it('say whether somebody would rather talk to whoever uses this browser, or to a colleague', () => {
    const wish = `device:${toBase64Url(new Uint8Array(16).fill(7))}`;
    expect(wishName(nb, wish, '07'.repeat(16))).toBe('Vil snakke med deg, som sist');
    expect(wishName(nb, wish, '08'.repeat(16))).toBe('Vil helst snakke med den samme som sist');
    expect(wishName(nb, 'device:?', undefined)).toBe('Vil helst snakke med den samme som sist');
    expect(wishName(nb, 'wish-9', undefined)).toBe('wish-9');
  });

  it.each(['Asia/Bangkok', 'America/New_York'])('print times as clocks in Norway show them, on a computer in %s too', (zone) => {
    vi.stubEnv('TZ', zone);
    try {
      const [summer, winter] = [Date.parse('2026-07-31T22:30:00Z'), Date.parse('2026-11-23T22:30:00Z')];
      expect([clockTime(nb, summer), clockTime(nb, winter)]).toEqual(['00:30', '23:30']);
      expect([dayTime(nb, summer), dayTime(nb, winter)]).toEqual(['1. aug., 00:30', '23. nov., 23:30']);
      expect([weekDay(nb, summer), weekDay(nb, winter)]).toEqual(['lørdag 1. aug.', 'mandag 23. nov.']);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
