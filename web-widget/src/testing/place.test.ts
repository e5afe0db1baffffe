import { fromBinary } from '@bufbuild/protobuf';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RingCardSchema } from '../gen/havn/v1/talk_pb.ts';
import { MINUTE } from '../kernel/clock.ts';
import { until } from './until.ts';
import type { VisitorSession } from '../visitor/session-view.ts';
import { clock, refusedOnce, ringing, says, setAhead, speed, talking, talkOf } from './pages.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('a visitor in the line who is in danger now', () => {
  it('keeps the place, which goes to the front, and says so until the server knows', async () => {
    const { session, house } = await ringing();
    const waits = (): boolean => session.state.value.kind === 'waiting' && session.state.value.connected;
    await until(waits);
    const first = house.card;
    [house.raising, house.refusing] = [false, true]; // whoever rings now is refused
    session.danger();
    await until(() => house.endangered === 1);
    house.visitor!.drop(1006);
    await until(() => house.endangered > 1 && waits());
    expect(session.state.value).toMatchObject({ danger: false });
    house.raising = true;
    house.visitor!.drop(1006);
    await until(() => waits() && session.state.value.kind === 'waiting' && session.state.value.danger === true);
    expect([house.left, house.card]).toEqual([0, first]);
  });

  it('is heard without a connection, too', async () => {
    const { session, house } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    house.visitor!.drop(1006);
    session.danger();
    expect(house.endangered).toBe(0);
    await until(() => house.endangered === 1);
  });

  it('is heard after the page was loaded anew, which then knows what the line knows', async () => {
    const { session, house, reopen } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    const token = await session.keep();
    session.suspend();
    const back = reopen(token!);
    await until(() => back.state.value.kind === 'waiting' && back.state.value.connected);
    back.danger();
    await until(() => back.state.value.kind === 'waiting' && back.state.value.danger === true);
    expect([house.left, house.endangered]).toEqual([0, 1]);
    const next = await back.keep();
    back.suspend();
    const third = reopen(next!);
    await until(() => third.state.value.kind === 'waiting' && third.state.value.danger === true);
    expect(house.endangered).toBe(1);
  });
});

describe('a visitor who says that there is danger while somebody takes them', () => {
  it('says it once more in the chat, once on each connection, also where the first word comes with the next one', async () => {
    const { session, house, desk } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected && desk.line.value.length === 1);
    house.raising = false;
    house.visitor!.drop(1006);
    session.danger();
    desk.take(desk.line.value[0]!.conversation);
    await until(() => session.state.value.kind === 'talking', () => session.state.value);
    await until(() => house.endangered === 1);
    session.send('er du der?');
    await until(() => ['stored', 'seen'].includes(talkOf(session).messages[0]?.tick ?? ''));
    expect(house.endangered).toBe(1);
    house.visitor!.drop(1006);
    await until(() => house.endangered === 2);
  });

  it('says it while the page still checks who took them', async () => {
    const { session, house } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    house.raising = false;
    house.visitor!.drop(1006);
    session.danger();
    house.takeAlone();
    await until(() => house.endangered === 1, () => session.state.value);
    expect(session.state.value.kind).toBe('checking');
  });

  it('is told when whoever took them is gone before a word was said, and when they are back', async () => {
    const { session, house, desk } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected && desk.line.value.length === 1);
    house.takeAlone();
    await until(() => session.state.value.kind === 'checking');
    expect(session.state.value).toMatchObject({ alone: false });
    house.staffAre(false);
    await until(() => session.state.value.kind === 'checking' && session.state.value.alone === true);
    house.staffAre(true);
    await until(() => session.state.value.kind === 'checking' && session.state.value.alone === false);
  });

  it('is not told so while a chat with words is only replayed to a page that was loaded anew', async () => {
    const { session, house, reopen } = await talking();
    session.send('er du der?');
    await until(() => ['stored', 'seen'].includes(talkOf(session).messages[0]?.tick ?? ''));
    house.staffAre(false);
    const token = await session.keep();
    session.suspend();
    const back = reopen(token!);
    const shown: unknown[] = [];
    back.state.subscribe((now) => void shown.push(now.kind === 'checking' && now.alone));
    await until(() => back.state.value.kind === 'talking', () => back.state.value);
    expect(talkOf(back)).toMatchObject({ peerConnected: false, messages: [{ text: 'er du der?' }] });
    expect(shown).not.toContain(true);
  });

  it('carries it into the next ring when nobody answered that it is known', async () => {
    const { session, house, desk } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected && desk.line.value.length === 1);
    house.raising = false;
    session.danger();
    desk.take(desk.line.value[0]!.conversation);
    await until(() => session.state.value.kind === 'talking', () => session.state.value);
    house.raising = true;
    house.fallSilent();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true, () => session.state.value);
    expect(session.unsaid()).toBe(false);
  });

  it('has the chat tell it until the server answers that it knows', async () => {
    const { session, house, desk } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected && desk.line.value.length === 1);
    house.raising = false;
    session.danger();
    await until(() => house.endangered === 1);
    desk.take(desk.line.value[0]!.conversation);
    await until(() => session.state.value.kind === 'talking', () => session.state.value);
    const files = await session.files();
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({}, { status: 503 })));
    expect(await files.callForHelp()).toBe('full');
    expect(session.unsaid()).toBe(true);
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ alone: false })));
    expect(await files.callForHelp()).toBe('called');
    expect(session.unsaid()).toBe(false);
    const told = house.endangered;
    house.visitor!.drop(1006);
    session.send('er du der?');
    await until(() => ['stored', 'seen'].includes(talkOf(session).messages[0]?.tick ?? ''));
    expect(house.endangered).toBe(told);
  });

  it('carries a call out of the chat that reached nobody into the next ring', async () => {
    const { session, house } = await talking();
    const files = await session.files();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    expect(await files.callForHelp()).toBe('failed');
    expect(session.unsaid()).toBe(true);
    house.fallSilent();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true, () => session.state.value);
    expect(session.unsaid()).toBe(false);
  });

  it('has the connection tell a call out of the chat that reached nobody, once, and a later one again', async () => {
    const { session, house } = await talking();
    const files = await session.files();
    const calls = async (answer: () => Promise<Response>): Promise<void> => {
      vi.stubGlobal('fetch', answer);
      await files.callForHelp();
    };
    const lost = (): Promise<Response> => Promise.reject(new TypeError('no network'));
    await calls(lost);
    await until(() => house.endangered === 1);
    await calls(lost);
    session.send('hjelp');
    await until(() => ['stored', 'seen'].includes(talkOf(session).messages[0]?.tick ?? ''));
    expect(house.endangered).toBe(1);
    await calls(() => Promise.resolve(Response.json({ alone: false })));
    await calls(lost);
    await until(() => house.endangered === 2);
  });

  it('carries a fourth call, for which the chat rings nobody any more, into the next ring', async () => {
    const { session, house } = await talking();
    const files = await session.files();
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({}, { status: 409 })));
    expect(await files.callForHelp()).toBe('enough');
    house.fallSilent();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true, () => session.state.value);
  });

  it('has it told no second time when the line said that the server knows', async () => {
    const { session, house, desk } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected && desk.line.value.length === 1);
    session.danger();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true);
    desk.take(desk.line.value[0]!.conversation);
    await until(() => session.state.value.kind === 'talking', () => session.state.value);
    expect([session.unsaid(), house.endangered]).toEqual([false, 1]);
  });
});

