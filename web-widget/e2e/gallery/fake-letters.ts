import { signal, type Signal } from '@preact/signals';
import { readCode } from '../../src/letters/code.ts';
import { wordList } from '../../src/letters/words.ts';
import type { DrawnCode, Letters, LettersState } from '../../src/visitor/letters-view.ts';
import { CODE, DIGITS } from './letter-states.ts';

/** Begins as a JPEG, and goes on as none. */
const DAMAGED = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(60).fill(7)]);

/** Letters that stand still. What the screens ask for goes to `note`; files of answers are a picture, a broken one or nothing. */
export async function fixedLetters(state: Signal<LettersState>, note: (call: string) => void): Promise<Letters> {
  const words = await wordList();
  const code = signal<DrawnCode | undefined>(CODE);
  const picture = async (): Promise<Uint8Array> => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [40, 30];
    canvas.getContext('2d')?.fillRect(0, 0, 20, 30);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  };
  return {
    state,
    code,
    choose: (form) => {
      code.value = form === 'words' ? CODE : DIGITS;
    },
    read: (typed) => readCode(typed, words),
    send: (text, files) => {
      note(`letter ${text} ${files.map(({ type }) => type).join()}`);
      return true;
    },
    keep: () => note('keep'),
    open: (typed) => note(`open ${typed}`),
    reopen: () => note('reopen'),
    writeAgain: () => note('write again'),
    erase: () => note('erase'),
    stop: () => note('stop'),
    file: (_, index) => (index === 1 ? picture() : Promise.resolve(index === 3 ? DAMAGED : undefined)),
    forget: () => note('forget'),
  };
}
