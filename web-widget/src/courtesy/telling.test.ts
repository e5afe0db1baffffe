import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vectorFile } from '../testing/vectors.ts';
import { tellingWords } from './telling.ts';

interface Vector {
  readonly language: string;
  readonly text: string;
  readonly names: readonly string[];
  readonly found: readonly string[];
}

const { vectors } = JSON.parse(readFileSync(vectorFile('telling.json'), 'utf8')) as { vectors: readonly Vector[] };

describe('telling words', () => {
  it.each(vectors.map((vector) => [vector.text, vector] as const))('are those that the server finds in %j', (_, { language, text, names, found }) => {
    expect(tellingWords(language, text, names)).toEqual(found);
  });
});
