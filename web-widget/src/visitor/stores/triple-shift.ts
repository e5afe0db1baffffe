/** Three presses of Shift within two seconds, with no other key between: the way out without a mouse. */

export const WITHIN_MS = 2_000;

/** `at` is in milliseconds of any clock that only rises. True on the third press. */
export function tripleShift(): (key: string, held: boolean, at: number) => boolean {
  let presses: number[] = [];
  return (key, held, at) => {
    if (held) return false;
    presses = key === 'Shift' ? [...presses.filter((press) => at - press <= WITHIN_MS), at] : [];
    if (presses.length < 3) return false;
    presses = [];
    return true;
  };
}
