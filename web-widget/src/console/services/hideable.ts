/** Counts of a month of which some may be hidden, as figures and rounds have them. */

/** Undefined: fewer than five, or hidden so that no such number can be computed. */
export type Hideable<Name extends string> = Readonly<Record<Name, number | undefined>>;

export const readCounts = <Name extends string>(names: readonly Name[], json: Readonly<Record<string, unknown>>): Hideable<Name> =>
  Object.fromEntries(names.map((name) => [name, typeof json[name] === 'number' ? json[name] : undefined])) as Hideable<Name>;

/** The counts as cells of a table, the word "hidden" for what is hidden. */
export const cellsOf = <Name extends string>(names: readonly Name[], counts: Hideable<Name>): readonly string[] =>
  names.map((name) => String(counts[name] ?? 'hidden'));

/** RFC 4180. No cell holds a comma, a quotation mark, or anything that a table program would run. */
export const csvOfCells = (lines: readonly (readonly string[])[]): string => lines.map((line) => `${line.join(',')}\r\n`).join('');
