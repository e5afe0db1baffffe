/** Icons drawn in the page: no file, no data address, no third party. All are decoration beside words. */

import type { JSX } from 'preact';

const shapes = {
  harbour: 'M12 3v13M12 6h5M7 11h10M4 15c1 4 4 6 8 6s7-2 8-6M12 3a1.6 1.6 0 1 0 0 .01',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13zM12 15v2',
  open: 'M7 11V8a5 5 0 0 1 9.6-2M5.5 11h13v9h-13z',
  linked: 'M4 9.5a12 12 0 0 1 16 0M7 13a7.5 7.5 0 0 1 10 0M10 16.5a3 3 0 0 1 4 0M12 19.5v.01',
  cut: 'M4 9.5a12 12 0 0 1 4-2.5M20 9.5a12 12 0 0 0-8-3M7 13a7.5 7.5 0 0 1 3-1.9M10 16.5a3 3 0 0 1 4 0M4 4l16 16',
  pause: 'M9 5v14M15 5v14',
  play: 'M8 5l11 7-11 7z',
  power: 'M12 3v8M7 6a8 8 0 1 0 10 0',
  keyboard: 'M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M8 14h8',
  gear: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.2M18 14.5c2 .9 3.2 2.8 3.5 5.5',
  send: 'M4 12l16-8-6 16-3-6.5z',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14 5l-7 7 7 7',
  warn: 'M12 3.5L22 20H2zM12 10v4M12 17v.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  checks: 'M2 12.5L6.5 17 15 8M11.5 16l1 1L22 8',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  key: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v3M17.5 12v2.5',
  line: 'M4 6h16M4 12h16M4 18h10',
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
  device: 'M4 5h16v11H4zM2.5 19.5h19',
  phone: 'M6 3h4l1.5 5L9 10c1 2.5 2.5 4 5 5l2-2.5 5 1.5v4c0 1.5-1 2-2 2C10.5 19.5 4 13 4 5c0-1 .5-2 2-2z',
  letter: 'M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6',
  mic: 'M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4',
  stop: 'M7 7h10v10H7z',
  clip: 'M8 12.5l6-6a3 3 0 0 1 4.5 4.5l-8 8a5 5 0 0 1-7-7l7.5-7.5',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
  archive: 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4',
  down: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  pin: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  out: 'M10 4H4v16h6M14 8l4 4-4 4M18 12H9',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
