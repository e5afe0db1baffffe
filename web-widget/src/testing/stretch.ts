import { argon2id } from 'hash-wasm';
import { ARGON2 } from '../letters/stretch.ts';
import type { Stretch } from '../letters/stretch.ts';

/** The same Argon2id in this thread: Node has no workers from blobs. */
export const stretchHere: Stretch = (password, salt) =>
  argon2id({ ...ARGON2, password, salt, outputType: 'binary' });

/** Quick, for tests that are not about codes: the bytes are those of nobody's Argon2id. */
export const stretchQuickly: Stretch = (password, salt) =>
  argon2id({ ...ARGON2, memorySize: 8, iterations: 1, password, salt, outputType: 'binary' });
