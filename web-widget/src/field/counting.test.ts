import { describe, expect, it } from 'vitest';
import { DAY, evening, out, Scene } from '../testing/field-scene.ts';
import { begun, changed, MOST_ROUNDS, MOST_SENT, NOTHING_KEPT, readKept } from './kept.ts';
import { newRound, whereabouts } from './round.ts';
import { chosen, FIELD_TEXTS } from './texts.ts';

describe('counting', () => {
  it('shows a press only after it is kept, and says when it is not', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.full = true;
    await page.press(out(page), 'people', 1);
    expect(page.keeping.value).toBe('lost');
    expect(page.kept.value.rounds[0]?.counts.people).toBe(3);
    scene.full = false;
    await page.press(out(page), 'people', 1);
    expect(page.keeping.value).toBe('keeps');
    expect(page.kept.value.rounds[0]?.counts.people).toBe(4);
  });

  it('goes on where it was after the page was gone, without a network', async () => {
    const scene = new Scene();
    await evening(scene);
    scene.answers = 'nobody';
    const again = scene.page();
    await again.look();
    await again.press(out(again), 'first', 1);
    expect(again.kept.value.rounds[0]?.counts).toEqual({ people: 4, first: 1, places: 0 });
    expect(again.kept.value.services).toHaveLength(2);
    expect(again.link.value).toBe('unreachable');
  });

  it('adds up what is pressed in two tabs', async () => {
    const scene = new Scene();
    const one = await evening(scene);
    const other = scene.page();
    await other.press(out(one), 'people', 1);
    await one.press(out(one), 'people', 1);
    expect(one.kept.value.rounds[0]?.counts.people).toBe(5);
  });

  it('sends a finished round as soon as there is a network, once', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.answers = 'nobody';
    await page.finish(out(page));
    expect(page.kept.value.rounds[0]?.stage).toBe('finished');
    scene.answers = 200;
    await page.look();
    await page.look();
    expect(page.kept.value.rounds[0]?.stage).toBe('sent');
    expect(scene.told).toEqual([
      {
        path: '/api/field/rounds/AQEBAQEBAQEBAQEBAQEBAQ',
        body: { service: 'nadheim', day: '2026-11-22', place: 'street', people: 3, first: 0, places: 0, estimated: false, revision: 1 },
      },
    ]);
  });

  it('looks again every minute while something waits', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.answers = 'nobody';
    await page.finish(out(page));
    scene.answers = 200;
    scene.clock.pass(60_000);
    await expect.poll(() => page.kept.value.rounds[0]?.stage).toBe('sent');
  });

  it('says that somebody has to sign in, and sends it when they have', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.answers = 401;
    await page.finish(out(page));
    expect(page.link.value).toBe('signed-out');
    scene.answers = 200;
    await page.look();
    expect(page.kept.value.rounds[0]?.stage).toBe('sent');
  });

  it('keeps what the server refuses, with the reason, until it is put right', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const reasons = [];
    for (const status of [422, 409, 404, 400, 503]) {
      scene.answers = status;
      const [round] = page.kept.value.rounds;
      if (round?.stage !== 'counting') await page.takeUp(round?.id ?? '');
      await page.finish(out(page));
      expect(page.kept.value.rounds[0]?.stage).toBe('finished');
      reasons.push(page.faults.value[round?.id ?? '']);
    }
    expect(reasons).toEqual(['day', 'full', 'service', 'other', 'other']);
    expect(page.link.value).toBe('unreachable');
    scene.answers = 200;
    await page.look();
    expect(page.faults.value).toEqual({});
    expect(page.kept.value.rounds[0]?.stage).toBe('sent');
  });

  it('tells a correction under the same id and the next revision', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    await page.finish(out(page));
    await page.takeUp(page.kept.value.rounds[0]?.id ?? '');
    await page.putRight(out(page), { estimated: true });
    await page.finish(out(page));
    expect(scene.told.map(({ path }) => path)).toEqual(Array(2).fill(scene.told[0]?.path));
    expect(scene.told.map(({ body }) => [body['revision'], body['estimated']])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('sends also what was put right while the telling before it was under way', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const id = page.kept.value.rounds[0]?.id ?? '';
    const opens = scene.pause();
    const first = page.finish(out(page));
    await expect.poll(() => scene.told).toHaveLength(1);
    await page.takeUp(id);
    await page.press(out(page), 'people', 1);
    const second = page.finish(out(page));
    await expect.poll(() => page.kept.value.rounds[0]?.revision).toBe(2);
    opens();
    await Promise.all([first, second]);
    expect(scene.told.map(({ body }) => [body['revision'], body['people']])).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(page.kept.value.rounds[0]?.stage).toBe('sent');
  });

  it('moves the round on the screen only, whatever another tab began meanwhile', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const first = out(page);
    const other = scene.page();
    await other.finish(first);
    await other.begin('rosa', 'indoor');
    await page.press(first, 'people', 1);
    await page.putRight(first, { estimated: true });
    await page.undo(first);
    await page.finish(first);
    expect(page.kept.value.rounds.slice(1)).toMatchObject([{ service: 'rosa', stage: 'counting', counts: { people: 0 }, revision: 0 }]);
    expect(scene.told.map(({ body }) => [body['service'], body['people']])).toEqual([['nadheim', 3]]);
  });

  it('adds a typed number to what another tab pressed, not an older whole', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const other = scene.page();
    await other.press(out(page), 'people', 1);
    await page.putRight(out(page), { counts: { first: 2 } });
    expect(page.kept.value.rounds[0]?.counts).toEqual({ people: 4, first: 2, places: 0 });
  });

  it('knows whether the server has a round, has not, or perhaps', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const where = (): string => whereabouts(page.kept.value.rounds[0] ?? newRound('', '', '', 'street'));
    const id = out(page);
    scene.answers = 'nobody';
    await page.finish(id);
    expect(where(), 'it was never sent').toBe('here');
    for (const [answers, is] of [[404, 'here'], [503, 'perhaps'], [422, 'perhaps'], [200, 'there']] as const) {
      scene.answers = answers;
      await page.look();
      expect([answers, where()]).toEqual([answers, is]);
    }
    await page.takeUp(id);
    scene.answers = 503;
    await page.finish(id);
    expect(where()).toBe('there');
  });

  it('says perhaps also of a round whose page was gone before the answer came', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const opens = scene.pause();
    const sending = page.finish(out(page));
    await expect.poll(() => scene.told).toHaveLength(1);
    expect(scene.kept.rounds[0]?.perhaps).toBe(1);
    opens();
    await sending;
  });

  it('knows that perhaps a later revision arrived, which another tab sent before the first was answered', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const id = out(page);
    const [opens, sending] = [scene.pause(), page.finish(id)];
    await expect.poll(() => scene.told).toHaveLength(1);
    const opensOther = scene.pause();
    const other = scene.page();
    await other.takeUp(id);
    await other.press(id, 'people', 1);
    const sendingOther = other.finish(id);
    await expect.poll(() => scene.told).toHaveLength(2);
    opens();
    await sending;
    expect(scene.kept.rounds[0]).toMatchObject({ revision: 2, told: 1, perhaps: 2, stage: 'finished' });
    opensOther();
    await sendingOther;
    expect(scene.kept.rounds[0]).toMatchObject({ revision: 2, told: 2, perhaps: 0, stage: 'sent' });
  });

  it('believes that somebody signed out only when the server says so', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    for (const [logout, me, gone, link] of [
      [403, 200, false, 'ready'],
      ['nobody', 'nobody', false, 'unreachable'],
      [204, 200, false, 'ready'],
      [401, 401, true, 'signed-out'],
      [204, 'nobody', true, 'signed-out'],
    ] as const) {
      scene.logout = logout;
      scene.answers = me;
      expect([logout, await page.signOut(), page.link.value]).toEqual([logout, gone, link]);
    }
  });

  it('never puts another round in the place of one that is out', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    await page.begin('rosa', 'indoor');
    expect(page.kept.value.rounds).toHaveLength(1);
    expect(page.kept.value.rounds[0]).toMatchObject({ service: 'nadheim', counts: { people: 3 } });
  });

  it('keeps what was sent for fourteen days, so that it can be put right after the next round began', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const first = out(page);
    await page.finish(first);
    await page.begin('rosa', 'street');
    await page.finish(out(page));
    await page.takeUp(first);
    await page.putRight(first, { counts: { people: 44 } });
    await page.finish(first);
    expect(scene.told.at(-1)?.body).toMatchObject({ service: 'nadheim', people: 44, revision: 2 });
    expect(page.kept.value.rounds.map(({ stage }) => stage)).toEqual(['sent', 'sent']);
    scene.clock.pass(15 * DAY);
    await page.look();
    expect(page.kept.value).toMatchObject({ rounds: [], lapsed: false });
  });

  it('tells under the same revision again what the server refused, and under another what it perhaps has', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const id = out(page);
    for (const [answers, revision] of [[404, 1], [422, 1], [503, 1], [200, 2]] as const) {
      scene.answers = answers;
      if (out(page) === '') await page.takeUp(id);
      await page.finish(id);
      expect([answers, scene.told.at(-1)?.body['revision']]).toEqual([answers, revision]);
    }
  });

  it('removes what can be told no more, and says so', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.clock.pass(14 * DAY);
    await page.look();
    expect(page.kept.value.rounds).toHaveLength(1);
    scene.clock.pass(DAY);
    await page.look();
    expect(page.kept.value).toMatchObject({ rounds: [], lapsed: true });
    await page.begin('rosa', 'street');
    expect(page.kept.value.lapsed).toBe(false);
  });

  it('counts for nobody in a role without rounds', async () => {
    const scene = new Scene();
    scene.role = 'volunteer';
    const page = scene.page();
    await page.look();
    expect(page.link.value).toBe('not-allowed');
    expect(page.kept.value.services).toEqual([]);
  });
});

