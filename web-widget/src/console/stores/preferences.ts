/** What one person likes on one browser. Nothing here is about chats. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { MOST, type Abilities } from '../able.ts';
import type { Language } from '../texts/texts.ts';

export type Look = 'auto' | 'light' | 'dark';

export interface Liking {
  readonly language: Language;
  readonly look: Look;
  readonly sound: boolean;
  readonly notify: boolean;
  /** Single-key shortcuts; WCAG 2.1.4 wants a way to turn them off. */
  readonly singleKeys: boolean;
  /** The offer to make a passkey was declined on this browser. */
  readonly passkeyLater: boolean;
  /** Whom this person can answer, chosen when going on duty. */
  readonly able: Abilities;
}

/** Where the text of the preferences is kept; both may fail silently. */
export interface Shelf {
  read(): string | null;
  write(text: string): void;
}

export interface Preferences {
  readonly all: ReadonlySignal<Liking>;
  readonly language: ReadonlySignal<Language>;
  change(part: Partial<Liking>): void;
}

/** Reads what was written before; anything unknown or damaged becomes its default. */
export function readLiking(text: string | null, language: Language): Liking {
  let stored: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) stored = parsed as Record<string, unknown>;
  } catch {
    stored = {};
  }
  const look = stored['look'];
  const spoken = stored['language'];
  return {
    language: spoken === 'nb' || spoken === 'en' ? spoken : language,
    look: look === 'light' || look === 'dark' ? look : 'auto',
    sound: stored['sound'] === true,
    notify: stored['notify'] === true,
    singleKeys: stored['singleKeys'] !== false,
    passkeyLater: stored['passkeyLater'] === true,
    able: readAble(stored['able']),
  };
}

function readAble(stored: unknown): Abilities {
  const parts = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const words = (part: keyof Abilities): readonly string[] => {
    const kept: readonly unknown[] = Array.isArray(parts[part]) ? (parts[part] as unknown[]) : [];
    return kept.filter((word) => typeof word === 'string').slice(0, MOST[part]);
  };
  return { languages: words('languages'), lanes: words('lanes'), traits: words('traits') };
}

export function createPreferences(shelf: Shelf, language: Language): Preferences {
  const all = signal(readLiking(shelf.read(), language));
  return {
    all,
    language: computed(() => all.value.language),
    change(part) {
      all.value = { ...all.value, ...part };
      shelf.write(JSON.stringify(all.value));
    },
  };
}
