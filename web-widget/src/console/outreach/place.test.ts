import { signal, type Signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createPlace, type Place } from './place.ts';
import type { Thread } from './wire.ts';

interface Fake {
  readonly service: string;
  readonly threads: Signal<readonly Thread[] | undefined>;
  readonly absent: Signal<boolean>;
}

const lists = (): readonly [Fake, Fake] => {
  const one = (service: string): Fake => ({ service, threads: signal<readonly Thread[] | undefined>(undefined), absent: signal(false) });
  return [one('nadheim'), one('pro-mann')];
};
const seen = ({ service, list, services }: Place<ReturnType<typeof lists>[number]>): readonly unknown[] => [service.value, list.value?.service, services.value];

describe('the service of the page of outreach', () => {
  it('stays the chosen one while the server does not know this device there, and is no other meanwhile', () => {
    const both = lists();
    const place = createPlace(both, '');
    both[0].threads.value = [];
    place.choose('pro-mann');
    both[1].absent.value = true;
    expect(seen(place)).toEqual(['pro-mann', undefined, ['nadheim', 'pro-mann']]);
    both[1].absent.value = false;
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['nadheim', 'pro-mann']]);
    place.close();
  });

  it('stays the one that answered when one before it comes later', () => {
    const both = lists();
    const place = createPlace(both, '');
    both[0].absent.value = true;
    expect(seen(place)).toEqual(['pro-mann', 'pro-mann', ['pro-mann']]);
    both[1].threads.value = [];
    both[0].absent.value = false;
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
    for (const { absent } of both) absent.value = true;
    expect(seen(unknown)).toEqual(['', undefined, []]);
    unknown.close();
  });
});
