/** Contact cards from a file, before anything is kept: what would be imported, and what is wrong in which row. */

import { isRecent, numbersIn, readLanguage, readNumber, readSafeTime, readYes, type SafeTime, type Yes } from './cells.ts';
import { readSheet, type Column, type FileFault, type SheetRow } from './sheet.ts';

export const MOST_NUMBERS = 20;
const LONGEST: Readonly<Record<'name' | 'seen' | 'note' | 'advert' | 'proof', number>> = {
  name: 80,
  seen: 200,
  note: 1_000,
  advert: 300,
  proof: 40,
};

/** In how many adverts somebody was seen. What stands in them is not kept. */
export interface Adverts {
  /** Different ones that rows name. */
  readonly named: number;
  /** Rows that name none. */
  readonly unnamed: number;
}

/** Rows that share a number, directly or through others. */
export interface NewCard {
  /** E.164, each once, at most 20. */
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  /** The first that a row names. */
  readonly language: string | undefined;
  readonly seen: readonly string[];
  readonly notes: readonly string[];
  readonly adverts: Adverts;
  readonly windows: readonly SafeTime[];
  /** Words by which the person knows that it is us. */
  readonly proof: readonly string[];
  /** The youngest that a row names. */
  readonly yes: Yes | undefined;
  /** The rows it comes from, as a spreadsheet counts. */
  readonly rows: readonly number[];
}

export type Fault =
  | 'no-number'
  | 'short'
  | 'no-country'
  | 'rounded'
  | 'missing-number'
  | 'language'
  | 'window'
  | 'consent'
  | 'consent-day'
  | 'too-long'
  | 'too-many-numbers'
  | 'languages-differ'
  | 'cells'
  | 'quote';

export interface Problem {
  readonly row: number;
  /** Undefined when it is about the whole row. */
  readonly column: Column | undefined;
  readonly fault: Fault;
  /** The row is left out; otherwise only what is wrong is. */
  readonly leftOut: boolean;
}

export interface Imported {
  readonly kind: 'cards';
  readonly cards: readonly NewCard[];
  readonly problems: readonly Problem[];
  /** Columns nobody reads. */
  readonly ignored: readonly string[];
  readonly distinctNumbers: number;
}

export type ImportRead = Imported | { readonly kind: 'refused'; readonly why: FileFault };

interface Line {
  readonly row: number;
  readonly numbers: readonly string[];
  readonly language: string | undefined;
  readonly windows: readonly SafeTime[];
  readonly yeses: readonly Yes[];
  readonly texts: Readonly<Record<keyof typeof LONGEST, readonly string[]>>;
}

/**
 * Reads a file of at most 2 MiB and 5,000 rows. Throws nothing.
 *
 * @param today such as `2026-11-20`
 */
export function readImport(bytes: Uint8Array, today: string): ImportRead {
  const sheet = readSheet(bytes);
  if (sheet.kind === 'refused') return sheet;
  const problems: Problem[] = [];
  const lines = sheet.rows.map((row) => lineOf(row, today, problems)).filter((line) => line !== undefined);
  const cards = joined(lines).map((together) => cardOf(together, problems));
  return {
    kind: 'cards',
    cards,
    problems: problems.toSorted((a, b) => a.row - b.row),
    ignored: sheet.ignored,
    distinctNumbers: new Set(cards.flatMap(({ numbers }) => numbers)).size,
  };
}

