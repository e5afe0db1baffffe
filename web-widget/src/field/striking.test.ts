import { describe, expect, it } from 'vitest';
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
});