describe('a visitor who says that there is danger before the next ring is refused', () => {
  it('is heard as soon as somebody is there again', async () => {
    speed.times = 150;
    const { session, house } = await talking();
    says.state = 'late';
    house.refusing = true;
    let pressed = false;
    session.state.subscribe(({ kind }) => {
      if (kind !== 'waiting' || pressed) return;
      pressed = true;
      queueMicrotask(() => session.danger());
    });
    house.fallSilent();
    await until(() => pressed && session.state.value.kind === 'refused', () => session.state.value);
    [house.refusing, says.state] = [false, 'open'];
    await until(() => house.endangered > 0, () => session.state.value);
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true, () => session.state.value);
  });

  it('is heard also when they say it after the refusal, with the proof of the chat, however often they are refused', async () => {
    speed.times = 150;
    const { session, house } = await talking();
    says.state = 'late';
    house.refusing = true;
    house.fallSilent();
    await until(() => session.state.value.kind === 'refused', () => session.state.value);
    const sockets = house.sockets.length;
    session.ring('self', 'nb', ['danger']);
    await until(() => house.sockets.length > sockets && session.state.value.kind === 'refused', () => session.state.value);
    [house.refusing, says.state] = [false, 'open'];
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true, () => session.state.value);
    expect(house.proven).toEqual(new Uint8Array(32).fill(1));
  });
});

describe('a visitor who waits in a lane', () => {
  it('and is in danger now reads how it is in the service as a whole: anybody takes them', async () => {
    says.limitedLanes = { self: { state: 'closed', opensAt: null } };
    const { session } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    expect(session.state.value).toMatchObject({ service: { state: 'closed' } });
    session.danger();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.danger === true);
    expect(session.state.value).toMatchObject({ service: { state: 'open' } });
  });

  it('learns when that lane closes, and that nobody is there who answers it, also after the page was loaded anew', async () => {
    speed.times = 150;
    says.limitedLanes = { self: { state: 'open', opensAt: null, closesAt: '2026-12-01T12:05:00Z' } };
    const { session, reopen } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    expect(session.state.value).toMatchObject({ service: { state: 'open', closesAt: '2026-12-01T12:05:00Z' } });
    const token = await session.keep();
    says.limitedLanes = { self: { state: 'late', opensAt: null, closesAt: '2026-12-01T12:05:00Z' }, other: { state: 'closed', opensAt: null } };
    await until(() => session.state.value.kind === 'waiting' && session.state.value.service.state === 'late');
    session.suspend();
    const back = reopen(token!);
    await until(() => back.state.value.kind === 'waiting' && back.state.value.connected);
    expect(back.state.value).toMatchObject({ service: { state: 'late' } });
    says.limitedLanes = {};
    await until(() => back.state.value.kind === 'waiting' && back.state.value.service.state === 'open');
  });
});

