import { describe, expect, it } from 'vitest';
import { CARD, LOST, no, NUMBER, ok, OutreachHouse } from '../testing/outreach-house.ts';
import { members } from '../login/read.ts';
import { createRelease, type Release } from './release.ts';

const AT = '2026-11-20T12:00:05Z';
const DRAFT = ok({ occasion: 'first', text: 'Hei. Gratis hjelp.', permission: { may: 'now' } });
const NOT_THERE = ok({ occasion: 'first', text: '', permission: { may: 'never', why: 'call-only' } });
const ONE = { card: CARD, numbers: 1, language: 'nb' };

async function ready(house: OutreachHouse, card = ONE): Promise<Release> {
  const release = createRelease(house.tools, card);
  await expect.poll(() => release.view.value.step).not.toBe('drafting');
  return release;
}

const drafting = async (): Promise<OutreachHouse> =>
  (await new OutreachHouse().hasCard()).answers(`cards/${CARD}/draft`, DRAFT).answers('releases', ok({ at: AT }));

describe('a text to a card', () => {
  it('goes out as it stands after one press, to a number that no screen sees', async () => {
    const house = await drafting();
    const release = await ready(house);
    await release.send();
    expect(release.view.value).toMatchObject({ step: 'sent', at: Date.parse(AT), text: '' });
    expect(house.posted(`cards/${CARD}/open`)).toEqual([{ part: 'send' }]);
    expect(house.posted('releases')).toMatchObject([{ card: CARD, to: NUMBER, text: 'Hei. Gratis hjelp.' }]);
    expect(JSON.stringify(release.view.value)).not.toContain(NUMBER);
  });

  it('whose answer was lost is asked for again under the same id and with the same text', async () => {
    const house = await drafting();
    house.answers('releases', LOST, no(503), ok({ at: AT }));
    const release = await ready(house);
    await release.send();
    expect(release.view.value.step).toBe('unknown');
    release.write('Something else');
    await release.draft(0, 'en');
    await release.send();
    expect(release.view.value.step).toBe('unknown');
    await release.send();
    expect(release.view.value.step).toBe('sent');
    const [first, ...others] = house.posted('releases');
    expect(others).toEqual([first, first]);
    expect(house.posted(`cards/${CARD}/draft`)).toHaveLength(1);
  });

  it.each([429, 401])('whose answer was lost is not written anew after a refusal that does not tell: %s', async (status) => {
    const house = await drafting();
    house.answers('releases', LOST, no(status), no(409));
    const release = await ready(house);
    await release.send();
    await release.send();
    expect(release.view.value.step).toBe('unknown');
    await release.send();
    expect(release.view.value).toMatchObject({ step: 'ready', trouble: 'meanwhile' });
    await release.send();
    const ids = (house.posted('releases') as { readonly release: string }[]).map((said) => said.release);
    expect([ids[0] === ids[2], ids[2] === ids[3]]).toEqual([true, false]);
  });

  it('is sent once when somebody presses twice', async () => {
    const house = await drafting();
    const release = await ready(house);
    await Promise.all([release.send(), release.send()]);
    await release.send();
    expect(house.posted('releases')).toHaveLength(1);
  });

  it.each([
    [429, 'too-fast', ''],
    [409, 'meanwhile', 'silence'],
    [422, 'words', 'sex, politi'],
  ] as const)('that is refused with %s stays to be changed: %s, %s', async (status, trouble, detail) => {
    const house = await drafting();
    house.answers('releases', no(status, detail));
    const release = await ready(house);
    await release.send();
    expect(release.view.value).toMatchObject({ step: 'ready', trouble, detail, text: 'Hei. Gratis hjelp.' });
    release.write('Hei.');
    expect(release.view.value.text).toBe('Hei.');
  });

  it('is drafted to the first number that takes texts', async () => {
    const house = await drafting();
    house.answers(`cards/${CARD}/draft`, NOT_THERE, DRAFT);
    const release = await ready(house, { ...ONE, numbers: 3 });
    expect(release.view.value).toMatchObject({ step: 'ready', place: 1 });
  });

  it('is the one that was asked for last, whatever is answered first', async () => {
    const house = await drafting();
    const { http } = house.tools;
    let goOn = (): void => undefined;
    const late = new Promise<void>((go) => (goOn = go));
    const post = async (path: string, body: unknown): ReturnType<typeof http.post> => {
      const answer = await http.post(path, body);
      if (members(body)['language'] === 'nb') await late;
      return answer;
    };
    const release = createRelease({ ...house.tools, http: { ...http, post } }, ONE);
    const second = release.draft(0, 'nb');
    await release.draft(0, 'th');
    goOn();
    await second;
    await expect.poll(() => release.view.value).toMatchObject({ step: 'ready', language: 'th' });
  });

  it('that may never go out says why, and cannot be sent', async () => {
    const house = await drafting();
    house.answers(`cards/${CARD}/draft`, ok({ occasion: 'first', text: 'Hei', permission: { may: 'never', why: 'new-reason' } }));
    const release = await ready(house);
    expect(release.view.value).toMatchObject({ step: 'no-draft', permission: { may: 'never', why: 'other' } });
    await release.send();
    expect(house.posted('releases')).toEqual([]);
  });

  it('is not sent when this browser cannot open the number', async () => {
    const house = await drafting();
    house.answers(`cards/${CARD}/open send`, ok({ file: 'AAAA', version: 1 }));
    const release = await ready(house);
    await release.send();
    expect(release.view.value).toMatchObject({ step: 'ready', trouble: 'not-here' });
    expect(house.posted('releases')).toEqual([]);
  });

  it('whose code was drafted anew in another window stays in sight, and is drafted again before it goes out', async () => {
    const house = await drafting();
    house.answers('releases', no(409, 'old-code'), ok({ at: AT }));
    const release = await ready(house);
    await release.send();
    expect(release.view.value).toMatchObject({ step: 'no-draft', trouble: 'meanwhile', detail: 'old-code', text: 'Hei. Gratis hjelp.' });
    await release.send();
    expect(house.posted('releases')).toHaveLength(1);
    await release.draft(0, 'nb');
    await release.send();
    expect(release.view.value.step).toBe('sent');
  });
});
