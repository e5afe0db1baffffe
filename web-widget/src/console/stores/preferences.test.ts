import { describe, expect, it } from 'vitest';
import { createPreferences, readLiking } from './preferences.ts';

describe('preferences', () => {
  it('start quiet, with shortcuts, in the browser’s language', () => {
    expect(readLiking(null, 'en')).toEqual({
      language: 'en',
      look: 'auto',
      sound: false,
      notify: false,
      singleKeys: true,
      passkeyLater: false,
      able: { languages: [], lanes: [], traits: [] },
    });
  });

  it('survive damage', () => {
    for (const text of ['', '{', 'null', '[]', '{"language":"xx","look":7,"sound":"yes"}', '{"able":{"languages":"nb","lanes":[7],"traits":null}}']) {
      expect(readLiking(text, 'nb')).toEqual(readLiking(null, 'nb'));
    }
  });

  it('are read again as they were written', () => {
    let kept: string | null = null;
    const shelf = {
      read: () => kept,
      write: (text: string) => {
        kept = text;
      },
    };
    createPreferences(shelf, 'nb').change({ language: 'en', look: 'dark', sound: true, able: { languages: ['th'], lanes: [], traits: ['gender:man'] } });
    expect(createPreferences(shelf, 'nb').all.value).toMatchObject({
      language: 'en',
      look: 'dark',
      sound: true,
      able: { languages: ['th'], lanes: [], traits: ['gender:man'] },
    });
  });
});
