import { signal, type Signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createPlace, type Place } from './place.ts';

interface Fake {
  readonly service: string;
  readonly absent: Signal<boolean>;
}

const lists = (): readonly [Fake, Fake] => {
  const one = (service: string): Fake => ({ service, absent: signal(false) });
  return [one('nadheim'), one('pro-mann')];
};
const seen = ({ service, list, services }: Place<ReturnType<typeof lists>[number]>): readonly unknown[] => [service.value, list.value?.service, services.value];

describe('the service of the page of outreach', () => {
  it('stays the chosen one while the server does not know this device there, and is no other meanwhile', () => {
    const both = lists();
    const place = createPlace(both, '');
    place.choose('pro-mann');
    both[1].absent.value = true;
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['nadheim', 'pro-mann']]);
    both[1].absent.value = false;
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['nadheim', 'pro-mann']]);
    place.close();
  });

  it('stays the first that was not absent when one before it comes later, and when it is absent later itself', () => {
    const both = lists();
    both[0].absent.value = true;
    const place = createPlace(both, '');
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['pro-mann']]);
    both[0].absent.value = false;
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['nadheim', 'pro-mann']]);
    both[1].absent.value = true;
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['nadheim', 'pro-mann']]);
    place.choose('nadheim');
    expect(place.list.value?.service).toBe('nadheim');
    place.close();
  });

  it('is the one that somebody asked for, and none where every service is absent', () => {
    const both = lists();
    const asked = createPlace(both, 'pro-mann');
    expect(asked.service.value).toBe('pro-mann');
    asked.close();
    const unknown = createPlace(both, 'gone');
    expect(unknown.service.value).toBe('nadheim');
    unknown.close();
    for (const { absent } of both) absent.value = true;
    const none = createPlace(both, '');
    expect(seen(none)).toEqual(['', undefined, []]);
    both[1].absent.value = false;
    expect(seen(none)).toEqual(['pro-mann', 'pro-mann', ['pro-mann']]);
    none.close();
  });
});
