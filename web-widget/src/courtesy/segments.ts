/**
 * How a text travels as SMS: how many segments are paid for, and which characters make it dear. The server counts the
 * same (`havn.courtesy.Segments`); both are held by `docs/protocol/vectors/segments.json`.
 */

export type Encoding = 'GSM_7' | 'UCS_2';

export interface Segments {
  readonly encoding: Encoding;
  /** Septets, or UTF-16 units. */
  readonly units: number;
  /** 0 for the empty text. */
  readonly segments: number;
  /** The characters that forbid septets, each once, in order; at most 50. */
  readonly forcing: readonly string[];
}

/** What one segment holds alone, and each of several. */
const ROOM = { GSM_7: { alone: 160, each: 153 }, UCS_2: { alone: 70, each: 67 } } as const;
const MOST_FORCING = 50;

/** The default alphabet of 3GPP TS 23.038, and its extension, whose characters take two septets. */
const DEFAULT = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡' +
    'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENSION = new Set('\f^{}\\[~]|€');

/** 0 when the alphabet lacks the character. */
export function septets(character: string): 0 | 1 | 2 {
  if (DEFAULT.has(character)) return 1;
  return EXTENSION.has(character) ? 2 : 0;
}

/** Neither two septets of one character nor a surrogate pair are ever split, so a segment may end one short. */
export function segmentsOf(text: string): Segments {
  const characters = Array.from(text);
  const forcing = [...new Set(characters.filter((each) => septets(each) === 0))].slice(0, MOST_FORCING);
  const encoding = forcing.length === 0 ? 'GSM_7' : 'UCS_2';
  const sizes = characters.map((each) => (encoding === 'GSM_7' ? septets(each) : each.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  return { encoding, units, segments: packed(encoding, units, sizes), forcing };
}

function packed(encoding: Encoding, units: number, sizes: readonly number[]): number {
  const { alone, each } = ROOM[encoding];
  if (units <= alone) return units === 0 ? 0 : 1;
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > each) {
      segments++;
      filled = 0;
    }
    filled += size;
  }
  return segments;
}
