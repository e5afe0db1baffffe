import { expect, it } from 'vitest';
import { tripleShift } from './triple-shift.ts';

it('three presses within two seconds lead away', () => {
  const press = tripleShift();
  expect([0, 700, 1_900].map((at) => press('Shift', false, at))).toEqual([false, false, true]);
});

it('three slow presses do not', () => {
  const press = tripleShift();
  expect([0, 1_500, 3_000, 4_500].map((at) => press('Shift', false, at))).toEqual([false, false, false, false]);
});

it('writing capital letters does not', () => {
  const press = tripleShift();
  const keys = ['Shift', 'H', 'Shift', 'E', 'Shift', 'I'];
  expect(keys.some((key, index) => press(key, false, index * 100))).toBe(false);
});

it('holding the key down does not', () => {
  const press = tripleShift();
  expect([press('Shift', false, 0), press('Shift', true, 30), press('Shift', true, 60)]).toEqual([false, false, false]);
});
