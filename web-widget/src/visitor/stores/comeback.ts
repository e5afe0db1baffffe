/** Whether a page that is loaded anew can go on: on an own phone, standing alone, while the visit lasts. */

import { effect, type ReadonlySignal } from '@preact/signals';
import { unattended } from '../../kernel/unattended.ts';
import type { VisitorSession, VisitState } from '../session-view.ts';
import type { PageHands, Phone } from './visit.ts';

export interface Comeback {
  /** What the page needs is with the server, and in its address. */
  readonly kept: boolean;
  /** The visit is over for this page. */
  forget(): void;
}

const lasts = (state: VisitState): boolean =>
  (state.kind === 'waiting' && state.connected) || state.kind === 'checking' || state.kind === 'talking';

/** @param token what the page's address holds */
export function comeback(
  session: Pick<VisitorSession, 'state' | 'lost' | 'keep' | 'letGo'>,
  page: Pick<PageHands, 'alone' | 'mark'>,
  phone: ReadonlySignal<Phone>,
  token: string | undefined,
): Comeback {
  let kept = token !== undefined;
  let asked = kept;
  const wanted = (): boolean => asked;

  const drop = (): void => {
    asked = false;
    if (!kept) return;
    kept = false;
    page.mark(undefined);
  };
  const keep = async (): Promise<void> => {
    asked = true;
    const made = await session.keep().catch(() => undefined);
    if (!wanted()) {
      if (made !== undefined) session.letGo();
      return;
    }
    asked = made !== undefined;
    if (made === undefined) return; // tried again when something changes
    kept = true;
    page.mark(made);
  };
  let talked = false;
  /** The service left the chat, and another visit began. */
  const beginsAnew = ({ kind }: VisitState): boolean => {
    const anew = talked && kind === 'waiting';
    talked = kind === 'talking' || kind === 'checking' || (talked && !anew);
    return anew;
  };
  const stop = effect(() => {
    const { value: state } = session.state;
    if (beginsAnew(state)) drop();
    const own = page.alone && phone.value === 'own';
    if (session.lost.value || state.kind === 'ended' || state.kind === 'stopped') {
      drop();
    } else if (!own && asked) {
      session.letGo();
      drop();
    } else if (own && !asked && lasts(state)) {
      unattended(keep());
    }
  });
  return {
    get kept() {
      return kept;
    },
    forget: () => {
      stop();
      drop();
    },
  };
}
