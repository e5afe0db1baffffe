/** Files as they may be sent. Pictures are drawn anew: what the camera wrote about place, time and phone stays behind. */

import { chosenType, LARGEST_FILE, type Attachment, type FileType } from '../../letters-view.ts';

/** Pixels of the longer side: a document stays readable. */
const LONGEST_SIDE = 2_560;
const QUALITY = 0.85;

/** Undefined when it is nothing that can be sent. */
export async function attachmentOf(file: File): Promise<Attachment | undefined> {
  const type = chosenType(file.type);
  try {
    const blob = type?.startsWith('image/') === true ? await drawnAnew(file, type) : file;
    if (type === undefined || blob === undefined || blob.size > LARGEST_FILE || blob.size === 0) return undefined;
    return { content: new Uint8Array(await blob.arrayBuffer()), type, seconds: 0 };
  } catch {
    return undefined;
  }
}

async function drawnAnew(file: File, type: FileType): Promise<Blob | undefined> {
  const canvas = await drawOn(document.createElement('canvas'), file, LONGEST_SIDE);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob?.type === type ? blob : undefined), type, QUALITY));
}

/** Draws a picture, no larger than `longest` pixels. Fails when it is none. */
export async function drawOn(canvas: HTMLCanvasElement, picture: Blob, longest: number): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}