describe('a visitor whom the service leaves', () => {
  it('rings again by itself with the proof of the chat, stands in front, and deletes both visits', async () => {
    const { session, house } = await talking();
    session.send('er du der?');
    await until(() => ['stored', 'seen'].includes(talkOf(session).messages[0]?.tick ?? ''));
    expect(house.proven).toBeUndefined();
    house.fallSilent();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected, () => session.state.value);
    expect(session.state.value).toMatchObject({ left: 'silent', position: 1 });
    expect(house.proven).toEqual(new Uint8Array(32).fill(1));
    await session.erase();
    expect(house.erasures).toBe(2);
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
  });

  it('can still delete everything when the next ring is refused', async () => {
    const { session, house } = await talking();
    house.refusing = true;
    house.fallSilent();
    await until(() => session.state.value.kind === 'refused', () => session.state.value);
    expect(session.state.value).toMatchObject({ left: 'silent' });
    await session.erase();
    expect(house.erasures).toBe(1);
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
  });

  it('keeps the proof of the chat through a refusal and a second try', async () => {
    const { session, house } = await talking();
    house.refusing = true;
    house.fallSilent();
    await until(() => session.state.value.kind === 'refused', () => session.state.value);
    house.refusing = false;
    session.ring('self', 'nb');
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    expect(house.proven).toEqual(new Uint8Array(32).fill(1));
    await session.erase();
    expect(house.erasures).toBe(2);
  });

  it('is rung for as soon as somebody is there again', async () => {
    speed.times = 150;
    const { session, house } = await talking();
    says.state = 'late';
    house.refusing = true;
    house.fallSilent();
    await until(() => session.state.value.kind === 'refused', () => session.state.value);
    house.refusing = false;
    const [asked, sockets] = [says.asked, house.sockets.length];
    await until(() => says.asked > asked + 3);
    expect(session.state.value).toMatchObject({ kind: 'refused', left: 'silent' });
    expect(house.sockets.length).toBe(sockets);
    says.state = 'open';
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected, () => session.state.value);
    expect(house.proven).toEqual(new Uint8Array(32).fill(1));
  });

  it.each([
    ['longer ago than a place is owed', (): void => setAhead(31 * MINUTE)],
    ['and who is writing a letter instead', (session: VisitorSession): void => void session.letters('writing', () => 'nb').catch(() => undefined)],
  ])('%s is not rung for', async (_, then) => {
    speed.times = 150;
    const { session, house } = await talking();
    says.state = 'late';
    house.refusing = true;
    house.fallSilent();
    await until(() => session.state.value.kind === 'refused', () => session.state.value);
    house.refusing = false;
    then(session);
    says.state = 'open';
    await new Promise<void>((resume) => void clock.after(3 * MINUTE, resume));
    expect(session.state.value.kind).toBe('refused');
  });

  it('is rung for again as before, also where the page was loaded anew in the line', async () => {
    const { session, house, reopen, desk } = await ringing();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    const token = await session.keep();
    session.suspend();
    const back = reopen(token!);
    await until(() => desk.line.value.length === 1);
    desk.take(desk.line.value[0]!.conversation);
    await until(() => back.state.value.kind === 'talking', () => back.state.value);
    await refusedOnce(house, back);
    expect(house.proven).toEqual(new Uint8Array(32).fill(1));
    expect(fromBinary(RingCardSchema, house.card!)).toMatchObject({ lane: 'self', language: 'nb' });
  });

  it('keeps it also when the page is loaded anew in the line', async () => {
    const { session, house, reopen } = await talking();
    house.fallSilent();
    await until(() => session.state.value.kind === 'waiting' && session.state.value.connected);
    const token = await session.keep();
    session.suspend();
    const back = reopen(token!);
    await until(() => back.state.value.kind === 'waiting' && back.state.value.connected, () => back.state.value);
    await back.erase();
    expect(house.erasures).toBe(2);
  });

  it('is not rung for again while everything is being deleted', async () => {
    const { session, house } = await talking();
    let done = (): void => undefined;
    house.erasing = new Promise((resolve) => (done = resolve));
    const erased = session.erase();
    house.fallSilent();
    await until(() => session.state.value.kind === 'ended');
    done();
    await erased;
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
    expect(house.proven).toBeUndefined();
  });

  it('says after a lost connection for how long nobody answered', async () => {
    const { session, house, desk } = await talking();
    session.send('er du der?');
    await until(() => ['stored', 'seen'].includes(talkOf(session).messages[0]?.tick ?? ''));
    setAhead(6 * MINUTE);
    house.visitor?.drop(1006);
    await until(() => house.unanswered !== undefined);
    expect(house.unanswered).toBeGreaterThanOrEqual(6 * MINUTE);
    expect(house.unanswered).toBeLessThan(7 * MINUTE);
    desk.send(desk.chats.value[0]!.conversation, 'ja');
    await until(() => talkOf(session).messages.length === 2);
    house.visitor?.drop(1006);
    await until(() => house.unanswered === 0);
  });
});
