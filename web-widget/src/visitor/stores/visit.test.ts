import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Message, TalkView } from '../../talk/view.ts';
import type { ServiceInfo, VisitorSession, VisitState } from '../session-view.ts';
import { until } from '../../testing/until.ts';
import { visit, type Visit } from './visit.ts';

const service: ServiceInfo = {
  id: 'example',
  names: { nb: 'Samtalen' },
  languages: ['nb', 'es'],
  lanes: ['chat'],
  retentionDays: 0,
  state: 'open',
  waiting: 0,
  opensAt: null,
  lateSince: null,
  now: '2026-11-20T18:00:00Z',
  answersNow: null,
  emergency: [{ number: '113', kind: 'health' }],
  exit: 'https://weather.example/',
};
const message: Message = { id: '01', from: 'them', name: 'Kari', text: 'Hei', at: 0, tick: undefined };
const talk: TalkView = {
  members: [],
  messages: [message],
  link: 'live',
  sealed: true,
  peerConnected: true,
  peerTyping: false,
  maySend: true,
  stopped: undefined,
};

interface Fixture {
  readonly visit: Visit;
  readonly state: { value: VisitState };
  readonly done: string[];
  /** What the letters that were opened take for the language to be answered in. */
  readonly lettersLanguage: () => string | undefined;
}

function fixture(offline = false, alone = false, wishes = ['nb-NO']): Fixture {
  let lettersLanguage: (() => string) | undefined;
  const done: string[] = [];
  const state = signal<VisitState>({ kind: 'start', service });
  const note = (what: string): void => {
    done.push(what);
  };
  const session: VisitorSession = {
    state,
    lost: signal(false),
    keep: () => Promise.resolve('token'),
    letGo: () => note('let go'),
    suspend: () => note('suspend'),
    ring: (lane, language, wishes = []) => note(['ring', lane, language, ...wishes].join(' ')),
    again: (language) => note(`again ${language ?? 'as before'}`),
    danger: () => note('danger'),
    unsaid: () => false,
    letters: (_begin, language) => {
      lettersLanguage = language;
      return Promise.reject(new Error('offline'));
    },
    files: () => Promise.reject(new Error('offline')),
    send: () => true,
    typing: () => note('typing'),
    here: () => true,
    answer: (yes) => note(`answer ${String(yes)}`),
    wishAway: (device) => note(`wishAway ${device}`),
    relax: () => undefined,
    leave: () => note('leave'),
    erase: () => {
      note('erase');
      return offline ? Promise.reject(new Error('offline')) : Promise.resolve();
    },
    vanish: () => note('vanish'),
  };
  const shown = visit(session, {
    now: () => 0,
    wishes,
    blank: () => note('blank'),
    away: (address) => note(`away ${address}`),
    reload: () => note('reload'),
    alone,
    mark: (token) => note(`mark ${token ?? 'nothing'}`),
  });
  return { visit: shown, state, done, lettersLanguage: () => lettersLanguage?.() };
}

