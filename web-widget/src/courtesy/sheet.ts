/** A table from a file of a spreadsheet: its columns by what they hold, its rows as texts. */

import papa from 'papaparse';

export const MOST_BYTES = 2 * 1024 * 1024;
export const MOST_ROWS = 5_000;
const MOST_IGNORED = 20;

export type Column = 'number' | 'name' | 'language' | 'seen' | 'note' | 'advert' | 'window' | 'proof' | 'consent';

export interface SheetRow {
  /** As a spreadsheet counts: the row of names is 1. */
  readonly row: number;
  /** What stands in each column; several columns of one kind give several texts. */
  readonly cells: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** There are more cells than columns. */
  readonly overfull: boolean;
  /** A quotation mark is not closed in this row. */
  readonly openQuote: boolean;
}

export interface Sheet {
  readonly kind: 'sheet';
  readonly rows: readonly SheetRow[];
  /** Names of columns that nobody reads, at most 20. */
  readonly ignored: readonly string[];
}

/** Why a whole file is refused. */
export type FileFault = 'too-large' | 'not-text' | 'empty' | 'no-number-column' | 'too-many-rows';

export type SheetRead = Sheet | { readonly kind: 'refused'; readonly why: FileFault };

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  number: ['nummer', 'number', 'telefon', 'telefonnummer', 'tlf', 'mobil', 'mobilnummer', 'phone', 'phonenumber', 'mobile', 'msisdn'],
  name: ['navn', 'namn', 'name', 'alias', 'kallenavn', 'nickname'],
  language: ['språk', 'sprak', 'language'],
  seen: ['sett', 'settpå', 'seen', 'seenon', 'seenat'],
  note: ['notat', 'notater', 'note', 'notes', 'merknad'],
  advert: ['annonse', 'annonsar', 'advert', 'ad'],
  window: ['vindu', 'vindauge', 'window', 'tryggtid', 'safetime'],
  proof: ['kjenneord', 'kjenneordet', 'proof', 'proofwords', 'proofword'],
  consent: ['whatsapp', 'samtykke', 'consent'],
};
const COLUMNS = new Map(
  (Object.entries(NAMES) as [Column, readonly string[]][]).flatMap(([column, names]) => names.map((name) => [name, column])),
);

/** The first wins where they are equal: a single column of numbers may hold commas and semicolons. */
const SEPARATORS = ['\t', ';', ','];

/** Reads CSV in UTF-8, UTF-16 with a mark, or Windows-1252; parted by tab, semicolon or comma. Throws nothing. */
export function readSheet(bytes: Uint8Array): SheetRead {
  if (bytes.length > MOST_BYTES) return refused('too-large');
  const text = decoded(bytes);
  if (text === undefined) return refused('not-text');
  const said = /^sep=(.)\r?\n/iu.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  if (body.trim() === '') return refused('empty');
  const columns = headed(body, said?.[1] === undefined ? SEPARATORS : [said[1]]);
  if (!columns.kinds.includes('number')) return refused('no-number-column');
  const { data, errors } = papa.parse<string[]>(body, { delimiter: columns.separator });
  const open = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const rows = data
    .map((cells, at): SheetRow => sheetRow(columns.kinds, cells, at + 1, open.has(at)))
    .filter(({ row, cells }) => row > columns.row && Object.keys(cells).length > 0);
  if (rows.length > MOST_ROWS) return refused('too-many-rows');
  return rows.length === 0 ? refused('empty') : { kind: 'sheet', rows, ignored: columns.ignored };
}

const refused = (why: FileFault): SheetRead => ({ kind: 'refused', why });

/** Undefined for what no text is, such as a workbook or a picture. */
export function decoded(bytes: Uint8Array): string | undefined {
  const text = decode(bytes);
  return text.includes('\0') || text.startsWith('PK\u0003\u0004') ? undefined : text.replace(/^\uFEFF/u, '');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Columns {
  readonly separator: string;
  /** The row of names, counted from 1. */
  readonly row: number;
  readonly kinds: readonly (Column | undefined)[];
  readonly ignored: readonly string[];
}

/** The separator under which most names of the first row that is not blank are known. */
function headed(body: string, separators: readonly string[]): Columns {
  const readings = separators.map((separator) => columnsBy(separator, body));
  const known = ({ kinds }: Columns): number => kinds.filter((kind) => kind !== undefined).length;
  return readings.reduce((best, next) => (known(next) > known(best) ? next : best));
}

function columnsBy(delimiter: string, body: string): Columns {
  const { data } = papa.parse<string[]>(body, { delimiter, preview: 50 });
  const at = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const names = (data[at] ?? []).map((name) => name.trim());
  const kinds = names.map((name) => COLUMNS.get(name.toLowerCase().replace(/[^\p{L}]/gu, '')));
  const ignored = names.filter((name, column) => name !== '' && kinds[column] === undefined).slice(0, MOST_IGNORED);
  return { separator: delimiter, row: at + 1, kinds, ignored };
}

function sheetRow(kinds: Columns['kinds'], texts: readonly string[], row: number, openQuote: boolean): SheetRow {
  const cells: Partial<Record<Column, readonly string[]>> = {};
  kinds.forEach((kind, at) => {
    const text = texts[at]?.trim() ?? '';
    if (kind !== undefined && text !== '') cells[kind] = [...(cells[kind] ?? []), text];
  });
  return { row, cells, openQuote, overfull: texts.slice(kinds.length).some((text) => text.trim() !== '') };
}
