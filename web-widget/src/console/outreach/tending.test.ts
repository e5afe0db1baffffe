import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../kernel/clock.ts';
import { until } from '../../testing/until.ts';
import { LOST, ok, OutreachHouse, SERVICE } from '../testing/outreach-house.ts';
import { tendCards, type Tending } from './tending.ts';

const OTHER = 'ute-oslo';

/** What a console does for two services, and whether old keys may go. */
class Scene {
  readonly house = new OutreachHouse();
  readonly tending: Tending;
  mayGo = false;

  constructor() {
    this.house.answers('stale', LOST);
    this.tending = tendCards([SERVICE, OTHER], (service) => ({ ...this.house.tools, service }), this.house.clock);
    this.tending.through.then(() => (this.mayGo = true)).catch(() => undefined);
  }

  /** How often stale cards were asked for, of both services. */
  asked(): number {
    return this.house.asked.filter(([path]) => path.endsWith('stale')).length;
  }

  async passes(time: number, asked: number): Promise<void> {
    const before = this.asked();
    this.house.clock.pass(time);
    await until(() => this.asked() === before + asked);
  }
}

it('looks at every service soon, then daily, whatever page is open', async () => {
  const scene = new Scene();
  scene.house.answers('stale', ok({ cards: [] }));
  await scene.passes(MINUTE, 2);
  await until(() => scene.mayGo);
  expect([...scene.tending.cards.value.keys()]).toEqual([SERVICE, OTHER]);
  await scene.passes(24 * HOUR, 2);
  scene.tending.close();
});

it('lets old keys go only when all cards of all services were gone through, however long that takes', async () => {
  const scene = new Scene();
  await scene.passes(MINUTE, 2);
  for (let minute = 0; minute < 120; minute += 5) await scene.passes(5 * MINUTE, 2);
  expect(scene.mayGo).toBe(false);
  scene.house.answers('stale', LOST, ok({ cards: [] }));
  await scene.passes(5 * MINUTE, 2);
  expect(scene.mayGo).toBe(false);
  await scene.passes(5 * MINUTE, 2);
  await until(() => scene.mayGo);
  scene.tending.close();
});
