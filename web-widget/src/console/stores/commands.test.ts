import { describe, expect, it } from 'vitest';
import { commandFor, type KeyPress } from './commands.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  inField: false,
  inDialog: false,
  ...more,
});

describe('keys', () => {
  it('take the first in line with one key', () => {
    expect(commandFor(press('t'), true)).toEqual({ kind: 'take-first' });
  });

  it('mean nothing while somebody writes, except the way out and Alt', () => {
    expect(commandFor(press('t', { inField: true }), true)).toBeUndefined();
    expect(commandFor(press('Escape', { inField: true }), true)).toEqual({ kind: 'leave-field' });
    expect(commandFor(press('ArrowDown', { inField: true, alt: true }), true)).toEqual({ kind: 'step', by: 1 });
  });

  it('mean nothing behind a dialog or together with Ctrl', () => {
    expect(commandFor(press('t', { inDialog: true }), true)).toBeUndefined();
    expect(commandFor(press('t', { ctrl: true }), true)).toBeUndefined();
    expect(commandFor(press('e', { meta: true }), true)).toBeUndefined();
  });

  it('can be turned off one by one key, and Alt still works', () => {
    expect(commandFor(press('t'), false)).toBeUndefined();
    expect(commandFor(press('?'), false)).toBeUndefined();
    expect(commandFor(press('ArrowUp', { alt: true }), false)).toEqual({ kind: 'step', by: -1 });
  });

  it('choose a chat by its place', () => {
    expect(commandFor(press('3'), true)).toEqual({ kind: 'choose', index: 2 });
    expect(commandFor(press('0'), true)).toBeUndefined();
  });
});
