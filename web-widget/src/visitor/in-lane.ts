import type { LaneInfo, ServiceInfo } from './session-view.ts';

/** The service as it is for whoever rings, or waits, in this lane. */
export const inLane = (service: ServiceInfo, lane: string): ServiceInfo => ({ ...service, ...service.limitedLanes?.[lane] });

/** Whether somebody new is taken. */
export const takes = ({ state, admits = 'welcome' }: LaneInfo): boolean => (state === 'open' || state === 'busy') && admits === 'welcome';