describe('a visit', () => {
  it('rings in the chosen language, and again in the same lane', () => {
    const at = fixture();
    at.visit.ring('chat');
    at.visit.chooseAnswer('es');
    at.visit.ringAgain();
    expect(at.done).toEqual(['ring chat nb', 'again es']);
  });

  it('has a left letter name the language to be answered in, not the language of the page', () => {
    const at = fixture(false, false, ['en-GB', 'es-ES']);
    expect(at.visit.language.value).toBe('en');
    at.visit.openLetters('writing');
    expect(at.lettersLanguage()).toBe('es');
    at.visit.chooseAnswer('nb');
    expect(at.lettersLanguage()).toBe('nb');
  });

  it('is put aside, not ended, when a page that can come back is closed; an exit ends it and cleans the address', async () => {
    const [closed, left, shared] = [fixture(false, true), fixture(false, true), fixture(false, true)];
    for (const at of [closed, left]) {
      at.visit.phone.value = 'own';
      at.state.value = { kind: 'talking', service, talk };
      await until(() => at.done.includes('mark token'));
    }
    closed.visit.closing();
    expect(closed.done).toEqual(['mark token', 'suspend', 'blank']);
    left.visit.exit();
    expect(left.done).toEqual(['mark token', 'mark nothing', 'vanish', 'blank', 'away https://weather.example/']);
    shared.state.value = { kind: 'talking', service, talk };
    shared.visit.closing();
    expect(shared.done).toEqual(['vanish', 'blank']);
  });

  it('rings as somebody in danger, from the first screen and out of the line, and is known when the line says so', () => {
    const at = fixture();
    at.visit.ringInDanger();
    expect(at.visit.inDanger.value).toBe(false);
    const waits = fixture();
    waits.visit.ring('chat');
    waits.state.value = { kind: 'waiting', service, position: 4, band: 'unknown', connected: true };
    waits.visit.ringInDanger();
    expect([at.done, waits.done]).toEqual([['ring chat nb danger'], ['ring chat nb', 'danger']]);
  });

  it('that was loaded anew in the line tells that somebody is in danger, and knows when the line does', () => {
    const at = fixture(false, true);
    at.state.value = { kind: 'waiting', service, position: 4, band: 'unknown', connected: true };
    expect(at.visit.inDanger.value).toBe(false);
    at.visit.ringInDanger();
    expect(at.done).toEqual(['danger']);
    const knows = fixture(false, true);
    knows.state.value = { kind: 'waiting', service, position: 1, band: 'unknown', connected: true, danger: true };
    expect(knows.visit.inDanger.value).toBe(true);
  });

  it('puts what nobody answered before whoever the service left, once, and begins anew what a reload needs', async () => {
    const at = fixture(false, true);
    at.visit.phone.value = 'own';
    const mine = (id: string, text: string): Message => ({ ...message, id, from: 'me', text });
    at.state.value = { kind: 'talking', service, talk: { ...talk, messages: [mine('00', 'hei'), message, mine('02', 'er du der?'), mine('03', 'hallo')] } };
    await until(() => at.done.includes('mark token'));
    at.visit.composer.write('jeg');
    const waits = { kind: 'waiting', service, position: 1, band: 'unknown', connected: false, left: 'silent' } as const;
    at.state.value = waits;
    expect(at.visit.composer.text.value).toBe('er du der?\nhallo\njeg');
    expect(at.visit.said.value).toHaveLength(4);
    at.visit.composer.write('noe annet');
    at.state.value = { ...waits, connected: true };
    expect(at.visit.composer.text.value).toBe('noe annet');
    await until(() => at.done.length === 3);
    expect(at.done).toEqual(['mark token', 'mark nothing', 'mark token']);
  });

  it('offers no code to come back with to somebody who came back with one', () => {
    const { visit: shown, done } = fixture();
    expect(shown.hasCode.value).toBe(false);
    shown.ringBack('device:AAAA');
    expect(shown.hasCode.value).toBe(true);
    expect(done).toEqual(['ring chat nb device:AAAA']);
  });

  it('believes that somebody may look at this phone until told otherwise', () => {
    expect(fixture().visit.phone.value).toBe('shared');
  });

  it('quick exit ends the visit before it blanks the page, and only then leads away', () => {
    const at = fixture();
    at.visit.composer.write('noe');
    at.visit.exit();
    expect(at.done).toEqual(['vanish', 'blank', 'away https://weather.example/']);
    expect(at.visit.composer.text.value).toBe('');
  });

  it('forgets in which country the visitor is when the visit ends', () => {
    const at = fixture();
    at.visit.abroad.value = { country: 'TH', numbers: [{ number: '191', kind: 'police' }] };
    at.visit.exit();
    expect(at.visit.abroad.value).toBeUndefined();
  });

  it('quick exit works before the service has answered', () => {
    const at = fixture();
    at.state.value = { kind: 'loading' };
    at.visit.exit();
    expect(at.done[0]).toBe('vanish');
  });

  it('keeps what was said for the ended screen, and forgets it on the way back', () => {
    const at = fixture();
    at.state.value = { kind: 'talking', service, talk };
    at.visit.composer.write('ikke sendt');
    at.state.value = { kind: 'ended', service, by: 'staff' };
    expect(at.visit.said.value).toEqual([message]);
    expect(at.visit.composer.text.value).toBe('');
    at.visit.again();
    expect(at.visit.said.value).toEqual([]);
    expect(at.done).toEqual(['vanish', 'blank', 'reload']);
  });

  it('goes on while somebody gets a code to come back with; from the line it is left instead', () => {
    const { visit: shown, state, done } = fixture();
    state.value = { kind: 'talking', service, talk };
    shown.openLetters('keeping');
    expect(shown.letters.value).toBe('fetching');
    shown.closeLetters();
    expect(state.value.kind).toBe('talking');
    expect(done).toEqual([]);
    state.value = { kind: 'waiting', service, position: 1, band: 'unknown', connected: true };
    shown.openLetters('writing');
    shown.closeLetters();
    expect(done).toEqual(['leave', 'vanish', 'blank', 'reload']);
  });

  it('deletes everything after one question, and forgets what was said with it', async () => {
    const { visit: shown, state, done } = fixture();
    state.value = { kind: 'talking', service, talk };
    shown.askToErase(true);
    expect([shown.erasing.value, done]).toEqual(['asking', []]);
    shown.askToErase(false);
    shown.askToErase(true);
    shown.erase();
    expect([shown.erasing.value, done]).toEqual(['working', ['erase']]);
    state.value = { kind: 'ended', service, by: 'deleted' };
    await until(() => shown.erasing.value === 'no');
    expect(shown.said.value).toEqual([]);
  });

  it('says so when it could not delete, and keeps the words until it did', async () => {
    const { visit: shown, state } = fixture(true);
    state.value = { kind: 'talking', service, talk };
    shown.erase();
    await until(() => shown.erasing.value === 'failed');
    expect(shown.said.value).toEqual(talk.messages);
  });

  it('keeps the text written while waiting', () => {
    const at = fixture();
    at.state.value = { kind: 'waiting', service, position: 1, band: 'unknown', connected: true };
    at.visit.composer.write('jeg lurer på');
    at.state.value = { kind: 'checking', service };
    at.state.value = { kind: 'talking', service, talk };
    expect(at.visit.composer.text.value).toBe('jeg lurer på');
  });
});
