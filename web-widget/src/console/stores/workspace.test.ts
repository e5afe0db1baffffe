import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { chat, entry, fakeDesk, id, NOW, onDuty, said, talk, type FakeDesk } from '../testing/fake-desk.ts';
import { createWorkspace, LONGEST, type Workspace } from './workspace.ts';

describe('a workspace', () => {
  let desk: FakeDesk;
  let work: Workspace;
  let now = NOW;
  const showing = signal(true);
  beforeEach(() => {
    desk = fakeDesk();
    now = NOW;
    showing.value = true;
    work = createWorkspace(desk, showing, () => now);
  });

  it('puts danger first, then whom the service left', () => {
    desk.line.value = [entry(1, 9), entry(2, 1, { boost: 'returned' }), entry(3, 0, { boost: 'danger' })];
    expect(work.line.value.map(({ conversation }) => conversation)).toEqual([id(3), id(2), id(1)]);
  });

  it('has room, when full, for one more who is in danger now, and for nobody else', () => {
    desk.line.value = [entry(1, 9), entry(3, 0, { boost: 'danger' })];
    desk.duty.value = onDuty(3);
    expect([...work.mayTake.value]).toEqual([id(3)]);
    desk.duty.value = onDuty(4);
    expect(work.mayTake.value.size).toBe(0);
  });

  it('puts whoever has waited longest first, over all services', () => {
    desk.line.value = [entry(1, 2), entry(2, 9, { service: 'nadheim' }), entry(3, 5)];
    expect(work.line.value.map((each) => each.conversation)).toEqual([id(2), id(3), id(1)]);
  });

  it('takes the first in line and goes to the chat when it is ours', () => {
    desk.duty.value = onDuty(0);
    desk.line.value = [entry(1, 2), entry(2, 9)];
    work.takeFirst();
    expect(desk.asked).toEqual([`take ${id(2)}`]);
    desk.chats.value = [chat(2, 9, talk([]))];
    expect(work.chosen.value?.conversation).toBe(id(2));
    expect(work.view.value).toBe('chat');
  });

  it('shows how to begin while off duty, and the line from then on', () => {
    expect(work.view.value).toBe('chat');
    desk.duty.value = onDuty(0);
    expect(work.view.value).toBe('line');
    desk.duty.value = { ...onDuty(0), state: 'off' };
    expect(work.view.value).toBe('chat');
  });

  it('asks once when the key is pressed twice', () => {
    desk.duty.value = onDuty(0);
    desk.line.value = [entry(1, 2)];
    work.takeFirst();
    work.takeFirst();
    expect(desk.asked).toEqual([`take ${id(1)}`]);
    now += 6_000;
    work.takeFirst();
    expect(desk.asked).toHaveLength(2);
  });

  it('takes nobody while off duty, on a break or full', () => {
    desk.line.value = [entry(1, 2)];
    work.takeFirst();
    desk.duty.value = onDuty(0, 'break');
    work.takeFirst();
    desk.duty.value = onDuty(3);
    work.takeFirst();
    expect(desk.asked).toEqual([]);
  });

  it('keeps the text when the chat may not send now, and a second chat does not see it', () => {
    desk.chats.value = [chat(1, 5, talk([])), chat(2, 4, talk([]))];
    const refusing = { ...desk, send: () => false };
    const other = createWorkspace(refusing, showing, () => now);
    other.write(id(1), 'Hei');
    expect(other.send(id(1))).toBe(false);
    expect(other.drafts.value.get(id(1))).toBe('Hei');
    expect(other.drafts.value.get(id(2))).toBeUndefined();
  });

  it('sends what was written, without the spaces around it, and empties the field', () => {
    desk.chats.value = [chat(1, 5, talk([]))];
    work.write(id(1), '  Hei  ');
    expect(work.send(id(1))).toBe(true);
    expect(desk.asked).toContain(`send ${id(1)} Hei`);
    expect(work.drafts.value.get(id(1))).toBe('');
  });

  it('sends no text that is empty or longer than 12,000 bytes', () => {
    desk.chats.value = [chat(1, 5, talk([]))];
    work.write(id(1), '   ');
    expect(work.send(id(1))).toBe(false);
    work.write(id(1), 'å'.repeat(LONGEST / 2 + 1));
    expect(work.send(id(1))).toBe(false);
  });

  it('tells the other side about typing at most every three seconds', () => {
    desk.chats.value = [chat(1, 5, talk([]))];
    work.write(id(1), 'H');
    work.write(id(1), 'He');
    now += 3_000;
    work.write(id(1), 'Hei');
    expect(desk.asked.filter((what) => what.startsWith('typing'))).toHaveLength(2);
  });

  it('never sends what is meant for colleagues to the visitor, nor the reverse', () => {
    desk.chats.value = [chat(1, 5, talk([]))];
    work.writeAside(id(1), 'hun virker redd');
    expect(work.send(id(1))).toBe(false);
    work.write(id(1), 'Hei');
    expect(work.whisper(id(1))).toBe(true);
    expect(work.whisper(id(1))).toBe(false);
    expect(work.drafts.value.get(id(1))).toBe('Hei');
    expect(work.send(id(1))).toBe(true);
    expect(desk.asked.filter((what) => /^(send|whisper)/u.test(what))).toEqual([
      `whisper ${id(1)} hun virker redd`,
      `send ${id(1)} Hei`,
    ]);
  });

  it('marks a chat as read only while somebody can see it', () => {
    showing.value = false;
    desk.chats.value = [chat(1, 5, talk([said('them', 1, 'Hei')]), { unread: 1 })];
    expect(desk.asked).toEqual([]);
    showing.value = true;
    expect(desk.asked).toEqual([`markRead ${id(1)}`]);
  });

  it('steps through the chats and around the end', () => {
    desk.chats.value = [chat(1, 5, talk([])), chat(2, 4, talk([])), chat(3, 3, talk([]))];
    work.step(-1);
    expect(work.chosen.value?.conversation).toBe(id(3));
    work.step(1);
    expect(work.chosen.value?.conversation).toBe(id(1));
    work.chooseNth(1);
    expect(work.chosen.value?.conversation).toBe(id(2));
  });

  it('keeps the letter of a chat when another one goes, and forgets drafts of what is gone', () => {
    desk.chats.value = [chat(1, 5, talk([])), chat(2, 4, talk([]))];
    work.write(id(1), 'Hei');
    work.writeAside(id(1), 'Hei, du');
    desk.chats.value = [chat(2, 4, talk([])), chat(3, 3, talk([]))];
    expect([...work.letterOf.value]).toEqual([
      [id(2), 'B'],
      [id(3), 'A'],
    ]);
    expect(work.drafts.value.size).toBe(0);
    expect(work.asides.value.size).toBe(0);
  });
});
