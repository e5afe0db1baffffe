/** What the worker keeps of a build, and when a page may be shown. Pure. */

/** What names of this page's caches begin with. */
export const OURS = 'havn-field-';
/** Where its files are, each with its content's hash in the name. */
export const FILES = '/assets/';

const NAMED = /\/assets\/[\w.-]+/gu;

/** Whether a page needs no file beyond those of a build. One that needs none at all is not ours. */
export function isOfBuild(html: string, files: readonly string[]): boolean {
  const named = html.match(NAMED) ?? [];
  return named.length > 0 && named.every((file) => files.includes(file));
}

/**
 * Caches that are no longer needed: all of ours but this one and the newest other that has files, whose page may still be open.
 *
 * @param names of all caches, the oldest first
 * @param isFilled whether one has files
 */
export function outlived(names: readonly string[], own: string, isFilled: (name: string) => boolean): readonly string[] {
  const others = names.filter((name) => name.startsWith(OURS) && name !== own);
  const before = others.findLast(isFilled);
  return others.filter((name) => name !== before);
}
