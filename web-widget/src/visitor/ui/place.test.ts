import { expect, it } from 'vitest';
import { placeOf } from './place.ts';

it('the address names the service and carries the pin', () => {
  const pin = 'Zm9v-bar_0123456789012345678901234567890123';
  expect(placeOf(new URL(`https://chat.example/frame/pro-mann#p=${pin}`))).toEqual({
    service: 'pro-mann',
    pin,
    origin: 'https://chat.example',
  });
});

it('an address without a pin has none', () => {
  expect(placeOf(new URL('https://chat.example/chat/pro-mann')).pin).toBe('');
});
