import { describe, expect, it } from 'vitest';
import { HOUR } from '../kernel/clock.ts';
import { evening, out, Scene } from '../testing/field-scene.ts';

describe('a wrong round', () => {
  it('takes back a round that was sent, and keeps it here as long as the server does not say that it is out', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const id = out(page);
    await page.strike(id);
    expect(scene.told, 'one that is being counted was never told').toEqual([]);
    await page.finish(id);
    scene.answers = 'nobody';
    await page.strike(id);
    expect(page.faults.value, 'perhaps it arrived').toEqual({ [id]: 'perhaps-struck' });
    scene.answers = 503;
    await page.strike(id);
    expect(page.faults.value).toEqual({ [id]: 'perhaps-struck' });
    scene.answers = 404;
    await page.strike(id);
    expect(page.faults.value).toEqual({ [id]: 'strike' });
    expect(page.kept.value.rounds.map(({ stage }) => stage)).toEqual(['sent']);
    scene.answers = 204;
    await page.strike(id);
    expect(scene.told.at(-1)).toEqual({ path: '/api/field/strikes', body: { service: 'nadheim', code: '0101 0101 0101' } });
    expect(page.faults.value).toEqual({});
    expect(page.kept.value.rounds).toEqual([]);
  });

  it('leaves what was taken up while the answer was on its way, of which the server says then that it is out', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const id = out(page);
    await page.finish(id);
    scene.answers = 204;
    const answer = scene.pause();
    const striking = page.strike(id);
    await page.takeUp(id);
    answer();
    await striking;
    expect(page.kept.value.rounds.map((round) => round.id)).toEqual([id]);
    scene.answers = 410;
    await page.finish(id);
    expect(page.faults.value).toEqual({ [id]: 'struck' });
  });

  it('says of a round that somebody struck that it is not sent any more', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.answers = 410;
    await page.finish(out(page));
    expect(Object.values(page.faults.value)).toEqual(['struck']);
  });

  it('is known on the phone as soon as it has a network after a coordinator struck it, also when nobody puts it right', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    const id = out(page);
    await page.finish(id);
    scene.answers = 'nobody';
    const later = scene.page();
    await later.look();
    expect(later.faults.value, 'nobody knows yet').toEqual({});
    scene.answers = 410;
    await later.look();
    expect(later.faults.value).toEqual({ [id]: 'struck' });
    expect(later.kept.value.rounds.map(({ stage }) => stage)).toEqual(['sent']);
    expect(scene.told.map(({ body }) => body['revision']), 'nothing new was told').toEqual([1, 1]);
  });

  it('is asked about once an hour on a page that stays open', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    await page.finish(out(page));
    await page.look();
    scene.clock.pass(HOUR - 1);
    await page.look();
    expect(scene.told).toHaveLength(1);
    scene.clock.pass(1);
    await page.look();
    await page.look();
    expect(scene.told).toHaveLength(2);
    expect(page.faults.value).toEqual({});
  });

  it('is asked about once by two looks at the same time, and not behind one that nobody answered', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    await page.finish(out(page));
    await page.begin('nadheim', 'street');
    await page.press(out(page), 'people', 1);
    await page.finish(out(page));
    scene.clock.pass(HOUR);
    scene.answers = 503;
    const answer = scene.pause();
    const looks = Promise.all([page.look(), page.look()]);
    answer();
    await looks;
    const asked = scene.told.splice(0).slice(2);
    expect(new Set(asked.map(({ path }) => path)).size, 'the second was not asked about').toBe(1);
    scene.answers = 200;
    await Promise.all([page.look(), page.look()]);
    expect(scene.told).toHaveLength(2);
  });
});
