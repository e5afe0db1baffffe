/** Looks for words where nobody should find them: in memory of the stores, in their files, in logs. */

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CHUNK = 4 * 1024 * 1024;

/** A word as bytes of the encodings a program may have kept it in; base64 looks different at each of three places. */
function forms(word: string): Buffer[] {
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.from(' '.repeat(before) + word).toString('base64');
    // Only the part that depends on nothing but the word.
    return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + Buffer.byteLength(word)) * 8) / 6));
  });
  const inHex = Buffer.from(word, 'utf8').toString('hex');
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), ...[...inBase64, inHex, inHex.toUpperCase()].map((text) => Buffer.from(text))];
}

/** What begins alike is looked for together: a thousand numbers share some twenty beginnings. */
const ALIKE = 6;

interface Wanted {
  readonly word: string;
  readonly form: Buffer;
}

/** By how they begin. */
function wanted(words: readonly string[]): ReadonlyMap<string, readonly Wanted[]> {
  const all = new Map<string, Wanted[]>();
  for (const word of words) {
    for (const form of forms(word)) {
      const begins = form.toString('latin1', 0, ALIKE);
      all.set(begins, [...(all.get(begins) ?? []), { word, form }]);
    }
  }
  return all;
}

/** Those for the words that were asked for last, as one search looks into many pieces. */
let known: { readonly words: readonly string[]; readonly wanted: ReadonlyMap<string, readonly Wanted[]> } | undefined;

function holds(bytes: Buffer, words: readonly string[]): string[] {
  if (known?.words !== words) known = { words, wanted: wanted(words) };
  const found = new Set<string>();
  for (const [begins, all] of known.wanted) {
    for (let at = bytes.indexOf(begins, 0, 'latin1'); at >= 0; at = bytes.indexOf(begins, at + 1, 'latin1')) {
      for (const { word, form } of all) {
        if (!found.has(word) && bytes.compare(form, 0, form.length, at, Math.min(bytes.length, at + form.length)) === 0) found.add(word);
      }
    }
  }
  return words.filter((word) => found.has(word));
}

/** A process and those it started: PostgreSQL has one for each connection. */
function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children.map(Number)];
}

/**
 * The words found in the memory of a process and its children.
 * Throws where the system forbids to look, and when the memory moves under every one of five looks.
 */
export function inMemory(pid: number, words: readonly string[]): string[] {
  for (let left = 4; ; left--) {
    try {
      return [...new Set(family(pid).flatMap((each) => inMemoryOf(each, words)))];
    } catch (cause) {
      if (left === 0) throw new Error(`the memory of process ${pid} cannot be read: run as its owner, with kernel.yama.ptrace_scope=0`, { cause });
    }
  }
}

function inMemoryOf(pid: number, words: readonly string[]): string[] {
  // A child that ended since it was listed; the family of a process that has ended cannot be listed.
  if (!existsSync(`/proc/${pid}`)) return [];
  const found = new Set<string>();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const [start, end] of writable(pid)) {
      for (let at = start; at < end; at += CHUNK) {
        // A little of the next piece too, so that a word across the border is seen.
        const bytes = Buffer.alloc(Math.min(end, at + CHUNK + 256) - at);
        if (readSync(memory, bytes, 0, bytes.length, at) !== bytes.length) throw new Error('a piece was given back');
        for (const word of holds(bytes, words)) found.add(word);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found];
}

function writable(pid: number): [number, number][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .filter((line) => line.includes(' rw') && !line.includes('[v'))
    .map((line) => line.split(/[- ]/u).slice(0, 2).map((part) => Number.parseInt(part, 16)) as [number, number]);
}

/**
 * The words found in a dump of a Java process's heap, which is not kept.
 *
 * @param of `held`: after a collection, what the program still has
 */
export function inHeapDump(pid: number, words: readonly string[], of: 'everything' | 'held' = 'everything'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'havn-heap-'));
  try {
    const jcmd = join(dirname(readlinkSync(`/proc/${pid}/exe`)), 'jcmd');
    execFileSync(jcmd, [String(pid), 'GC.heap_dump', ...(of === 'everything' ? ['-all'] : []), join(folder, 'heap')], { stdio: 'pipe' });
    return holds(withoutAddresses(readFileSync(join(folder, 'heap'))), words);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ADDRESS = /^[+/]0x0000[0-9a-f]{12}$/u;
const LONGEST_ADDRESS = '+0x0000000000000000'.length;

/**
 * Takes out where classes of lambdas lie, which a dump says behind their names. The JVM puts them at a random place below 4 GiB, so
 * that 0x0000000090200000 may be one: the digits of a phone number.
 */
function withoutAddresses(dump: Buffer): Buffer {
  for (let at = dump.indexOf('0x0000'); at >= 0; at = dump.indexOf('0x0000', at + 1)) {
    if (ADDRESS.test(dump.toString('latin1', at - 1, at - 1 + LONGEST_ADDRESS))) dump.fill(0, at, at - 1 + LONGEST_ADDRESS);
  }
  return dump;
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
