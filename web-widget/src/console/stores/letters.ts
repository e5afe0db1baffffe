/** Gives every chat on the screen a letter, so that three at once are not mixed up. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/**
 * Letters of the chats in `open`: those in `before` keep theirs, new ones get the first free letter in order.
 * Past 26 chats the letter is "·".
 */
export function letters(before: ReadonlyMap<string, string>, open: readonly string[]): ReadonlyMap<string, string> {
  const after = new Map<string, string>();
  for (const conversation of open) {
    const kept = before.get(conversation);
    if (kept !== undefined) after.set(conversation, kept);
  }
  const used = new Set(after.values());
  for (const conversation of open) {
    if (after.has(conversation)) continue;
    const free = ALPHABET.find((letter) => !used.has(letter)) ?? '·';
    used.add(free);
    after.set(conversation, free);
  }
  return after;
}
