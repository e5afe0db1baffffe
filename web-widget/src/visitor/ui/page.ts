/** The browser's page around the screens: leaving it, and noticing that it is left. */

import { effect } from '@preact/signals';
import { systemClock } from '../../kernel/clock.ts';
import { tripleShift } from '../stores/triple-shift.ts';
import type { PageHands, Visit } from '../stores/visit.ts';

/** How long the page around gets to lead itself away before this frame tries, in milliseconds. */
const PATIENCE_MS = 300;

const alone = (): boolean => window.parent === window;

/** The embedding page blanks and replaces itself; if nobody listens there, the frame replaces the top page. */
function leadAway(address: string): void {
  if (alone()) {
    location.replace(address);
    return;
  }
  window.parent.postMessage({ havn: 'exit', to: address }, '*');
  setTimeout(() => {
    try {
      (window.top ?? window).location.replace(address);
    } catch {
      location.replace('about:blank');
    }
  }, PATIENCE_MS);
}

/** `unmount` takes the screens out of the page. */
export function pageHands(pin: string, unmount: () => void): PageHands {
  return {
    now: () => systemClock.now(),
    wishes: navigator.languages,
    blank: () => {
      unmount();
      document.body.replaceChildren();
      document.title = '\u00a0';
    },
    away: leadAway,
    alone: alone() && location.pathname.startsWith('/chat/'),
    // Replaces this entry of the history, and loads nothing.
    mark: (token) => location.replace(`#p=${pin}${token === undefined ? '' : `&r=${token}`}`),
    reload: () => location.reload(),
  };
}

/** Keys, the background, the loader's word that the person leaves, and which language the loader shall speak. */
export function watchPage(visit: Visit): void {
  const shift = tripleShift();
  addEventListener(
    'keydown',
    (event) => {
      if (shift(event.key, event.repeat, event.timeStamp)) visit.exit();
    },
    true,
  );
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (alone() || event.source !== window.parent) return;
    const { data } = event;
    if (typeof data === 'object' && data !== null && 'havn' in data && data.havn === 'vanish') visit.closing();
  });
  effect(() => {
    if (!alone()) window.parent.postMessage({ havn: 'language', to: visit.language.value }, '*');
  });
  document.addEventListener('visibilitychange', () => visit.cover.background(document.hidden));
  // Put aside with its words on it, the page could be called back by whoever presses "back" next.
  addEventListener('pagehide', () => visit.closing());
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
