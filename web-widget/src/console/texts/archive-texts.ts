import type { Opening } from '../archive/archives.ts';

type Shut = Exclude<Opening['kind'], 'asking' | 'opening' | 'open'>;

export interface ArchiveTexts {
  readonly title: string;
  readonly list: string;
  readonly lead: string;
  readonly loading: string;
  readonly unreachable: string;
  readonly empty: string;
  readonly begun: (time: string) => string;
  readonly erased: string;
  readonly notMine: string;
  readonly back: string;
  readonly none: string;
  readonly noneHint: string;
  readonly ask: string;
  readonly askWhy: string;
  readonly open: string;
  readonly opening: string;
  readonly words: string;
  readonly cut: string;
  readonly close: string;
  readonly retry: string;
  readonly shut: Readonly<Record<Shut, string>>;
  readonly erase: string;
  readonly eraseAsk: string;
  readonly eraseWhy: string;
  readonly eraseYes: string;
  readonly eraseNo: string;
  /** Above a chat: what is kept of it, when that fails at the moment, and that no more is. */
  readonly kept: (days: number) => string;
  readonly failing: string;
  readonly unkept: string;
}
