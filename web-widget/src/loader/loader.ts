/**
 * The embed script: a button, and a frame that holds the chat. It stores nothing, and asks for nothing before the
 * button is pressed. Its limit is 3 kB.
 */

import { exitAddress } from '../visitor/stores/exit-address.ts';
import { tripleShift } from '../visitor/stores/triple-shift.ts';
import { STYLE } from './style.ts';
import { hiding, OPEN } from './words.ts';

const SANDBOX =
  'allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** Time the frame gets to end the visit before the page is emptied, in milliseconds. */
const PARTING_MS = 200;

const page = document.documentElement;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  set: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), set);
}

/** Nothing is left to see from this line on; the top page follows. */
function away(address: unknown): void {
  page.style.setProperty('display', 'none', 'important');
  document.title = '\u00a0';
  const to = exitAddress(address);
  try {
    (window.top ?? window).location.replace(to);
  } catch {
    location.replace(to);
  }
  setTimeout(() => page.replaceChildren(), PARTING_MS);
}

function start(script: HTMLScriptElement): void {
  const { service = '', pin = '', exit, label, lang } = script.dataset;
  const address = new URL(`frame/${encodeURIComponent(service)}#p=${pin}`, script.src).href;

  const host = make('div', {});
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const launcher = make('button', { type: 'button', className: 'launcher', textContent: label ?? OPEN });
  const hide = make('button', { type: 'button', className: 'hide', ...hiding(lang ?? page.lang) });
  const panel = make('section', { ariaLabel: OPEN, hidden: true });
  panel.append(hide);
  root.append(panel, launcher);

  let frame: HTMLIFrameElement | undefined;
  const show = (open: boolean): void => {
    if (open && frame === undefined) {
      frame = make('iframe', { title: OPEN, referrerPolicy: 'no-referrer' });
      frame.setAttribute('sandbox', SANDBOX);
      frame.src = address;
      panel.append(frame);
    }
    panel.hidden = !open;
    launcher.hidden = open;
    (open ? frame : launcher)?.focus();
  };
  launcher.onclick = () => show(true);
  hide.onclick = () => show(false);
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') show(false);
  };

  const shift = tripleShift();
  addEventListener(
    'keydown',
    (event) => {
      if (!shift(event.key, event.repeat, event.timeStamp)) return;
      frame?.contentWindow?.postMessage({ havn: 'vanish' }, '*');
      away(exit);
    },
    true,
  );
  addEventListener('message', (event: MessageEvent<{ havn?: unknown; to?: unknown } | null>) => {
    const { source, data } = event;
    if (source === null || source !== frame?.contentWindow) return;
    if (data?.havn === 'exit') away(data.to);
    if (data?.havn === 'language') Object.assign(hide, hiding(String(data.to)));
  });
  document.body.append(host);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => start(script));
  else start(script);
}
