import { describe, expect, it } from 'vitest';
import { fromBinary } from '@bufbuild/protobuf';
import { RingCardSchema } from '../gen/havn/v1/talk_pb.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import { can, chatOf, refusedOnce, says, talking, talkOf, textsOf } from './pages.ts';
import { until } from './until.ts';

describe('a console that was opened before the service kept chats', () => {
  it('takes whoever was told of fourteen days, and says the same in the epoch', async () => {
    says.retentionDays = 14;
    const { house, session, desk } = await talking();
    session.send('hei');
    await until(() => textsOf(chatOf(desk)).includes('them: hei'), () => textsOf(chatOf(desk)));
    expect(talkOf(session).sealed).toBe(true);
    expect(desk.chats.value[0]?.retentionDays).toBe(14);
    const epoch = house.stream.find(({ kind }) => kind.case === 'epoch')?.kind.value as { readonly header: Uint8Array };
    expect(readEpochHeader(epoch.header)?.retentionDays).toBe(14);
    expect(fromBinary(RingCardSchema, house.card!).told).toBe(14);
  });

  it('goes on after it was loaded anew, with what the visitor was told', async () => {
    says.retentionDays = 14;
    const { session, desk, reload } = await talking();
    desk.close();
    says.retentionDays = 0;
    const again = reload();
    await until(() => again.chats.value.length === 1 && chatOf(again).maySend);
    expect(again.chats.value[0]?.retentionDays).toBe(14);
    again.send(again.chats.value[0]!.conversation, 'hei igjen');
    await until(() => textsOf(talkOf(session)).includes('them: hei igjen'), () => textsOf(talkOf(session)));
  });

  it('goes with every ring of a page that was told them and loaded anew, whatever is published since', async () => {
    says.retentionDays = 14;
    const { house, session, reopen } = await talking();
    const token = await session.keep();
    session.suspend();
    says.retentionDays = 0;
    const back = reopen(token!);
    await until(() => back.state.value.kind === 'talking', () => back.state.value);
    await refusedOnce(house, back);
    expect(fromBinary(RingCardSchema, house.card!).told).toBe(14);
  });

  it('takes whoever was told that nothing is kept after that was published', async () => {
    can.retention = 14;
    const { session, desk } = await talking();
    await until(() => talkOf(session).sealed);
    expect(desk.chats.value[0]?.retentionDays).toBe(0);
  });
});
