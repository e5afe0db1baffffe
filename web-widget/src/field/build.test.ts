import { describe, expect, it } from 'vitest';
import { isOfBuild, outlived } from './build.ts';

const FILES = ['/field/', '/assets/field-a.css', '/assets/field-b.js'];
const page = (...files: readonly string[]): string => files.map((file) => `<script src="${file}"></script>`).join('');

describe('a page from the network is shown', () => {
  it('when its files are kept', () => {
    expect(isOfBuild(page('/assets/field-a.css', '/assets/field-b.js', '/demo-clock.js'), FILES)).toBe(true);
  });

  it('not when it needs one of another build', () => {
    expect(isOfBuild(page('/assets/field-a.css', '/assets/field-c.js'), FILES)).toBe(false);
    expect(isOfBuild(page('/assets/field-b.js.map'), FILES)).toBe(false);
  });

  it('not when it is another page altogether', () => {
    expect(isOfBuild('<h1>Back soon</h1>', FILES)).toBe(false);
  });
});

it('files of the build before are kept, those of older ones and of nobody else are removed', () => {
  const names = ['havn-field-1', 'other', 'havn-field-2', 'havn-field-3'];
  const all = (): boolean => true;
  expect(outlived(names, 'havn-field-3', all)).toEqual(['havn-field-1']);
  expect(outlived(names, 'havn-field-4', all)).toEqual(['havn-field-1', 'havn-field-2']);
  expect(outlived(['other'], 'havn-field-1', all)).toEqual([]);
});

it('one without files is not the build before', () => {
  const names = ['havn-field-1', 'havn-field-2', 'havn-field-3'];
  expect(outlived(names, 'havn-field-4', (name) => name === 'havn-field-1')).toEqual(['havn-field-2', 'havn-field-3']);
});
