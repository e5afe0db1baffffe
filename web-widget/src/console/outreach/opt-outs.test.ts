import { describe, expect, it } from 'vitest';
import { LOST, ok, OutreachHouse } from '../testing/outreach-house.ts';
import type { Answer } from '../login/http.ts';
import { createAllOptOuts, createOptOuts, type OptOuts } from './opt-outs.ts';

const SIXTY = Array.from({ length: 60 }, (_, n) => `+4790000${String(100 + n)}`);

/** What is told first waits until it is let go. */
function held(house: OutreachHouse): { readonly optOuts: OptOuts; readonly letGo: () => void; readonly told: readonly unknown[] } {
  let letGo = (): void => undefined;
  const told: unknown[] = [];
  const waits = new Promise<void>((go) => (letGo = go));
  const post = async (path: string, body: unknown): Promise<Answer<unknown>> => {
    told.push(body);
    await waits;
    return house.tools.http.post(path, body);
  };
  return { optOuts: createOptOuts({ ...house.tools, http: { ...house.tools.http, post } }), letGo, told };
}

describe('numbers that somebody pasted', () => {
  it('stay with what became of them until they are left', async () => {
    const house = new OutreachHouse().answers('opt-outs', ok({ kept: 49, unread: [7] }), LOST);
    const optOuts = createOptOuts(house.tools);
    optOuts.write(SIXTY.join('\n'));
    await optOuts.stop();
    const left = [SIXTY[7], ...SIXTY.slice(50)];
    expect(optOuts.view.value).toMatchObject({ busy: false, now: { done: 50, of: 60, kept: 49, trouble: 'unreachable' } });
    expect(optOuts.view.value.text.split('\n')).toEqual(left);
    optOuts.leave();
    expect(optOuts.view.value).toMatchObject({ text: '', now: undefined });
  });

  it('are told to the end when the page is left meanwhile, and nothing else is written over them', async () => {
    const house = new OutreachHouse().answers('opt-outs', ok({ kept: 30, unread: [] }));
    const { optOuts, letGo, told } = held(house);
    optOuts.write(SIXTY.join('\n'));
    const stopping = optOuts.stop();
    optOuts.leave();
    optOuts.write('noe annet');
    optOuts.take(['+4790000001']);
    await optOuts.stop();
    expect(optOuts.view.value).toMatchObject({ busy: true, text: SIXTY.join('\n') });
    letGo();
    await stopping;
    expect(told).toHaveLength(2);
    expect(optOuts.view.value).toMatchObject({ busy: false, text: '', now: { done: 60, kept: 60 } });
  });

  it('are forgotten with whoever signs out, and no more of them are told', async () => {
    const house = new OutreachHouse().answers('opt-outs', ok({ kept: 50, unread: [] }));
    const { optOuts, letGo, told } = held(house);
    optOuts.write(SIXTY.join('\n'));
    const stopping = optOuts.stop();
    optOuts.forget();
    letGo();
    await stopping;
    expect(told).toHaveLength(1);
    expect(optOuts.view.value).toMatchObject({ busy: false, text: '', now: undefined });
  });

  it('are those of a list, which is not read when it has none', () => {
    const optOuts = createOptOuts(new OutreachHouse().tools);
    optOuts.take('no-number-column');
    expect(optOuts.view.value).toMatchObject({ text: '', fault: 'no-number-column' });
    optOuts.take(['+4790000001', '+4790000002']);
    expect(optOuts.view.value).toMatchObject({ text: '+4790000001\n+4790000002', fault: undefined });
  });

  it('are those of one service, until all are closed', () => {
    const all = createAllOptOuts(() => new OutreachHouse().tools);
    all.of('pro-mann').write('+4790000001');
    expect(all.of('nadheim').view.value.text).toBe('');
    expect(all.of('pro-mann').view.value.text).toBe('+4790000001');
    all.close();
    expect(all.of('pro-mann').view.value.text).toBe('');
  });
});
