import { describe, expect, it } from 'vitest';
import { barTo, NOTHING_SAID, toggled, type Abilities, type Wanted } from './able.ts';

const able: Abilities = { languages: ['nb', 'en'], lanes: [], traits: ['gender:woman'] };
const wanted: Wanted = { lane: 'self', language: 'nb', boost: 'none', wishes: [], relaxed: [] };

describe('somebody who waits', () => {
  it('is for whoever speaks the language, or one that they can do with', () => {
    expect(barTo(wanted, able)).toBeUndefined();
    expect(barTo({ ...wanted, language: 'th' }, able)).toBe('language');
    expect(barTo({ ...wanted, language: 'th', relaxed: ['language:en'] }, able)).toBeUndefined();
    expect(barTo(wanted, NOTHING_SAID)).toBe('language');
    expect(barTo({ ...wanted, language: 'th', relaxed: ['language:th-x-interp'] }, able)).toBeUndefined();
  });
  it('is for whoever answers the lane', () => {
    expect(barTo(wanted, { ...able, lanes: ['professional'] })).toBe('lane');
    expect(barTo(wanted, { ...able, lanes: ['professional', 'self'] })).toBeUndefined();
  });
  it('is for whom they wish for, until they give it up', () => {
    expect(barTo({ ...wanted, wishes: ['gender:woman'] }, able)).toBeUndefined();
    expect(barTo({ ...wanted, wishes: ['gender:man', 'gender:woman'] }, able)).toBeUndefined();
    expect(barTo({ ...wanted, wishes: ['gender:woman', 'profession:nurse'] }, able)).toBe('wish');
    expect(barTo({ ...wanted, wishes: ['gender:man'], relaxed: ['profession'] }, able)).toBe('wish');
    expect(barTo({ ...wanted, wishes: ['gender:man'], relaxed: ['gender'] }, able)).toBeUndefined();
  });
  it('is for everybody when they are in danger now', () => {
    expect(barTo({ ...wanted, language: 'th', wishes: ['gender:man'], boost: 'danger' }, NOTHING_SAID)).toBeUndefined();
  });
});

describe('what somebody says they can do', () => {
  it('holds each word once, and no more than is told', () => {
    expect(toggled(able, 'languages', 'nb', true).languages).toEqual(['en', 'nb']);
    expect(toggled(able, 'languages', 'nb', false).languages).toEqual(['en']);
    const full = { ...able, lanes: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] };
    expect(toggled(full, 'lanes', 'i', true)).toBe(full);
  });
});