function lineOf({ row, cells, overfull, openQuote }: SheetRow, today: string, problems: Problem[]): Line | undefined {
  const tell = (column: Column | undefined, fault: Fault, leftOut = false): void => {
    problems.push({ row, column, fault, leftOut });
  };
  const without = (column: Column | undefined, fault: Fault): Line | undefined => {
    tell(column, fault, true);
    return undefined;
  };
  if (openQuote) return without(undefined, 'quote');
  if (overfull) return without(undefined, 'cells');
  const read = (cells.number ?? []).flatMap(numbersIn).map(readNumber);
  const numbers = [...new Set(read.flatMap((each) => (each.kind === 'number' ? [each.e164] : [])))];
  const faults = new Set(read.flatMap((each) => (each.kind === 'fault' ? [each.why] : [])));
  faults.forEach((fault) => tell('number', fault, numbers.length === 0));
  if (numbers.length === 0) return faults.size === 0 ? without('number', 'missing-number') : undefined;
  if (numbers.length > MOST_NUMBERS) return without('number', 'too-many-numbers');
  const languages = (cells.language ?? []).map(readLanguage);
  if (languages.includes(undefined)) tell('language', 'language');
  const windows = (cells.window ?? []).map(readSafeTime);
  // Somebody wrote a safe time that is not understood: to leave it out would be to call at any time.
  if (windows.includes(undefined)) return without('window', 'window');
  const yeses = (cells.consent ?? []).map(readYes);
  if (yeses.includes(undefined)) tell('consent', 'consent');
  const said = yeses.filter((each) => each !== undefined);
  const recent = said.filter(({ day }) => isRecent(day, today));
  if (recent.length < said.length) tell('consent', 'consent-day');
  const text = (column: keyof typeof LONGEST, of = cells[column] ?? []): readonly string[] =>
    of.map((whole) => {
      if (whole.length > LONGEST[column]) tell(column, 'too-long');
      return cut(whole, LONGEST[column]);
    });
  return {
    row,
    numbers,
    language: languages.find((each) => each !== undefined),
    windows: windows.filter((each) => each !== undefined),
    yeses: recent,
    texts: { name: text('name'), seen: text('seen'), note: text('note'), advert: text('advert'), proof: text('proof', (cells.proof ?? []).flatMap(wordsIn)) },
  };
}

/** The words of one cell, parted by comma, semicolon or line. */
const wordsIn = (cell: string): readonly string[] => cell.split(/[,;\n]/u).map((each) => each.trim()).filter((each) => each !== '');

/** At most so many UTF-16 units, no half of a pair at the end. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');

/** Lines that share a number, directly or through others, in the order of the file. */
function joined(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parent = new Map<string, string>();
  const root = (number: string): string => {
    let at = number;
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
    if (at !== number) parent.set(number, at);
    return at;
  };
  for (const { numbers } of lines) {
    for (const number of numbers) {
      const [one, other] = [root(numbers[0] ?? number), root(number)];
      if (one !== other) parent.set(other, one);
    }
  }
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = root(line.numbers[0] ?? '');
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

function cardOf(lines: readonly Line[], problems: Problem[]): NewCard {
  const distinct = <T,>(of: (line: Line) => readonly T[]): readonly T[] => [...new Set(lines.flatMap(of))];
  const numbers = distinct((line) => line.numbers);
  const languages = distinct(({ language }) => (language === undefined ? [] : [language]));
  const rows = lines.map(({ row }) => row);
  const row = rows[0] ?? 0;
  if (numbers.length > MOST_NUMBERS) problems.push({ row, column: 'number', fault: 'too-many-numbers', leftOut: false });
  if (languages.length > 1) problems.push({ row, column: 'language', fault: 'languages-differ', leftOut: false });
  const windows = new Map(lines.flatMap((line) => line.windows).map((each) => [`${each.from}-${each.to}`, each]));
  return {
    numbers: numbers.slice(0, MOST_NUMBERS),
    names: distinct(({ texts }) => texts.name),
    language: languages[0],
    seen: distinct(({ texts }) => texts.seen),
    notes: distinct(({ texts }) => texts.note),
    adverts: { named: distinct(({ texts }) => texts.advert).length, unnamed: lines.filter(({ texts }) => texts.advert.length === 0).length },
    windows: [...windows.values()],
    proof: distinct(({ texts }) => texts.proof),
    yes: lines.flatMap((line) => line.yeses).toSorted((a, b) => b.day.localeCompare(a.day))[0],
    rows,
  };
}
