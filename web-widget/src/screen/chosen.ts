/** Files as they may be sent. Pictures are drawn anew: what the camera wrote about place, time and phone stays behind. */

import { beginsAs } from '../letters/beginning.ts';
import type { FileContent } from '../letters/chat-files.ts';
import { chosenType } from '../letters/chosen-file.ts';
import { LARGEST_FILE } from '../letters/file-ref.ts';
import { drawOn } from './picture.tsx';

/** Why a chosen file cannot be sent. */
export type Unsendable =
  /** Another kind, or not what it is called. */
  | 'kind'
  | 'large'
  | 'empty';

/** Pixels of the longer side: a document stays readable. */
const LONGEST_SIDE = 2_560;
const QUALITY = 0.85;
/** Bytes of a picture before it is drawn anew, and smaller. */
const LARGEST_DRAWN = 52_428_800;

export async function prepare(file: Blob): Promise<FileContent | Unsendable> {
  const type = chosenType(file.type);
  if (type === undefined) return 'kind';
  if (file.size === 0) return 'empty';
  const picture = type.startsWith('image/');
  if (file.size > (picture ? LARGEST_DRAWN : LARGEST_FILE)) return 'large';
  const blob = picture ? await drawnAnew(file, type) : file;
  if (blob === undefined) return 'kind';
  if (blob.size > LARGEST_FILE) return 'large';
  const content = new Uint8Array(await blob.arrayBuffer());
  return beginsAs(type, content) ? { content, type, seconds: 0 } : 'kind';
}

async function drawnAnew(file: Blob, type: string): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  try {
    await drawOn(canvas, file, LONGEST_SIDE, type === 'image/jpeg' ? '#fff' : undefined);
  } catch {
    return undefined;
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob?.type === type ? blob : undefined), type, QUALITY));
}
