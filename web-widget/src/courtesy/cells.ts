/** What single cells of an import say: numbers, a language, a safe time. */

/** When somebody may be written to, in minutes of the local day; an end before the begin is after midnight. */
export interface SafeTime {
  readonly from: number;
  readonly to: number;
}

export type NumberRead =
  | { readonly kind: 'number'; readonly e164: string }
  | { readonly kind: 'fault'; readonly why: 'no-number' | 'short' | 'no-country' | 'rounded' };

const DAY = 24 * 60;

/** The numbers of one cell, parted by slash, semicolon, comma or line. */
export const numbersIn = (cell: string): readonly string[] =>
  /^[\d,.]+E\+?\d+$/iu.test(cell.trim())
    ? [cell.trim()]
    : cell.split(/[/;,\n]/u).map((each) => each.trim()).filter((each) => each !== '');

/** A first reading, so that equal numbers are seen to be equal; whether one exists is for the server to say. */
export function readNumber(written: string): NumberRead {
  if (/^[\d,.]+E\+?\d+$/iu.test(written)) return { kind: 'fault', why: 'rounded' };
  const bare = written
    .normalize('NFKC')
    .replace(/^(\+|00)(.*)\(0\)/u, '$1$2')
    .replace(/[\s().\p{Pd}\p{Cf}']/gu, '')
    .replace(/^00/u, '+')
    .replace(/^\+470?(?=\d{8}$)/u, '+47');
  if (!/^\+?\d{1,20}$/u.test(bare)) return { kind: 'fault', why: 'no-number' };
  const digits = bare.replace('+', '');
  if (digits.length < 6) return { kind: 'fault', why: 'short' };
  if (digits.length > 15) return { kind: 'fault', why: 'no-number' };
  if (bare.startsWith('+')) return digits.startsWith('0') ? { kind: 'fault', why: 'no-number' } : { kind: 'number', e164: bare };
  if (digits.length === 8 && !digits.startsWith('0')) return { kind: 'number', e164: `+47${digits}` };
  if (digits.length === 10 && digits.startsWith('47')) return { kind: 'number', e164: `+${digits}` };
  return { kind: 'fault', why: 'no-country' };
}

/** That somebody said yes to be written to first on WhatsApp: how, and on which day. */
export interface Yes {
  readonly how: (typeof HOWS)[number];
  /** Such as `2026-10-01`. */
  readonly day: string;
}

export const HOWS = ['told', 'wrote', 'form'] as const;
const SAID: Readonly<Record<Yes['how'], readonly string[]>> = {
  told: ['sagt', 'fortalt', 'muntlig', 'told', 'said'],
  wrote: ['skrev', 'skreiv', 'wrote'],
  form: ['skjema', 'form'],
};

/** `skjema 2026-10-01`, `skrev 1.10.2026`; undefined when it is neither, or there is no such day. */
export function readYes(written: string): Yes | undefined {
  const [, word = '', ...parts] = /^(\p{L}+)[\s,:]+(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/u.exec(written.trim()) ?? [];
  const how = HOWS.find((each) => SAID[each].includes(word.toLowerCase()));
  const [year = '', month = '', day = ''] = parts[0] === undefined ? parts.slice(3).reverse() : parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
  return how === undefined || !isDay ? undefined : { how, day: date };
}

const MOST_MONTHS = 13;

/** Whether a yes is of today or before, and at most 13 months old. */
export const isRecent = (day: string, today: string): boolean => {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - MOST_MONTHS, 0)).getUTCDate();
  const oldest = new Date(Date.UTC(year, month - 1 - MOST_MONTHS, Math.min(date, last))).toISOString().slice(0, 10);
  return day <= today && day >= oldest;
};

const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  nb: ['norsk', 'bokmål', 'norwegian', 'no'],
  nn: ['nynorsk'],
  en: ['engelsk', 'english'],
  es: ['spansk', 'spanish', 'español'],
  th: ['thai', 'thailandsk', 'ไทย'],
  ro: ['rumensk', 'romanian', 'română'],
  bg: ['bulgarsk', 'bulgarian', 'български'],
  ru: ['russisk', 'russian', 'русский'],
  pt: ['portugisisk', 'portuguese', 'português', 'brasiliansk'],
  ar: ['arabisk', 'arabic', 'العربية'],
  tr: ['tyrkisk', 'turkish', 'türkçe'],
};

/** One of the languages that texts exist in, by its code or its name in Norwegian, English or itself. */
export function readLanguage(written: string): string | undefined {
  const name = written.trim().normalize('NFC').toLowerCase();
  return Object.entries(LANGUAGES).find(([code, names]) => code === name || names.includes(name))?.[0];
}

/** `10-14`, `10:00–14:30`, `kl. 22.00 til 02.00`. */
export function readSafeTime(written: string): SafeTime | undefined {
  const times = /^(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:\p{Pd}|til|to)\s*(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?$/iu.exec(
    written.trim(),
  );
  if (times === null) return undefined;
  const [, hour, minute = '0', endHour, endMinute = '0'] = times;
  const from = Number(hour) * 60 + Number(minute);
  const end = Number(endHour) * 60 + Number(endMinute);
  const to = end === 0 ? DAY : end;
  const legal = Number(minute) < 60 && Number(endMinute) < 60 && from < DAY && to <= DAY && from !== to;
  return legal ? { from, to } : undefined;
}
