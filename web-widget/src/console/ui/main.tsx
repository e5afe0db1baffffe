/** The duty console's page: signs somebody in, and opens their room. */

import { render } from 'preact';
import { effect, signal, untracked } from '@preact/signals';
import { systemClock } from '../../kernel/clock.ts';
import { systemRandom } from '../../kernel/random.ts';
import type { Abilities } from '../able.ts';
import { createDesk } from '../desk.ts';
import { browserKeys } from '../keys/store.ts';
import { createFileHttp } from '../login/files.ts';
import { createHttp } from '../login/http.ts';
import { takeInvite } from '../login/invite.ts';
import { createLogin } from '../login/login.ts';
import { follow } from '../login/following.ts';
import type { Me } from '../login/me.ts';
import { browserPasskeys } from '../login/passkey.ts';
import { enterWith } from '../start/entering.ts';
import { shelf, ticking, visibility, wideness } from '../start/page.ts';
import { openRoom, type OpenRoom } from '../start/room.ts';
import { createPreferences } from '../stores/preferences.ts';
import { firstLanguage, textsFor } from '../texts/choose.ts';
import { begin } from './begin.ts';
import { Console } from './console.tsx';
import { Login } from './login.tsx';
import { TextsContext } from './room.ts';
import './styles/index.css';

// Before anything else: the one-time token leaves the address bar and the history.
const token = takeInvite(window);
const http = createHttp(fetch.bind(window));
const passkeys = browserPasskeys();
const login = createLogin(http, passkeys);
const preferences = createPreferences(shelf, firstLanguage(navigator.languages));
const able = (): Abilities => preferences.all.value.able;
const DEMO_ABLE: Abilities = { languages: ['nb', 'en'], lanes: [], traits: [] };
const page = {
  clock: systemClock,
  http,
  files: createFileHttp(fetch.bind(window)),
  login,
  preferences,
  passkeys: passkeys.supported,
  now: ticking(systemClock),
  visible: visibility(),
  wide: wideness(),
};
const open = signal<OpenRoom | undefined>(undefined);
/** Whose room is open, and with which pin; a change of either opens another. */
let openFor = '';

function enter(me: Me): void {
  const wanted = `${me.staff} ${me.pin}`;
  if (wanted === openFor) return;
  leave();
  openFor = wanted;
  const keys = browserKeys(me.staff, systemClock, systemRandom);
  const services = me.services.map(({ id }) => id);
  const following = follow(http, me, systemClock);
  const retention = (service: string): number => following.me.peek().services.find(({ id }) => id === service)?.retentionDays ?? 0;
  const person = { name: me.name, role: me.role, services, pin: me.pin };
  // What another tab of theirs published is theirs here too, before the list of devices says so.
  following.me.subscribe((now) => services.push(...now.services.map(({ id }) => id).filter((id) => !services.includes(id))));
  // People of the demo need not choose; everybody else does once on each browser.
  if (me.demo && able().languages.length === 0) preferences.change({ able: DEMO_ABLE });
  const signedIn = async (): Promise<boolean> => {
    await following.look();
    return login.stillIn();
  };
  const desk = createDesk({ person, keys, origin: location.origin, retention, able, visible: page.visible, signedIn });
  const entering = enterWith({
    page,
    me,
    person,
    keys,
    passkeys,
    // Before the list of devices says so: a list that knows more of this person than this browser does is an alarm.
    making: (service) => services.push(service),
  });
  open.value = openRoom(page, following, desk, keys, entering);
  begin(entering.enrolling.enrol());
}

function leave(): void {
  open.value?.close();
  open.value = undefined;
  openFor = '';
}

effect(() => {
  const state = login.state.value;
  untracked(() => {
    if (state.kind === 'signed-in') enter(state.me);
    else leave();
  });
});
effect(() => {
  const { language, look } = preferences.all.value;
  document.documentElement.lang = language;
  document.documentElement.dataset['colorScheme'] = look;
  document.documentElement.dataset['size'] = 'sm';
});

function App(): ReturnType<typeof Console> {
  const state = login.state.value;
  const room = open.value;
  if (state.kind === 'signed-in' && room !== undefined) {
    return <Console key={openFor} room={room.room} people={room.people} />;
  }
  return (
    <TextsContext.Provider value={textsFor(preferences.language.value)}>
      <Login
        state={state.kind === 'signed-in' ? { kind: 'checking', link: false } : state}
        passkeys={passkeys.supported}
        onPasskey={() => begin(login.withPasskey())}
      />
    </TextsContext.Provider>
  );
}

const place = document.getElementById('app');
if (place !== null) render(<App />, place);
begin(login.start(token));
