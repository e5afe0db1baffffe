/** A phone on which rounds are counted, and the server it tells them to, for tests. */

import { createCounting, type Counting } from '../field/counting.ts';
import { createDesk } from '../field/desk.ts';
import { counting, NOTHING_KEPT, type Kept } from '../field/kept.ts';
import type { Shelf } from '../field/shelf.ts';
import { HandClock } from './hand-clock.ts';

const EVENING = Date.parse('2026-11-22T20:00:00+01:00');
export const DAY = 86_400_000;

/** What the phone keeps and what the server does, as a test sets them. */
export class Scene {
  readonly clock = new HandClock(EVENING);
  kept: Kept = NOTHING_KEPT;
  full = false;
  /** What the desk port answers: a status, or nobody does. */
  answers: number | 'nobody' = 200;
  /** What it answers whoever signs out. */
  logout: number | 'nobody' = 204;
  role = 'worker';
  readonly told: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  #drawn = 0;
  #answering: Promise<void> = Promise.resolve();

  readonly shelf: Shelf = {
    change: (step) => {
      if (this.full) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      this.kept = step(this.kept);
      return Promise.resolve(this.kept);
    },
  };

  readonly fetcher: typeof fetch = (input, init) => {
    const path = input as string;
    if (path === '/api/logout') {
      return this.logout === 'nobody' ? Promise.reject(new TypeError('no network')) : Promise.resolve(new Response(null, { status: this.logout }));
    }
    if (this.answers === 'nobody') return Promise.reject(new TypeError('no network'));
    if (path === '/api/me') {
      const me = { role: this.role, services: [{ id: 'nadheim', name: 'Nadheim' }, { id: 'rosa', name: 'ROSA' }] };
      return Promise.resolve(this.answers === 401 ? Response.json({}, { status: 401 }) : Response.json(me));
    }
    this.told.push({ path, body: JSON.parse(init?.body as string) as Record<string, unknown> });
    const status = this.answers;
    return this.#answering.then(() => (status === 204 ? new Response(null, { status }) : Response.json({}, { status })));
  };

  /** Lets the server think about what it is told until the answer is called. */
  pause(): () => void {
    let open: () => void = () => undefined;
    this.#answering = new Promise((resolve) => (open = resolve));
    return () => open();
  }

  /** A page that was opened on the phone just now. */
  page(): Counting {
    return createCounting({
      shelf: this.shelf,
      desk: createDesk(this.fetcher),
      clock: this.clock,
      random: (length) => new Uint8Array(length).fill(++this.#drawn),
    });
  }
}

/** The round that is being counted, by its id. */
export const out = (page: Counting): string => counting(page.kept.value)?.id ?? '';

export async function evening(scene: Scene): Promise<Counting> {
  const page = scene.page();
  await page.look();
  await page.begin('nadheim', 'street');
  for (let met = 0; met < 3; met++) await page.press(out(page), 'people', 1);
  return page;
}
