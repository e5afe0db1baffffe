import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Longer side of a picture on the screen, in pixels. */
const LONGEST_SHOWN = 1_600;

interface Props {
  readonly content: Uint8Array;
  readonly type: string;
  readonly label: string;
  readonly onDamaged: () => void;
}

/** Draws the pixels; the file itself never becomes a part of the page. */
export function Picture({ content, type, label, onDamaged }: Props): VNode {
  const place = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let here = true;
    const canvas = place.current;
    if (canvas !== null) drawOn(canvas, new Blob([new Uint8Array(content)], { type }), LONGEST_SHOWN).catch(() => here && onDamaged());
    return () => {
      here = false;
    };
  }, [content, type]);
  return <canvas class="picture" role="img" aria-label={label} width={1} height={1} ref={place} />;
}

/**
 * Draws a picture, no larger than `longest` pixels. Fails when it is none.
 *
 * @param ground colour under what can be seen through
 */
export async function drawOn(canvas: HTMLCanvasElement, picture: Blob, longest: number, ground?: string): Promise<void> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (pen !== null && ground !== undefined) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}
