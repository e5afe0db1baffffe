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
    expect(page.faults.value).toEqual({ [id]: 'strike' });
    expect(page.kept.value.rounds.map(({ stage }) => stage)).toEqual(['sent']);
    scene.answers = 204;
    await page.strike(id);
    expect(scene.told.at(-1)).toEqual({ path: '/api/field/strikes', body: { service: 'nadheim', code: '0101 0101 0101' } });
    expect(page.faults.value).toEqual({});
    expect(page.kept.value.rounds).toEqual([]);
  });

  it('says of a round that somebody struck that it is not sent any more', async () => {
    const scene = new Scene();
    const page = await evening(scene);
    scene.answers = 410;
    await page.finish(out(page));
    expect(Object.values(page.faults.value)).toEqual(['struck']);
  });
});
