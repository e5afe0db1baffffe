/** `docs/protocol/vectors/letters-v1.json`; described in the README beside it. */

import { readFileSync } from 'node:fs';
import { vectorFile } from './vectors.ts';

export interface GoldenLetters {
  readonly v: 1;
  readonly installation: string;
  readonly codes: readonly {
    readonly code: string;
    readonly argon2: string;
    readonly mailbox: string;
    readonly xwing: string;
  }[];
  readonly act: Readonly<Record<'nonce' | 'name' | 'body' | 'signature', string>>;
  readonly note: Readonly<Record<'word' | 'lastDevice' | 'plaintext' | 'file', string>> & {
    readonly rosterVersion: number;
  };
  readonly key: Readonly<Record<'seed' | 'xwing' | 'payload' | 'signature', string>>;
  readonly letter: Readonly<Record<'service' | 'language' | 'text' | 'plaintext' | 'file', string>> & {
    readonly at: number;
  };
  readonly answer: Readonly<Record<'letter' | 'text' | 'name' | 'salt' | 'plaintext' | 'stored', string>> & {
    readonly number: number;
    readonly at: number;
  };
  readonly file: Readonly<Record<'type' | 'content' | 'stored' | 'reference', string>> & { readonly seconds: number };
}

export const readLetterVectors = (): GoldenLetters =>
  JSON.parse(readFileSync(vectorFile('letters-v1.json'), 'utf8')) as GoldenLetters;
