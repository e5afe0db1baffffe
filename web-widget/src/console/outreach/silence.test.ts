import { describe, expect, it } from 'vitest';
import { LOST, no, ok, OutreachHouse } from '../testing/outreach-house.ts';
import { createSilence } from './silence.ts';

const UNTIL = '2027-05-19T12:00:00Z';

describe('the silence after a restore', () => {
  it('is unknown before a look, and none where the server names no moment', async () => {
    const house = new OutreachHouse().answers('silence', ok({ until: UNTIL }), ok({}));
    const silence = createSilence(house.tools);
    expect(silence.until.value).toBeUndefined();
    await silence.look();
    expect(silence.until.value).toBe(Date.parse(UNTIL));
    await silence.look();
    expect(silence.until.value).toBeUndefined();
  });

  it('stays what it was while nobody answers', async () => {
    const house = new OutreachHouse().answers('silence', ok({ until: UNTIL }), LOST);
    const silence = createSilence(house.tools);
    await silence.look();
    await silence.look();
    expect(silence.until.value).toBe(Date.parse(UNTIL));
  });

  it('is ended with both statements, and looked at again', async () => {
    const house = new OutreachHouse().answers('silence', ok({ until: UNTIL }), ok(), ok({}));
    const silence = createSilence(house.tools);
    await silence.look();
    expect(await silence.end()).toBe('ended');
    expect(house.posted('silence')).toEqual([undefined, { nothingSent: true, stopsImported: true }, undefined]);
    expect(silence.until.value).toBeUndefined();
  });

  it('says why it was not ended', async () => {
    const house = new OutreachHouse().answers('silence', ok({ until: UNTIL }), no(409), ok({}));
    const silence = createSilence(house.tools);
    await silence.look();
    expect(await silence.end()).toBe('meanwhile');
    expect(silence.until.value).toBeUndefined();
  });
});