describe('what the phone keeps', () => {
  it('is ten rounds that are not sent', () => {
    let kept = NOTHING_KEPT;
    for (let n = 0; n < MOST_ROUNDS + 2; n++) {
      kept = begun(kept, { ...newRound(String(n), 'rosa', '2026-11-22', 'street'), stage: 'finished' });
    }
    expect(kept.rounds).toHaveLength(MOST_ROUNDS);
  });

  it('is twenty that were sent, the newest', () => {
    let kept = NOTHING_KEPT;
    for (let n = 0; n < MOST_SENT + 5; n++) {
      kept = changed(begun(kept, newRound(String(n), 'rosa', '2026-11-22', 'street')), String(n), (round) => ({ ...round, stage: 'sent' }));
    }
    kept = begun(kept, newRound('out', 'rosa', '2026-11-22', 'street'));
    expect(kept.rounds.map(({ id }) => id)).toEqual([...Array.from({ length: MOST_SENT }, (_, n) => String(n + 5)), 'out']);
  });

  it('is nothing where the store holds something else', () => {
    for (const odd of [undefined, null, 7, 'rounds', { rounds: 7 }]) expect(readKept(odd)).toBe(NOTHING_KEPT);
  });

  it('says nothing false of rounds that an older page kept', () => {
    const old = Object.fromEntries(Object.entries(newRound('a', 'rosa', '2026-11-22', 'street')).filter(([name]) => !['told', 'perhaps'].includes(name)));
    const rounds = [old, { ...old, stage: 'finished', revision: 1 }, { ...old, stage: 'sent', revision: 2 }];
    expect(readKept({ ...NOTHING_KEPT, rounds }).rounds.map(whereabouts)).toEqual(['here', 'perhaps', 'there']);
    const asked = [false, true].map((perhaps) => ({ ...old, told: 0, revision: 3, perhaps }));
    expect(readKept({ ...NOTHING_KEPT, rounds: asked }).rounds.map(({ perhaps }) => perhaps)).toEqual([0, 3]);
  });
});

it('the page speaks the first language of the browser that it has, and every line in each', () => {
  expect(chosen(['fr', 'nn-NO', 'nb'])).toBe('nn');
  expect(chosen(['no'])).toBe('nb');
  expect(chosen(['th', 'constructor'])).toBe('nb');
  expect(chosen(['en-US'])).toBe('en');
  for (const t of Object.values(FIELD_TEXTS)) {
    expect(t.sums({ people: 44, first: 3, places: 2 }, 'street')).not.toContain('2');
    expect(t.sums({ people: 44, first: 3, places: 2 }, 'indoor')).toMatch(/44.*3.*2/u);
  }
});
