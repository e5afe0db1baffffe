import { mayTalk } from '../trust/roster.ts';
import type { RosterDevice } from '../trust/roster.ts';

/** Whether a device may read letters to this service and answer them at that time: workers and coordinators. */
export const mayAnswer = (device: RosterDevice, service: string, time: number): boolean =>
  (device.role === 'worker' || device.role === 'coordinator') && mayTalk(device, service, time);
