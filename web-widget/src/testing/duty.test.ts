import { describe, expect, it } from 'vitest';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import { until } from './until.ts';
import { can, onDuty, talking } from './pages.ts';

describe('off duty pressed without a connection', () => {
  it('is said with the next one, and nothing else of duty is', async () => {
    const { desk, house } = await onDuty();
    house.duty.length = 0;
    house.desk!.drop(1006);
    expect(desk.link.value).toBe('reconnecting');
    await desk.goOffDuty();
    expect(desk.duty.value.state).toBe('off');
    await until(() => desk.link.value === 'live' && house.duty.length > 0);
    expect(house.duty).toEqual(['off']);
  });

  it('is said by the page that is opened after it was closed, too', async () => {
    const { desk, house, reload } = await onDuty();
    house.desk!.drop(1006);
    await desk.goOffDuty();
    desk.close();
    house.duty.length = 0;
    const again = reload();
    await until(() => again.link.value === 'live' && house.duty.length > 0);
    expect(house.duty).toEqual(['off']);
  });

  it('is not said by a page that is loaded again on duty', async () => {
    const { desk, house, reload } = await onDuty();
    desk.close();
    house.duty.length = 0;
    const again = reload();
    await until(() => again.duty.value.state === 'on');
    expect(house.duty).toEqual(['on']);
  });
});

describe('a console that is loaded again', () => {
  it('goes on with the services that were chosen, and not with every one of its person', async () => {
    const { desk, house, reload } = await onDuty();
    desk.close();
    const again = reload();
    await until(() => again.duty.value.state === 'on');
    expect(house.wishes.at(-1)).toEqual({ services: ['pro-mann'], onBreak: false });
    expect(again.duty.value.services).toEqual(['pro-mann']);
  });

  it('goes on with the break, or without it when it had ended', async () => {
    const { desk, house, reload } = await onDuty();
    desk.takeBreak(true);
    await until(() => desk.duty.value.state === 'break');
    desk.close();
    const resting = reload();
    await until(() => resting.duty.value.state === 'break');
    expect(house.wishes.at(-1)).toEqual({ services: ['pro-mann'], onBreak: true });
    resting.takeBreak(false);
    await until(() => resting.duty.value.state === 'on');
    resting.close();
    const working = reload();
    await until(() => working.duty.value.state === 'on');
    expect(house.wishes.at(-1)).toEqual({ services: ['pro-mann'], onBreak: false });
  });

  it('does not go on with a shift that the server had ended', async () => {
    const { desk, house, reload } = await talking();
    house.endDuty();
    await until(() => desk.duty.value.state === 'off');
    desk.close();
    house.duty.length = 0;
    const again = reload();
    await until(() => again.link.value === 'live' && house.duty.length > 0);
    expect(house.duty).toEqual(['off']);
  });
});

describe('whoever has an open chat and loses the connection twice', () => {
  it('is still on duty, says so each time, and can take a break', async () => {
    const { desk, house } = await talking();
    house.duty.length = 0;
    for (const times of [1, 2]) {
      house.desk!.drop(1006);
      await until(() => desk.link.value === 'live' && house.duty.length === times, () => house.duty);
    }
    expect(house.duty).toEqual(['on', 'on']);
    await until(() => desk.duty.value.state === 'on');
    desk.takeBreak(true);
    await until(() => desk.duty.value.state === 'break');
  });

  it('is off duty with the end of the statement', async () => {
    const { desk, house } = await talking();
    house.duty.length = 0;
    house.desk!.drop(1006);
    await until(() => desk.link.value === 'live' && house.duty.length === 1 && desk.duty.value.state === 'on');
    house.endDuty();
    await until(() => desk.duty.value.state === 'off');
  });
});

describe('a lane that is missing among those that somebody answers', () => {
  it('is said, and whoever was on duty still is, with the same keys', async () => {
    const { desk, house, keys } = await onDuty();
    const before = await keys.shift();
    expect(before).toBeDefined();
    house.refusal = Code.LANE_MISSING;
    desk.abilitiesChanged();
    await until(() => desk.notice.value?.kind === 'lane-missing');
    expect(desk.duty.value.state).toBe('on');
    expect(await keys.shift()).toEqual(before);
  });

  it('keeps nobody from going on duty once it is ticked', async () => {
    const { desk, house } = await onDuty();
    await desk.goOffDuty();
    house.refusal = Code.LANE_MISSING;
    await desk.goOnDuty(['pro-mann']);
    await until(() => desk.duty.value.state === 'off');
    expect(desk.notice.value?.kind).toBe('lane-missing');
    house.refusal = undefined;
    await desk.goOnDuty(['pro-mann']);
    await until(() => desk.duty.value.state === 'on');
  });
});

describe('lanes that were refused', () => {
  it('are not said again with a break or the next connection, which tell what was taken before', async () => {
    const { desk, house } = await onDuty();
    can.lanes = ['elsewhere'];
    house.refusal = Code.LANE_MISSING;
    desk.abilitiesChanged();
    await until(() => desk.notice.value?.kind === 'lane-missing');
    house.refusal = undefined;
    desk.takeBreak(true);
    await until(() => desk.duty.value.state === 'break');
    house.desk!.drop(1006);
    await until(() => desk.link.value === 'live' && house.lanes.length === 4);
    expect(house.lanes).toEqual([[], ['elsewhere'], [], []]);
  });
});

describe('a shift that the server refuses', () => {
  it('is over, whatever the server says after it', async () => {
    const { desk, house, keys } = await onDuty();
    house.refusal = Code.ROLE_REFUSED;
    desk.abilitiesChanged();
    await until(() => house.duty.at(-1) === 'off');
    expect(desk.duty.value.state).toBe('off');
    expect(await keys.shift()).toBeUndefined();
  });
});
