import { expect, it } from 'vitest';
import { exitAddress, FALLBACK } from './exit-address.ts';

it('an ordinary web address is kept', () => {
  expect(exitAddress('https://www.nrk.no/')).toBe('https://www.nrk.no/');
  expect(exitAddress('http://localhost:8083/neutral')).toBe('http://localhost:8083/neutral');
});

it('everything else leads to the weather', () => {
  for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', '/relative', '', undefined, 7, {}]) {
    expect(exitAddress(wrong)).toBe(FALLBACK);
  }
});
