import type { ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { Counting } from '../counting.ts';
import type { FieldTexts } from '../texts.ts';

/** What every part of the page is handed. */
export interface Page {
  readonly counting: Counting;
  /** Whether the page opens without a network. */
  readonly offline: ReadonlySignal<boolean>;
  readonly clock: Clock;
  readonly t: FieldTexts;
}

/** Does something whose failures show elsewhere. */
export const doing =
  (work: () => Promise<unknown>): (() => void) =>
  () =>
    unattended(work());
