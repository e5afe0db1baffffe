import type { ServiceInfo, WaitBand } from '../../session-view.ts';

/** Whether somebody in the line will be reached: `likely`, `unsure` or `unlikely` before closing, nobody is there now, or it has closed already. */
export type Reach = 'likely' | 'unsure' | 'unlikely' | 'nobody' | 'closed';

/** So long before closing everyone in the line is told. */
export const TOLD_MS = 10 * 60_000;
const FIVE_MINUTES = 5 * 60_000;

/** Undefined while there is nothing to tell: somebody is there, and it does not close within ten minutes. */
export function reach(service: Pick<ServiceInfo, 'state' | 'closesAt'>, band: WaitBand, now: number): Reach | undefined {
  if (service.state === 'closed') return 'closed';
  if (service.state === 'late') return 'nobody';
  if (typeof service.closesAt !== 'string') return undefined;
  const left = Date.parse(service.closesAt) - now;
  if (left <= 0) return 'closed';
  if (!(left <= TOLD_MS)) return undefined;
  switch (band) {
    case 'unknown':
      return 'unsure';
    case 'under-5':
      return left >= FIVE_MINUTES ? 'likely' : 'unsure';
    case '5-15':
    case 'over-15':
      return 'unlikely';
  }
}
