import { describe, expect, it } from 'vitest';
import { beginsAs } from './beginning.ts';
import { ACCEPTED, chosenType } from './chosen-file.ts';
import { FILE_TYPES } from './file-ref.ts';
import type { FileType } from './file-ref.ts';

const text = (words: string): Buffer => Buffer.from(words, 'latin1');
const REAL: Readonly<Record<FileType, readonly Buffer[]>> = {
  'image/jpeg': [Buffer.from('ffd8ffe000104a464946', 'hex')],
  'image/png': [Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  'application/pdf': [text('%PDF-1.7\n')],
  'audio/webm': [Buffer.from('1a45dfa39f4286810142f781', 'hex')],
  'audio/mp4': [text('\0\0\0\x1cftypM4A ')],
  'audio/ogg': [text('OggS\0\x02')],
  'audio/mpeg': [text('ID3\x04\0'), Buffer.from('fffb9064', 'hex'), Buffer.from('fff340c4', 'hex')],
  'audio/wav': [text('RIFF\x24\0\0\0WAVEfmt ')],
};

describe('a file', () => {
  it.each(FILE_TYPES)('of %s is known by its first bytes, and as nothing else', (type) => {
    for (const bytes of REAL[type]) {
      expect(FILE_TYPES.filter((each) => beginsAs(each, bytes))).toEqual([type]);
    }
  });

  it('that is a web page, nothing, or a bare stream of another kind is none of them', () => {
    for (const bytes of [text('<!doctype html><script>'), Buffer.alloc(0), Buffer.from('fff15080', 'hex'), text('RIFF\0\0\0\0WEBP')]) {
      expect(FILE_TYPES.filter((each) => beginsAs(each, bytes))).toEqual([]);
    }
  });

  it('goes by the names that browsers give it; what holds scripts or films goes by none', () => {
    const names = ['audio/x-m4a', 'audio/mp3', 'audio/x-wav', 'audio/vnd.wave', 'image/webp', 'image/png'];
    expect(names.map(chosenType)).toEqual(['audio/mp4', 'audio/mpeg', 'audio/wav', 'audio/wav', 'image/jpeg', 'image/png']);
    expect(['image/svg+xml', 'text/html', 'video/mp4', 'image/gif', ''].map(chosenType)).toEqual(Array(5).fill(undefined));
    expect(names.every((name) => ACCEPTED.split(',').includes(name))).toBe(true);
  });
});
