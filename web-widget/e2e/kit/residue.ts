/** Looks for words where nobody should find them: in memory of the stores, in their files, in logs. */

import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK = 4 * 1024 * 1024;

/** A word as bytes of the encodings a program may have kept it in. */
function forms(word: string): Buffer[] {
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('base64').slice(0, -4))];
}

function holds(bytes: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => forms(word).some((form) => bytes.includes(form)));
}

/** The words found in the memory of a process; undefined where the system lets no process read another's. */
export function inMemory(pid: number, words: readonly string[]): string[] | undefined {
  const found = new Set<string>();
  let memory: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return undefined;
  }
  try {
    for (const [start, end] of readable(pid)) {
      for (let at = start; at < end; at += CHUNK) {
        // A little of the next piece too, so that a word across the border is seen.
        const bytes = piece(memory, at, Math.min(end, at + CHUNK + 256) - at);
        for (const word of holds(bytes, words)) found.add(word);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found];
}

function readable(pid: number): [number, number][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .filter((line) => line.includes(' rw') && !line.includes('[v'))
    .map((line) => line.split(/[- ]/u).slice(0, 2).map((part) => Number.parseInt(part, 16)) as [number, number]);
}

function piece(memory: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    return bytes.subarray(0, readSync(memory, bytes, 0, length, at));
  } catch {
    // A page that was given back between the list and the reading.
    return Buffer.alloc(0);
  }
}

/** The words found in anything, as bytes or as text. */
export const inBytes = (all: readonly (Buffer | string)[], words: readonly string[]): string[] =>
  all.flatMap((bytes) => holds(Buffer.from(bytes), words));

/** The words found in files below a folder, as "word in path". */
export function inFiles(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size < 512 * 1024 * 1024)
    .flatMap((file) => holds(readFileSync(file), words).map((word) => `${word} in ${file}`));
}
