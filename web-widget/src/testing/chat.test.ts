import { describe, expect, it, vi } from 'vitest';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { RingCardSchema } from '../gen/havn/v1/talk_pb.ts';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import { MINUTE } from '../kernel/clock.ts';
import { fromUtf8 } from '../kernel/bytes.ts';
import { unattended } from '../kernel/unattended.ts';
import type { VisitorSession } from '../visitor/session-view.ts';
import { PostOffice } from './post-office.ts';
import { stretchQuickly } from './stretch.ts';
import { until } from './until.ts';
import { chatOf, clock, ends, onDuty, ringing, setAhead, talking, talkOf, textsOf } from './pages.ts';

describe('a ring out of a mailbox', () => {
  /** A browser with this post office behind its network, and workers that stretch quickly. */
  function browserWith(fetcher: (address: string, init: RequestInit) => Promise<Response>): void {
    vi.stubGlobal('fetch', fetcher);
    vi.stubGlobal(
      'Worker',
      class {
        onmessage: ((event: { readonly data: unknown }) => void) | undefined;
        postMessage({ password, salt }: Record<'password' | 'salt', Uint8Array>): void {
          unattended(stretchQuickly(password, salt, new AbortController().signal).then((data) => this.onmessage?.({ data })));
        }
        terminate = (): void => undefined;
      },
    );
    ends.push(() => vi.unstubAllGlobals());
  }
  const OPENED = 2;

  it.each<[string, (session: VisitorSession) => Promise<void> | void, number]>([
    ['is noted there when it is taken', () => undefined, OPENED + 1],
    ['is not noted any more after quick exit', (session) => session.vanish(), OPENED],
    ['is not noted any more after *delete now*', (session) => session.erase(), OPENED],
    ['is not noted any more when the page is put aside', (session) => session.suspend(), OPENED],
  ])('%s', async (_, leaves, version) => {
    const { session, desk } = await onDuty();
    const office = new PostOffice(() => clock.now());
    let asked = 0;
    browserWith((address, init) => {
      asked++;
      return office.fetch(address, init);
    });
    const letters = await session.letters('keeping', () => 'nb');
    letters.keep();
    await until(() => letters.state.value.kind === 'kept', () => letters.state.value);
    letters.reopen();
    await until(() => letters.state.value.kind === 'open', () => letters.state.value);
    const [box] = office.boxes.values();
    expect(box?.version).toBe(OPENED);

    session.ring('self', 'nb');
    expect(letters.state.value.kind).toBe('erased');
    await until(() => desk.line.value.length === 1);
    let arrive = (): void => undefined;
    office.slow = new Promise((resolve) => (arrive = resolve));
    const before = asked;
    desk.take(desk.line.value[0]!.conversation);
    await until(() => asked > before);
    await leaves(session);
    arrive();
    let turns = 0;
    await until(() => box?.version !== OPENED || ++turns > 20);
    expect(box?.version).toBe(version);
  });
});

describe('*delete now*', () => {
  it('says that everything is deleted when the server has said so, and not when the chat ends', async () => {
    const { session, house } = await talking();
    let done = (): void => undefined;
    house.erasing = new Promise((resolve) => (done = resolve));
    const erased = session.erase();
    await until(() => session.state.value.kind === 'ended');
    expect(session.state.value).toMatchObject({ by: 'visitor' });
    done();
    await erased;
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
  });

  it('that fails after the end can be tried again from the screen after the chat', async () => {
    const { session, house } = await talking();
    let fail = (): void => undefined;
    house.erasing = new Promise((_, reject) => (fail = () => reject(new Error('offline'))));
    const erased = session.erase();
    await until(() => session.state.value.kind === 'ended');
    fail();
    await expect(erased).rejects.toThrow('offline');
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'visitor' });
    house.erasing = Promise.resolve();
    await session.erase();
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
    expect(house.erasures).toBe(2);
  });
});

