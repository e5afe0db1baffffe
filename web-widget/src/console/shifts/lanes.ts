/** Lanes to choose from for a plan: those that this page knows of, and the plan's own, published since or gone by now. */
export const lanesFor = (known: readonly string[], planned: string): readonly string[] =>
  planned === '' || known.includes(planned) ? known : [...known, planned];

/**
 * The lane that is sent. A plan's own is never left out by itself: empty means all lanes, and the server refuses one
 * that is gone.
 *
 * @param chosen one of `lanes`; of another service, it is none
 */
export const laneOf = (lanes: readonly string[], chosen: string): string => (lanes.includes(chosen) ? chosen : '');
