/** How files of each type begin. One that begins otherwise is neither sent nor shown as what it is called. */

import type { FileType } from './file-ref.ts';

const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** What stands at which place. */
const SIGNS: Readonly<Record<Exclude<FileType, 'audio/mpeg'>, readonly (readonly [at: number, bytes: readonly number[]])[]>> = {
  'image/jpeg': [[0, [0xff, 0xd8, 0xff]]],
  'image/png': [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  'application/pdf': [[0, ascii('%PDF-')]],
  'audio/webm': [[0, [0x1a, 0x45, 0xdf, 0xa3]]],
  'audio/mp4': [[4, ascii('ftyp')]],
  'audio/ogg': [[0, ascii('OggS')]],
  'audio/wav': [[0, ascii('RIFF')], [8, ascii('WAVE')]],
};

/** A tag, or the first frame: eleven ones, and layer III (ISO 11172-3, 2.4.1.3). */
const isMp3 = ([a = 0, b = 0, c = 0]: Uint8Array): boolean =>
  (a === 0x49 && b === 0x44 && c === 0x33) || (a === 0xff && (b & 0xe6) === 0xe2);

export const beginsAs = (type: FileType, content: Uint8Array): boolean =>
  type === 'audio/mpeg'
    ? isMp3(content)
    : SIGNS[type].every(([at, bytes]) => bytes.every((byte, next) => content[at + next] === byte));