describe('a visitor’s page that is loaded anew', () => {
  it('goes on where it was, with what its address holds and the server keeps', async () => {
    const { session, desk, reopen } = await talking();
    session.send('hei');
    await until(() => textsOf(chatOf(desk)).length === 1);
    const token = await session.keep();
    session.suspend();
    const back = reopen(token!);
    await until(() => back.state.value.kind === 'talking' && talkOf(back).maySend, () => back.state.value);
    expect(textsOf(talkOf(back))).toEqual(['me: hei']);
    expect(back.send('der er jeg')).toBe(true);
    desk.send(desk.chats.value[0]!.conversation, 'fint');
    await until(() => textsOf(chatOf(desk)).length === 3 && textsOf(talkOf(back)).length === 3);
    expect(chatOf(desk).stopped).toBeUndefined();
    expect(back.lost.value).toBe(false);
  });

  it('begins anew and says so when it was let go, or the address is another', async () => {
    const { session, reopen } = await talking();
    const token = (await session.keep())!;
    const other = reopen(`${token.slice(0, -2)}AA`);
    await until(() => other.lost.value && other.state.value.kind === 'start');
    session.letGo();
    const late = reopen(token);
    await until(() => late.lost.value && late.state.value.kind === 'start');
  });
});

describe('a visitor and a worker', () => {
  it('ring, take, talk and end', async () => {
    const { session, desk, house } = await talking();
    expect(talkOf(session).members).toMatchObject([{ slot: 1, kind: 'staff', name: 'Kåre', role: 'worker', lead: true }]);
    expect(talkOf(session).sealed).toBe(true);
    const { conversation } = desk.chats.value[0]!;
    expect(session.send('Hei, er det noen der?')).toBe(true);
    await until(() => chatOf(desk).messages.length === 1);
    expect(desk.chats.value[0]!.unread).toBe(1);
    desk.markRead(conversation);
    expect(desk.chats.value[0]!.unread).toBe(0);
    expect(desk.send(conversation, 'Ja, jeg heter Kåre.')).toBe(true);
    await until(() => talkOf(session).messages.length === 2);
    expect(textsOf(talkOf(session))).toEqual(['me: Hei, er det noen der?', 'them: Ja, jeg heter Kåre.']);
    await until(() => talkOf(session).messages[0]!.tick === 'seen');
    await until(() => chatOf(desk).messages[1]!.tick === 'seen');
    session.typing();
    await until(() => chatOf(desk).peerTyping);
    desk.end(conversation);
    await until(() => session.state.value.kind === 'ended');
    await until(() => desk.chats.value[0]!.ended === 'staff');
    const everything = house.passed.map((bytes) => fromUtf8(bytes) ?? String.fromCharCode(...bytes)).join();
    expect(everything).not.toContain('noen der');
    desk.dismiss(conversation);
    expect(desk.chats.value).toEqual([]);
  });

  it('go on after both connections were cut in mid-chat', async () => {
    const { session, desk, house } = await talking();
    const { conversation } = desk.chats.value[0]!;
    session.send('en');
    house.visitor!.drop(1006);
    house.desk!.drop(1006);
    expect(session.send('to')).toBe(true);
    desk.send(conversation, 'tre');
    await until(() => chatOf(desk).messages.length === 3, () => chatOf(desk));
    await until(() => talkOf(session).messages.length === 3);
    await until(() => talkOf(session).messages.every(({ from, tick }) => from === 'them' || tick === 'seen'));
    expect(textsOf(talkOf(session)).filter((text) => text.startsWith('me'))).toEqual(['me: en', 'me: to']);
  });

  it('go on after the console was reloaded', async () => {
    const { session, desk, reload } = await talking();
    session.send('før');
    await until(() => chatOf(desk).messages.length === 1);
    desk.send(desk.chats.value[0]!.conversation, 'svar');
    await until(() => talkOf(session).messages.length === 2);
    desk.close();
    session.send('imens');
    const again = reload();
    await until(() => again.chats.value.length === 1 && chatOf(again).messages.length === 3, () => again.chats.value);
    await until(() => chatOf(again).maySend);
    again.send(again.chats.value[0]!.conversation, 'etter');
    await until(() => talkOf(session).messages.length === 4);
    expect(textsOf(chatOf(again))).toEqual(['them: før', 'me: svar', 'them: imens', 'me: etter']);
  });

  it('part when the visitor leaves, and the shift keys go when duty ends', async () => {
    const { session, desk } = await talking();
    await desk.goOffDuty();
    expect(desk.notice.value?.kind).toBe('chats-open');
    session.leave();
    await until(() => desk.chats.value[0]!.ended === 'visitor');
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'visitor' });
    await desk.goOffDuty();
    expect(desk.duty.value.state).toBe('off');
  });

  it('lose every word at once when the visitor deletes everything', async () => {
    const { session, desk, house } = await talking();
    session.send('Bare mellom oss');
    await until(() => chatOf(desk).messages.length === 1);
    await session.erase();
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
    await until(() => desk.chats.value[0]!.ended === 'deleted');
    expect(chatOf(desk).messages).toEqual([]);
    expect(house.erasures).toBe(1);
  });

  it('are over, and what is left can still be deleted from the last screen', async () => {
    const { session, desk, house } = await talking();
    session.leave();
    await until(() => desk.chats.value[0]!.ended === 'visitor');
    await session.erase();
    expect(session.state.value).toMatchObject({ kind: 'ended', by: 'deleted' });
    expect(house.erasures).toBe(1);
  });

  it('keep the shift keys past the end of the statement until the last chat is over', async () => {
    const { session, desk, house, keys } = await talking();
    house.endDuty();
    await until(() => desk.duty.value.state === 'off');
    expect(await keys.shift()).toBeDefined();
    session.leave();
    await until(() => desk.chats.value[0]!.ended === 'visitor');
    expect(await keys.shift()).toBeUndefined();
  });

  it('part when the console stops over a forged frame, so that nobody waits for it', async () => {
    const { session, desk, house } = await talking();
    house.forge('desk');
    await until(() => chatOf(desk).stopped === 'frame-refused');
    await until(() => session.state.value.kind === 'ended');
  });

  it('part when the visitor’s page stops over a forged frame, so that nobody is held by it', async () => {
    const { session, desk, house } = await talking();
    house.forge('visitor');
    await until(() => session.state.value.kind === 'stopped');
    await until(() => desk.chats.value[0]!.ended === 'visitor');
    expect(session.state.value).toMatchObject({ kind: 'stopped', reason: 'frame-refused' });
  });

  it('part when the server shuts the visitor out for good: the page comes back once, only to say goodbye', async () => {
    const { session, desk, house } = await talking();
    house.visitor!.drop(Code.FRAME_MALFORMED);
    await until(() => desk.chats.value[0]!.ended === 'visitor');
    expect(session.state.value).toMatchObject({ kind: 'stopped', reason: 'server-refused' });
  });

  it.each([
    [0, 'lost'],
    [3 * MINUTE, 'gone'],
  ])('are parted by the server: after %d ms away the visitor reads that the chat is %s', async (away, by) => {
    const { session, house } = await talking();
    setAhead(away);
    house.forget();
    await until(() => session.state.value.kind === 'ended');
    expect(session.state.value).toMatchObject({ by });
  });

  it('part at once when the ring holds no usable key', async () => {
    const { session, desk, house } = await ringing();
    const card = fromBinary(RingCardSchema, house.card!);
    card.xwing.fill(0);
    house.card = toBinary(RingCardSchema, card);
    desk.take(desk.line.value[0]!.conversation);
    await until(() => session.state.value.kind === 'ended');
    expect(desk.chats.value).toEqual([]);
  });
});
