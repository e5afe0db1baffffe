/** The word list of return codes: EFF's large list of 7,776 words, fetched only when somebody needs it. */

export interface WordList {
  /** In the order of the list. */
  readonly words: readonly string[];
  has(word: string): boolean;
}

const SIZE = 7_776;
let loading: Promise<WordList> | undefined;

/** Fails when the list cannot be fetched; the next call tries again. */
export function wordList(): Promise<WordList> {
  loading ??= load().catch((failure: unknown) => {
    loading = undefined;
    throw failure;
  });
  return loading;
}

/** Each word is a capital letter for how many letters it shares with the one before (A for none), and the others. */
function unpacked(text: string): readonly string[] {
  let word = '';
  return Array.from(text.matchAll(/([A-Z])([a-z-]+)/gu), ([, shared = 'A', rest = '']) => {
    word = word.slice(0, shared.charCodeAt(0) - 65) + rest;
    return word;
  });
}

async function load(): Promise<WordList> {
  const { default: text } = await import('./eff-large.txt?raw');
  const words = unpacked(text);
  const known = new Set(words);
  if (known.size !== SIZE) throw new Error('the word list is not whole');
  return { words, has: (word) => known.has(word) };
}
