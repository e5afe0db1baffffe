/** Which key means what. Pure: the screen says what was pressed and where. */

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  /** The key was pressed in a field that takes text. */
  readonly inField: boolean;
  /** A dialog is open. */
  readonly inDialog: boolean;
}

export type Command =
  | { readonly kind: 'take-first' }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'write' }
  | { readonly kind: 'leave-field' }
  | { readonly kind: 'break' }
  | { readonly kind: 'end' }
  | { readonly kind: 'overlay' };

/** `undefined`: the key is none of ours and the browser keeps it. */
export function commandFor(press: KeyPress, singleKeys: boolean): Command | undefined {
  if (press.inDialog || press.ctrl || press.meta) return undefined;
  if (press.alt) {
    if (press.key === 'ArrowDown') return { kind: 'step', by: 1 };
    if (press.key === 'ArrowUp') return { kind: 'step', by: -1 };
    return undefined;
  }
  if (press.key === 'Escape') return press.inField ? { kind: 'leave-field' } : undefined;
  if (press.inField || !singleKeys) return undefined;
  switch (press.key) {
    case 't':
    case 'T':
      return { kind: 'take-first' };
    case 'j':
      return { kind: 'step', by: 1 };
    case 'k':
      return { kind: 'step', by: -1 };
    case 's':
      return { kind: 'write' };
    case 'p':
      return { kind: 'break' };
    case 'e':
      return { kind: 'end' };
    case '?':
      return { kind: 'overlay' };
    default:
      return /^[1-9]$/.test(press.key) ? { kind: 'choose', index: Number(press.key) - 1 } : undefined;
  }
}
