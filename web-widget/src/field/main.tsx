/** The page where rounds are counted. It shares no file with the console, and works without a network once it was opened. */

import { signal } from '@preact/signals';
import { render } from 'preact';
import { systemClock } from '../kernel/clock.ts';
import { systemRandom } from '../kernel/random.ts';
import { unattended } from '../kernel/unattended.ts';
import { createCounting } from './counting.ts';
import { createDesk } from './desk.ts';
import { keepOffline } from './keep-offline.ts';
import { browserShelf } from './shelf.ts';
import { chosen, FIELD_TEXTS } from './texts.ts';
import { Field } from './ui/field.tsx';
import './ui/field.css';

const counting = createCounting({
  shelf: browserShelf,
  desk: createDesk(fetch.bind(window)),
  clock: systemClock,
  random: systemRandom,
});
const offline = signal(false);
const language = chosen(navigator.languages);
const t = FIELD_TEXTS[language];
document.documentElement.lang = language;
document.title = t.title;

const look = (): void => unattended(counting.look());
addEventListener('online', look);
addEventListener('pageshow', look);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') look();
});
unattended(
  keepOffline().then((kept) => {
    offline.value = kept;
  }),
);

const place = document.getElementById('app');
if (place !== null) render(<Field counting={counting} offline={offline} clock={systemClock} t={t} />, place);
